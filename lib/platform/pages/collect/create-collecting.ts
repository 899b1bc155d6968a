import type { ActionResult } from '../../../trajectories/action';
import type { Target } from '../../../trajectories/target';
import { askPage, type CollectPlace } from './ask-step';
import { collectRows, type Gathered } from './collect-rows';

/** Does `collect`: over pages, and the further parts of what was gathered last in a tab. */
export type Collecting = (
  place: CollectPlace,
  args: Record<string, unknown>,
  expected: Target | undefined,
) => Promise<ActionResult>;

export function createCollecting(): Collecting {
  const kept = new Map<number, Gathered>();
  return async (place, args, expected) => {
    const { offset, ...wanted } = args;
    if (offset === undefined) {
      const collected = await collectRows(place, wanted, expected);
      if (!collected.ok) return collected.result;
      kept.set(place.tabId, collected.gathered);
    }
    const gathered = kept.get(place.tabId);
    return gathered ? print(place, gathered, offset) : NOTHING_KEPT;
  };
}

const NOTHING_KEPT: ActionResult = {
  status: 'failed',
  failure: {
    code: 'nothing-collected',
    message: 'The rows are no longer kept. Collect again, without offset.',
  },
};

/** The page makes a table of the rows; a run that is being stopped gets what is there. */
async function print(place: CollectPlace, gathered: Gathered, offset: unknown): Promise<ActionResult> {
  const signal = new AbortController().signal;
  try {
    return await askPage({ ...place, signal }, { ...gathered, step: 'print', offset });
  } catch {
    return {
      status: 'failed',
      failure: {
        code: 'page-gone',
        message: `${gathered.trees.length} rows were gathered, but the page left before they could be printed. Ask for them with offset 0.`,
      },
    };
  }
}
