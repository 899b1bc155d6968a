/** What the settings page shows and what it asks for. */
import type { Grant } from '../../lib/agent/ports';
import type { BudgetsValues } from './budgets-field';
import type { Failure } from '../../lib/trajectories/failure';

export type ProviderName = 'openai' | 'openrouter' | 'ollama' | 'lm-studio' | 'llama-cpp' | 'custom';

/** Structurally the settings of `lib/platform/settings.ts`. */
export interface SettingsValues {
  planner: 'chat-model' | 'builtin-model' | 'rules';
  provider: ProviderName;
  baseUrl: string;
  apiKey: string;
  model: string;
  budgets: BudgetsValues;
  /** Pictures of the page are shown to the model. */
  modelSeesImages: boolean;
  /** Tokens of one observation; undefined: the default. */
  observationBudget?: number | undefined;
  /** Who is asked when the model fails for good. */
  fallback?: FallbackValues | undefined;
  /** What reasoning models think is kept. */
  keepThinking?: boolean | undefined;
}

/** How it stands with the browser's own model. */
export type BuiltinModelStatus =
  | { state: 'checking' | 'missing' | 'unable' | 'downloadable' | 'download-failed' | 'ready' }
  /** `share`: how much has come, 0 to 1; unknown when somebody else started it. */
  | { state: 'downloading'; share?: number | undefined };

export interface FallbackValues {
  baseUrl: string;
  apiKey: string;
  model: string;
}

/** What an endpoint said when it was tried out. */
export type ConnectionResult =
  | { ok: true; toolCalls: boolean; streaming: boolean; models: string[] }
  | { ok: false; failure: Failure; models: string[] };

/** Tokens of an observation: the default and what it may be set to. */
export interface BudgetLimits {
  byDefault: number;
  least: number;
  most: number;
}

export interface SettingsProps {
  settings: SettingsValues;
  budgetLimits: BudgetLimits;
  builtinModel: BuiltinModelStatus;
  /** Called synchronously in the click. */
  onDownloadModel(): void;
  grants: Grant[];
  runCount: number;
  mayDownload: boolean;
  /** Called synchronously in the click, so that the browser may ask. */
  onAllowDownloads(): void;
  /** Resolves when the settings are stored. Called synchronously in the click, so that the browser may ask to allow pictures. */
  onSave(settings: SettingsValues): Promise<void>;
  /** Called synchronously in the click, so that the browser may ask for access to the endpoint. */
  onTest(settings: SettingsValues): Promise<ConnectionResult>;
  onRemoveGrant(grant: Grant): void;
  onOpenLibrary(): void;
  onDeleteEverything(): Promise<void>;
}
