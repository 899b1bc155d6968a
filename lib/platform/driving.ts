import { validateCall } from '../actions/validate-call';
import { drive } from '../agent/driver';
import type { Sentence } from '../trajectories/verdict';
import { isRunOver, waitingNonce } from '../agent/view';
import type { PagePort, Ports } from '../agent/ports';
import { judge } from '../guard/judge';
import { createBlobStore, rememberTexts } from './blobs';
import { findFileBytes } from './files';
import { grants } from './grants';
import type { RunLog } from './log';
import { makePlanner, type PlannerDeps } from './make-planner';
import type { OpenedTabs } from './opened-tabs';
import { createPagePort } from './pages/page-port';
import { createHandOvers } from './pages/hand-overs';
import { releaseWorlds } from './pages/page-worlds';
import { readSettings } from './settings';
import { createSpending } from './spending';
import { createTabsPort } from './tabs-port';
import { wait } from './wait';

export interface DrivingDeps extends PlannerDeps {
  log: RunLog;
  openedTabs: OpenedTabs;
  sendTokens(runId: string, text: string): void;
  sendStatus(runId: string, status: Sentence): void;
}

/** Gives the loop the world: everything it needs of the browser, for one run at a time. */
export function createDriving(deps: DrivingDeps): {
  drive(runId: string, signal: AbortSignal): Promise<void>;
  /** Reads a page beside any run. */
  observe: PagePort['observe'];
} {
  const blobs = rememberTexts(createBlobStore(deps.database));
  const shared: Omit<Ports, 'planner' | 'onToken' | 'onStatus'> = {
    judge,
    validateCall,
    log: deps.log,
    blobs,
    page: createPagePort(
      deps.openedTabs,
      async () => (await readSettings()).observationBudget,
      findFileBytes,
      createHandOvers(deps.openedTabs, deps.translate),
      { keep: blobs.put, modelSees: async () => (await readSettings()).modelSeesImages },
    ),
    tabs: createTabsPort(deps.openedTabs),
    grants,
    spending: createSpending(deps.database, async () => (await readSettings()).budgets, deps.now),
    clock: { now: deps.now, sleep: wait },
    nonces: { next: () => crypto.randomUUID() },
  };
  return {
    observe: shared.page.observe,
    drive: async (runId, signal) => {
      const state = await deps.log.stateOf(runId);
      if (!state) return;
      const planner = await makePlanner(state.planner, deps);
      const ports: Ports = {
        ...shared,
        planner,
        onToken: (text) => deps.sendTokens(runId, text),
        onStatus: (status) => deps.sendStatus(runId, status),
      };
      const after = await drive(runId, ports, signal);
      // Whatever it rests for, the pages are the user's until it acts again.
      const waiting = waitingNonce(after);
      for (const tabId of after.tabs) void releaseWorlds(tabId, waiting, isRunOver(after));
    },
  };
}
