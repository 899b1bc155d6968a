import { render } from 'preact';
import { i18n } from '#i18n';
import '../../components/theme.css';
import '../../components/run-parts.css';
import '../../components/library/library.css';
import '../../components/spending/spending.css';
import { language } from '../../components/format-values';
import type { ExportFile } from '../../components/library/library-props';
import { LibraryView } from '../../components/library/library-view';
import { localDay } from '../../lib/platform/ledger-row';
import { openPage } from '../../lib/platform/panel-tab';
import { sendCommand } from '../../lib/platform/send-command';
import { exportRunJson, readBlob } from '../../lib/platform/store';
import { libraryState, openRun, openSpending, watchLibrary } from './library-state';

function Page() {
  return (
    <LibraryView
      runs={libraryState.runs.value}
      recipes={libraryState.recipes.value}
      openId={libraryState.openId.value}
      open={libraryState.open.value}
      failure={libraryState.failure.value}
      spending={libraryState.spending.value}
      today={localDay(Date.now())}
      onOpenSpending={() => {
        history.pushState(null, '', '?spending');
        openSpending();
      }}
      onOpen={(runId) => {
        history.pushState(null, '', runId ? `?run=${encodeURIComponent(runId)}` : location.pathname);
        openRun(runId);
      }}
      onDelete={(runId) => void deleteRun(runId)}
      onDeleteRecipe={(recipeId) => void sendCommand({ type: 'delete-recipe', recipeId })}
      readExport={exportRunJson}
      onDownload={download}
      readText={readBlob}
      onOpenSettings={() => void openPage('settings.html')}
    />
  );
}

async function deleteRun(runId: string): Promise<void> {
  const sent = await sendCommand({ type: 'delete-run', runId });
  libraryState.failure.value = sent.ok ? undefined : sent.failure;
  if (!sent.ok) return;
  history.replaceState(null, '', location.pathname);
  openRun(undefined);
}

function download(file: ExportFile): void {
  const url = URL.createObjectURL(new Blob([file.json], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.fileName;
  link.click();
  // The browser reads the blob after the click; a minute is enough to begin with.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

document.documentElement.lang = language();
document.title = `Errand · ${i18n.t('library.title')}`;
const root = document.querySelector('#root');
if (root) render(<Page />, root);
void watchLibrary();
