/** What the library shows and what it asks for. */
import type { RunState } from '../../lib/agent/state';
import type { LedgerRow } from '../../lib/trajectories/ledger-row';
import type { RunEvent } from '../../lib/trajectories/event';
import type { Failure } from '../../lib/trajectories/failure';
import type { RunSummary } from '../../lib/trajectories/run-summary';

export interface OpenRun {
  state: RunState;
  events: RunEvent[];
}

/** What the library needs of a recipe; `lib/recipes` has the whole. */
export interface RecipeRow {
  id: string;
  name: string;
  /** Origin. */
  site: string;
  steps: readonly unknown[];
  params: readonly { label: string }[];
}

/** A file ready to be saved; `json` is its whole text. */
export interface ExportFile {
  fileName: string;
  json: string;
}

export interface LibraryProps {
  /** Newest first; undefined while the store is being read. */
  runs: RunSummary[] | undefined;
  recipes: RecipeRow[];
  /** Id from the address. */
  openId?: string | undefined;
  /** The run behind `openId`: `missing` when there is none. */
  open?: OpenRun | 'missing' | undefined;
  /** The ledger, while it is looked at. */
  spending?: LedgerRow[] | undefined;
  /** The user's calendar day, YYYY-MM-DD. */
  today: string;
  failure?: Failure | undefined;
  onOpen(runId: string | undefined): void;
  onOpenSpending(): void;
  onDelete(runId: string): void;
  onDeleteRecipe(recipeId: string): void;
  readExport(runId: string): Promise<ExportFile>;
  onDownload(file: ExportFile): void;
  /** Text of an observation. */
  readText(hash: string): Promise<string | undefined>;
  onOpenSettings(): void;
}
