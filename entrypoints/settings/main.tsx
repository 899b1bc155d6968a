import { signal } from '@preact/signals';
import { render } from 'preact';
import { i18n } from '#i18n';
import '../../components/theme.css';
import '../../components/settings/settings.css';
import { language } from '../../components/format-values';
import type {
  BuiltinModelStatus,
  ConnectionResult,
  ModelsResult,
  SettingsValues,
} from '../../components/settings/settings-props';
import { SettingsView } from '../../components/settings/settings-view';
import type { Grant } from '../../lib/agent/ports';
import { originOf } from '../../lib/guard/url-policy';
import { DEFAULT_BUDGET } from '../../lib/page/observe/default-budget';
import type { ListedModel } from '../../lib/planners/chat-model/listed-model';
import type { TestStage } from '../../lib/planners/chat-model/test-connection';
import { runConnectionTest } from '../../lib/platform/connection-test';
import { mayDownload, requestDownloads } from '../../lib/platform/downloads';
import { requestPictures } from '../../lib/platform/access';
import {
  downloadBuiltinModel,
  readBuiltinModelState,
} from '../../lib/platform/builtin-model/builtin-model-state';
import { removeGrant, watchGrants } from '../../lib/platform/grants';
import type { KnownModel } from '../../lib/planners/chat-model/model-capabilities';
import { rememberContextTokens, watchKnownModels } from '../../lib/platform/model-capabilities';
import { openPage, requestAccess } from '../../lib/platform/panel-tab';
import type { StoredPrice } from '../../lib/planners/chat-model/prices';
import { watchPrices, writePrices } from '../../lib/platform/prices';
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
const knownModels = signal<KnownModel[]>([]);
const prices = signal<StoredPrice[]>([]);

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
      known={knownModels.value}
      prices={prices.value}
      onTest={testConnection}
      onListModels={listModels}
      onContextTokens={(baseUrl, model, tokens) => void rememberContextTokens(baseUrl, model, tokens)}
      onPrices={(rows) => void writePrices(rows)}
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

async function testConnection(
  values: SettingsValues,
  onStage: (stage: TestStage) => void,
  signal: AbortSignal,
): Promise<ConnectionResult> {
  await reachEndpoint(values);
  const { provider, baseUrl, apiKey, model } = values;
  return runConnectionTest({ provider, baseUrl, apiKey, model }, onStage, signal);
}

async function listModels(values: SettingsValues): Promise<ModelsResult> {
  await reachEndpoint(values);
  const { baseUrl, apiKey } = values;
  const sent = await sendCommand({ type: 'list-models', baseUrl, apiKey });
  return sent.ok ? { ok: true, models: sent.value as ListedModel[] } : sent;
}

/** Asked for first, straight from the click. Without it the endpoint's own CORS rules decide. */
async function reachEndpoint({ baseUrl }: SettingsValues): Promise<void> {
  const origin = originOf(baseUrl);
  if (origin !== undefined) await requestAccess(origin).catch(() => false);
}

document.documentElement.lang = language();
document.title = `Errand · ${i18n.t('settings.title')}`;
const root = document.querySelector('#root');
if (root) render(<Page />, root);
watchSettings((stored) => (settings.value = stored));
watchGrants((list) => (grants.value = list));
watchKnownModels((known) => (knownModels.value = known));
watchPrices((rows) => (prices.value = rows));
void mayDownload().then((allowed) => (downloadsAllowed.value = allowed));
watchRuns((runs) => (runCount.value = runs.length));
void readBuiltinModelState().then((state) => (builtinModel.value = { state }));
