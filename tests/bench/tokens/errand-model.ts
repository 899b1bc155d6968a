import type { ChatRequestBody, ScriptedReply } from '../../support/loopback-endpoint.ts';
import { viewOf } from '../../e2e/support/scripted-model.ts';
import { findTarget } from './find-target.ts';
import type { TokenStep } from './parse-step.ts';
import type { TokenTask } from './tasks.ts';

type Call = NonNullable<ScriptedReply['calls']>[number];

/** As often as a model that does not see what it looks for waits before it gives up. */
const MOST_WAITS = 3;

/**
 * Plays a task from what each request shows, as the prompt asks for: with a plan, with one sentence for the user, and several calls at
 * once where they belong to the page as it is seen, up to the first that may change it.
 */
export class ErrandModel {
  /** Steps that are done, or were called. */
  at = 0;
  private waits = 0;
  private phase = -1;
  private readonly task: TokenTask;
  private readonly together: boolean;

  /** `together`: several calls at once. */
  constructor(task: TokenTask, together: boolean) {
    this.task = task;
    this.together = together;
  }

  answer(body: ChatRequestBody): ScriptedReply {
    this.at -= countNotDone(body);
    const { steps } = this.task;
    const next = steps[this.at];
    if (!next) return { say: 'It is done.', calls: [this.finish(true, 'It is done.')] };
    const calls = this.callsFor(steps.slice(this.at), viewOf(body).text);
    if (calls.length === 0) return this.wait(next);
    this.at += calls.length;
    return { say: `I ${next.words}.`, calls: [...this.planCalls(), ...calls] };
  }

  /** What follows a click is decided once its effect is seen. */
  private callsFor(steps: readonly TokenStep[], text: string): Call[] {
    const calls: Call[] = [];
    for (const step of steps) {
      const call = callOf(step, text);
      if (call) calls.push(call);
      if (!call || !this.together || step.does === 'click' || step.does === 'scroll') break;
    }
    return calls;
  }

  private wait({ words }: TokenStep): ScriptedReply {
    this.waits += 1;
    if (this.waits > MOST_WAITS)
      return { calls: [this.finish(false, `Nothing shows what to act on: ${words}`)] };
    return { say: 'I wait for it.', calls: [otherAction('wait_for', { seconds: 1 })] };
  }

  /** The plan, when another part of it has begun. */
  private planCalls(): Call[] {
    const { phases } = this.task;
    const phase = phases.findLastIndex(({ from }) => from < this.at);
    if (phase === this.phase) return [];
    this.phase = phase;
    const items = phases.map(({ words }, index) => ({
      text: words,
      state: index < phase ? 'done' : index === phase ? 'doing' : 'todo',
    }));
    return [{ name: 'update_plan', args: { items } }];
  }

  private finish(success: boolean, answer: string): Call {
    return { name: 'finish', args: { success, answer, ...(success ? { evidence: this.task.shows } : {}) } };
  }
}

/** Calls of the last reply that another page got in the way of. */
function countNotDone({ messages }: ChatRequestBody): number {
  const last = messages.findLastIndex(({ role }) => role === 'assistant');
  const results = messages.slice(last + 1).filter(({ role }) => role === 'tool');
  return results.filter(({ content }) => String(content).startsWith('Not done')).length;
}

/** Undefined when the request does not show the target. */
function callOf({ does, target, value }: TokenStep, text: string): Call | undefined {
  if (!target) return otherAction('scroll', { direction: 'down' });
  const ref = findTarget(text, target);
  if (ref === undefined) return undefined;
  switch (does) {
    case 'type':
      return { name: 'type_text', args: { ref, text: value } };
    case 'choose':
      return { name: 'choose', args: { ref, text: value } };
    case 'check':
      return { name: 'set_checked', args: { ref, checked: true } };
    default:
      return { name: 'click', args: { ref } };
  }
}

function otherAction(name: string, args: Record<string, unknown>): Call {
  return { name: 'other_action', args: { name, args } };
}
