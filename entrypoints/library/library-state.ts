import { signal } from '@preact/signals';
import type { OpenRun } from '../../components/library/library-props';
import type { Recipe } from '../../lib/recipes/schema';
import type { Failure } from '../../lib/trajectories/failure';
import type { RunSummary } from '../../lib/trajectories/run-summary';
import type { LedgerRow } from '../../lib/trajectories/ledger-row';
import { storageHealth, watchLedger, watchRecipes, watchRun, watchRuns } from '../../lib/platform/store';

/** What the library shows, fed by the store's watchers. */
export const libraryState = {
  runs: signal<RunSummary[] | undefined>(undefined),
  recipes: signal<Recipe[]>([]),
  openId: signal<string | undefined>(undefined),
  open: signal<OpenRun | 'missing' | undefined>(undefined),
  spending: signal<LedgerRow[] | undefined>(undefined),
  failure: signal<Failure | undefined>(undefined),
};

let stopSpending: () => void = () => undefined;
let stopRun: () => void = () => undefined;

/** Starts every watcher and follows the address. */
export async function watchLibrary(): Promise<void> {
  const followAddress = () => {
    const address = new URLSearchParams(location.search);
    if (address.has('spending')) openSpending();
    else openRun(address.get('run') ?? undefined);
  };
  addEventListener('popstate', followAddress);
  followAddress();
  const health = await storageHealth();
  if (!health.ok) libraryState.failure.value = health.failure;
  watchRuns((runs) => (libraryState.runs.value = runs));
  watchRecipes((recipes) => (libraryState.recipes.value = recipes));
}

/** Shows what models have taken. */
export function openSpending(): void {
  openRun(undefined);
  stopSpending = watchLedger((rows) => (libraryState.spending.value = rows));
}

/** Shows one run, or none. */
export function openRun(runId: string | undefined): void {
  stopRun();
  stopSpending();
  libraryState.spending.value = undefined;
  libraryState.openId.value = runId;
  libraryState.open.value = undefined;
  stopRun = runId ? watchRun(runId, (run) => (libraryState.open.value = run ?? 'missing')) : () => undefined;
}
