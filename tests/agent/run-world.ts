import { drive } from '../../lib/agent/driver';
import { fold } from '../../lib/agent/fold';
import type { RunState } from '../../lib/agent/state';
import type { Answer } from '../../lib/trajectories/verdict';
import { RUN_ID, type FakeWorld } from './fake-ports';

export interface UserScript {
  /** Answers in turn; the last one is repeated. */
  answers: readonly Answer[];
  /** How often the user resumes a run that is paused, stopped or failed. */
  resumes: number;
  /** How often the user asks for more once the run has ended. */
  followUps?: number;
}

const LIVES = 200;

/** Drives a run to its end: wakes a killed worker, answers what is asked, resumes and asks for more so often. */
export async function runWorld(world: FakeWorld, user: UserScript): Promise<RunState> {
  let answered = 0;
  let resumed = 0;
  let followed = 0;
  for (let life = 0; life < LIVES; life += 1) {
    const { ports, signal, death } = world.startLife();
    const driven = await Promise.race([drive(RUN_ID, ports, signal), death]);
    const state = fold(world.log.events);
    if (driven === 'killed' || state.status === 'working') continue;
    if (state.status === 'needs-user') {
      answer(world, state, user.answers[Math.min(answered, user.answers.length - 1)] ?? 'allow-once');
      answered += 1;
    } else if (state.status !== 'paused' && followed < (user.followUps ?? 0)) {
      world.log.write({ type: 'follow-up', task: { text: `And a cup, ${followed}`, attachments: [] } });
      followed += 1;
    } else if (state.status === 'done' || resumed >= user.resumes) return state;
    else {
      world.log.write({ type: 'run-resumed' });
      resumed += 1;
    }
  }
  throw new Error('The run came to no end.');
}

function answer(world: FakeWorld, { waiting }: RunState, given: Answer): void {
  if (!waiting) return;
  const { actionId } = waiting;
  if (waiting.kind === 'hand-over') {
    const result = {
      status: 'done' as const,
      message: 'the user clicked it; all is well',
      effect: { added: 1 },
    };
    world.log.write({ type: 'hand-over-ended', actionId, by: 'page', did: given !== 'deny', result });
  } else if (waiting.kind === 'question')
    world.log.write({ type: 'replied', actionId, text: 'Blue, please.' });
  else world.log.write({ type: 'answered', actionId, answer: given });
  if (waiting.kind === 'access' && given !== 'deny') world.browser.withoutAccess.delete(waiting.origin);
}
