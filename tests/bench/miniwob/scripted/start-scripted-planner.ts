import type { Page } from '@playwright/test';
import { type LoopbackEndpoint, startEndpoint } from '../../../support/loopback-endpoint.ts';
import { DESK_PARAMETER } from '../open-desks.ts';
import type { Call } from './script.ts';
import { makeSight, type Sight } from './sight.ts';
import { SCRIPTS } from './tasks/index.ts';

/** Tasks that are played with scripts. */
export const SCRIPTED_TASKS: ReadonlySet<string> = new Set(Object.keys(SCRIPTS));

/** A run that is being played. `sight` stays the same object, with what was shown last in it. */
interface Play {
  sight: Sight;
  proposals: AsyncGenerator<Call[], void, void>;
}

const DESK = new RegExp(String.raw`/miniwob/([\w-]+)\.html\?${DESK_PARAMETER}=(\d+)`);

/**
 * An endpoint that answers with what the task's script says, over as many turns as the script has.
 * `pageOf` gives the task page of a desk; what is asked names it by the address.
 */
export function startScriptedPlanner(pageOf: (desk: number) => Page): Promise<LoopbackEndpoint> {
  const plays = new Map<number, Play>();
  return startEndpoint({
    answer: async (body) => {
      const [, task = '', desk = ''] = DESK.exec(JSON.stringify(body.messages)) ?? [];
      const number = Number(desk);
      const sight = makeSight(body, pageOf(number));
      const isFirst = !body.messages.some(({ role }) => role === 'assistant');
      const play = isFirst ? startPlay(task, sight) : plays.get(number);
      if (play === undefined) return finish(false, `There is no script for ${task}.`);
      plays.set(number, play);
      Object.assign(play.sight, sight);
      return nextAnswer(play);
    },
  });
}

function startPlay(task: string, sight: Sight): Play | undefined {
  const script = SCRIPTS[task];
  return script && { sight, proposals: script(sight) };
}

/** A script that finds itself at a loss says so in the run's answer, where a trace shows it. */
async function nextAnswer({ proposals }: Play): Promise<{ say: string; calls: Call[] }> {
  try {
    const { value, done } = await proposals.next();
    return done ? finish(true, 'Done.') : { say: 'Worked out.', calls: value as Call[] };
  } catch (error) {
    return finish(false, String(error));
  }
}

function finish(success: boolean, answer: string): { say: string; calls: Call[] } {
  return { say: answer, calls: [{ name: 'finish', args: { success, answer } }] };
}
