/** What the settings page shows and what it asks for. */
import type { Grant } from '../../lib/agent/ports';
import type { BudgetsValues } from './budgets-field';
import type { ListedModel } from '../../lib/planners/chat-model/listed-model';
import type { ConnectionReport, TestStage } from '../../lib/planners/chat-model/test-connection';
import type { KnownModel } from '../../lib/planners/chat-model/model-capabilities';
import type { StoredPrice } from '../../lib/planners/chat-model/prices';
import type { Failure } from '../../lib/trajectories/failure';

export type ProviderName = 'openai' | 'openrouter' | 'ollama' | 'lm-studio' | 'llama-cpp' | 'vllm' | 'custom';

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
export type ConnectionResult = ConnectionReport;

/** What an endpoint offers, or why it does not tell. */
export type ModelsResult = { ok: true; models: ListedModel[] } | { ok: false; failure: Failure };

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
  /** Models that were tried out before, or of which the user has said something. */
  known: KnownModel[];
  prices: StoredPrice[];
  /**
   * Called synchronously in the click, so that the browser may ask for access to the endpoint. `onStage` tells what is being
   * tried; the signal stops it.
   */
  onTest(
    settings: SettingsValues,
    onStage: (stage: TestStage) => void,
    signal: AbortSignal,
  ): Promise<ConnectionResult>;
  /** Called synchronously in the click, as `onTest`. */
  onListModels(settings: SettingsValues): Promise<ModelsResult>;
  /** What the user says of the size of a model's context; undefined takes it back. */
  onContextTokens(baseUrl: string, model: string, tokens: number | undefined): void;
  onPrices(prices: StoredPrice[]): void;
  onRemoveGrant(grant: Grant): void;
  onOpenLibrary(): void;
  onDeleteEverything(): Promise<void>;
}
