import type { PagePort } from '../../agent/ports';
import type { ActionResult } from '../../trajectories/action';
import type { Target } from '../../trajectories/target';
import { watchDownloads } from '../downloads';
import type { OpenedTabs } from '../opened-tabs';
import { actInFrame, changesNothing } from './act-in-frame';
import { askFrame } from './ask-frame';
import { attempt } from './attempt';
import { createCollecting } from './collect/create-collecting';
import { addMatchesOfFrames } from './find-in-frames';
import { findLostRefs } from './find-lost-refs';
import type { HandOvers } from './hand-overs';
import { ensureInjected } from './inject';
import { observeFrames } from './observe-frames';
import type { PageReplies } from './page-messages';
import { linkWorlds } from './page-worlds';
import { resolveInFrames } from './resolve-in-frames';
import type { PictureDeps } from './screenshot/take-picture';
import type { FindBytes } from './send-files';
import { stitchFrames } from './stitch-frames';
import { waitForLoad } from './wait-for-load';

/** How long the browser may take to open a tab that was asked for. */
const TAB_TIMEOUT_MS = 700;

/** Reads and acts on pages through the script that is injected on demand into the tabs in use. */
export function createPagePort(
  openedTabs: OpenedTabs,
  /** Tokens that an observation for a model may take; undefined: the page's own default. */
  readBudget: () => Promise<number | undefined>,
  /** Bytes of a file of the task. */
  findBytes: FindBytes,
  handOvers: HandOvers,
  pictures: PictureDeps,
): PagePort {
  const acting = { collect: createCollecting(), pictures, findBytes };
  return {
    observe: (tabId, { scope, frames, signal }) =>
      attempt(tabId, async (tab) => {
        if (tab.status === 'loading') await waitForLoad(tabId, signal);
        // Whoever reads whole pages is no model, and pays nothing for them.
        const budget = scope === 'near' ? await readBudget() : undefined;
        const { answers, isComplete } = await observeFrames(tabId, frames, { scope, budget, signal });
        return stitchFrames(tabId, answers, isComplete);
      }),
    resolve: async (tabId, call, frames, signal) => {
      const attempted = await attempt(tabId, () => resolveInFrames(tabId, call, frames, signal));
      // Here, so that nothing comes between the intent of an action and the action.
      if (attempted.ok && !changesNothing(call)) await linkWorlds(tabId, frames, signal);
      return attempted.ok ? attempted.value : attempted;
    },
    findLost: findLostRefs,
    act: async (tabId, request) => {
      const end = openedTabs.begin(tabId, addressOfTab(request.target));
      const downloads = watchDownloads();
      try {
        const done = await actInFrame(tabId, request, acting);
        const result = await downloads.report(done, request.signal);
        if (opensTab(request, result))
          await openedTabs.arrival(tabId, TAB_TIMEOUT_MS, blockedWindowOf(result));
        return request.call.name === 'find_text' ? await addMatchesOfFrames(tabId, result, request) : result;
      } finally {
        downloads.stop();
        end();
      }
    },
    handOver: handOvers.show,
  };
}

/** Where a link or form leads that opens in a tab of its own. */
function addressOfTab(target: Target | undefined): string | undefined {
  return target?.opensTab ? (target.href ?? target.submits?.action) : undefined;
}

/** A link or form that opens in a tab of its own, or a window that nobody has got hold of. */
function opensTab({ call, target }: Parameters<PagePort['act']>[1], result: ActionResult): boolean {
  if (result.status !== 'done') return false;
  return (target?.opensTab === true && call.name === 'click') || blockedWindowOf(result) !== undefined;
}

function blockedWindowOf(result: ActionResult): string | undefined {
  return result.status === 'done' ? result.effect.blockedWindow : undefined;
}

/** Fingerprint of the focused element of the tab's top frame, for a right-click on an editable field. */
export async function focusedElement(
  tabId: number,
  signal: AbortSignal,
): Promise<PageReplies['focused'] | undefined> {
  const found = await attempt(tabId, async () => {
    await ensureInjected(tabId, 0, signal);
    return askFrame<'focused'>(tabId, 0, { kind: 'focused' });
  });
  return found.ok ? found.value : undefined;
}
