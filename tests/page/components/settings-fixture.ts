import { vi } from 'vitest';
import type {
  ConnectionResult,
  SettingsProps,
  SettingsValues,
} from '../../../components/settings/settings-props';

/** A settings page as it is first seen, with nothing behind its buttons. */
export const UNSET: SettingsValues = {
  planner: 'rules',
  provider: 'custom',
  baseUrl: '',
  apiKey: '',
  model: '',
  budgets: { run: { steps: 50 }, day: {} },
  modelSeesImages: false,
};

const REPORT: ConnectionResult & { ok: true } = {
  ok: true,
  models: [],
  capabilities: { toolCalls: true, parallelCalls: false, streaming: true, jsonSchema: false, images: true },
  requests: 3,
  usage: { promptTokens: 300, cachedTokens: 0, completionTokens: 30 },
};

export function settingsProps(change: Partial<SettingsProps> = {}): SettingsProps {
  return {
    settings: UNSET,
    budgetLimits: { byDefault: 1150, least: 300, most: 100_000 },
    builtinModel: { state: 'ready' },
    onDownloadModel: () => undefined,
    grants: [],
    runCount: 2,
    mayDownload: false,
    onAllowDownloads: vi.fn(),
    onSave: () => Promise.resolve(),
    known: [],
    prices: [],
    onTest: () => Promise.resolve(REPORT),
    onListModels: () => Promise.resolve({ ok: true, models: [] }),
    onContextTokens: () => undefined,
    onPrices: () => undefined,
    onRemoveGrant: () => undefined,
    onOpenLibrary: () => undefined,
    onDeleteEverything: () => Promise.resolve(),
    ...change,
  };
}
