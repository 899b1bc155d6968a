import { signal } from '@preact/signals';
import { render } from 'preact';
import { i18n } from '#i18n';
import '../../components/theme.css';
import '../../components/settings/settings.css';
import { language } from '../../components/format-values';
import type {
  BuiltinModelStatus,
  ConnectionResult,
  SettingsValues,
} from '../../components/settings/settings-props';
import { SettingsView } from '../../components/settings/settings-view';
import type { Grant } from '../../lib/agent/ports';
import { originOf } from '../../lib/guard/url-policy';
import { DEFAULT_BUDGET } from '../../lib/page/observe/default-budget';
import { mayDownload, requestDownloads } from '../../lib/platform/downloads';
import { requestPictures } from '../../lib/platform/access';
import {
  downloadBuiltinModel,
  readBuiltinModelState,
} from '../../lib/platform/builtin-model/builtin-model-state';
import { removeGrant, watchGrants } from '../../lib/platform/grants';
import { openPage, requestAccess } from '../../lib/platform/panel-tab';
import { sendCommand } from '../../lib/platform/send-command';
import {
  OBSERVATION_BUDGET_LIMITS,
  type Settings,
  watchSettings,
  writeSettings,
} from '../../lib/platform/settings';
import { deleteEverything, watchRuns } from '../../lib/platform/store';

const settings = signal<Settings | undefined>(undefined);
const builtinModel = signal<BuiltinModelStatus>({ state: 'checking' });
const grants = signal<Grant[]>([]);
const runCount = signal(0);
const downloadsAllowed = signal(false);

function Page() {
  if (!settings.value) return null;
  return (
    <SettingsView
      settings={settings.value}
      builtinModel={builtinModel.value}
      onDownloadModel={downloadModel}
      grants={grants.value}
      runCount={runCount.value}
      mayDownload={downloadsAllowed.value}
      onAllowDownloads={() => void requestDownloads().then((allowed) => (downloadsAllowed.value = allowed))}
      budgetLimits={{ byDefault: DEFAULT_BUDGET.near, ...OBSERVATION_BUDGET_LIMITS }}
      onSave={save}
      onTest={testConnection}
      onRemoveGrant={(grant) => void removeGrant(grant)}
      onOpenLibrary={() => void openPage('library.html')}
      onDeleteEverything={deleteEverything}
    />
  );
}

function downloadModel(): void {
  builtinModel.value = { state: 'downloading', share: 0 };
  void downloadBuiltinModel((share) => (builtinModel.value = { state: 'downloading', share })).then(
    (isReady) => (builtinModel.value = { state: isReady ? 'ready' : 'download-failed' }),
  );
}

async function save(values: SettingsValues): Promise<void> {
  // Asked for first, straight from the click. Refused, pictures can be taken where the user has clicked our button.
  if (values.modelSeesImages) await requestPictures().catch(() => false);
  const second = originOf(values.fallback?.baseUrl ?? '');
  // Without it the endpoint's own CORS rules decide.
  if (second !== undefined) await requestAccess(second).catch(() => false);
  await writeSettings(values);
}

async function testConnection(values: SettingsValues): Promise<ConnectionResult> {
  const origin = originOf(values.baseUrl);
  // Asked for first, straight from the click. Without it the endpoint's own CORS rules decide.
  if (origin !== undefined) await requestAccess(origin).catch(() => false);
  const { baseUrl, apiKey, model } = values;
  const tested = await sendCommand({ type: 'test-connection', baseUrl, apiKey, model });
  if (!tested.ok) return { ok: false, failure: tested.failure, models: [] };
  const report = tested.value as { toolCalls: boolean; streaming: boolean; models?: string[] };
  return { ok: true, toolCalls: report.toolCalls, streaming: report.streaming, models: report.models ?? [] };
}

document.documentElement.lang = language();
document.title = `Errand · ${i18n.t('settings.title')}`;
const root = document.querySelector('#root');
if (root) render(<Page />, root);
watchSettings((stored) => (settings.value = stored));
watchGrants((list) => (grants.value = list));
void mayDownload().then((allowed) => (downloadsAllowed.value = allowed));
watchRuns((runs) => (runCount.value = runs.length));
void readBuiltinModelState().then((state) => (builtinModel.value = { state }));
