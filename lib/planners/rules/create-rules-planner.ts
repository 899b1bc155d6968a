import type { ActionCall } from '../../trajectories/action';
import { sinceNewestTask } from '../newest-task';
import type { Planner, PlannerContext, ProposeResult } from '../planner';
import { finishRun } from './finish-run';
import type { Instruction, Language } from './instruction';
import { say } from './messages';
import { parseTask, readLanguage } from './parse-task';
import { makeCallId, makePlan, readCorrections, readProgress, type Progress } from './progress';
import { readObservation, type PageTree } from './read-observation';
import { readContext } from './step-context';
import { takeStep } from './steps/registry';
import type { Move, StepCall } from './step';

/** Proposals that one instruction may take before it is given up. */
const MOST_PROPOSALS_EACH = 6;
/** Kinds whose field changes may share a proposal. */
const BATCHED = new Set(['set', 'choose', 'check']);
const MOST_IN_BATCH = 40;

/** A run as the rules see it, read anew for every proposal. */
interface Situation {
  context: PlannerContext;
  instructions: Instruction[];
  progress: Progress;
  page: PageTree;
  language: Language;
  now: number;
}

/**
 * The planner that needs no model: it follows explicit instructions in English and Chinese (docs/rules-planner.md).
 * Stateless: what is done is read off the plan and the calls of its own earlier proposals. `now` is in ms.
 */
export function createRulesPlanner({ now }: { now: () => number }): Planner {
  return {
    scope: 'page',
    propose(context) {
      const startedAt = now();
      return Promise.resolve(proposeSafely(sinceNewestTask(context), startedAt, now));
    },
  };
}

function proposeSafely(context: PlannerContext, startedAt: number, now: () => number): ProposeResult {
  try {
    const proposal = proposeNext(context, startedAt);
    return { ok: true, proposal: { ...proposal, latencyMs: Math.max(0, now() - startedAt) } };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      failure: { code: 'rules-broken', message: `The built-in rules failed: ${reason}`, params: { reason } },
    };
  }
}

interface Draft {
  say: string;
  plan: ReturnType<typeof makePlan>;
  actions: ActionCall[];
  usage: { promptTokens: number; cachedTokens: number; completionTokens: number };
}

function proposeNext(context: PlannerContext, now: number): Draft {
  const situation = readSituation(context, now);
  const { instructions, language } = situation;
  const unread = instructions.find(({ kind }) => kind === 'unknown');
  if (unread !== undefined) return stop(situation, 0, takeStep(unread, readContext(situation, 0)));
  if (instructions.length === 0) {
    return stop(situation, 0, {
      kind: 'fail',
      message: say(language, 'no-instruction', { text: context.task.text }),
    });
  }
  return advance(situation);
}

function readSituation(context: PlannerContext, now: number): Situation {
  const corrections = readCorrections(context.history);
  const instructions = [context.task.text, ...corrections].flatMap(parseTask);
  return {
    context,
    instructions,
    progress: readProgress(context, instructions),
    page: readObservation(context.observation.text),
    language: readLanguage(context.task.text),
    now,
  };
}

/** Goes through the instructions until one needs something of the page or of the user. */
function advance(situation: Situation): Draft {
  const { instructions, progress } = situation;
  let evidence: string | undefined;
  for (let index = progress.current; index < instructions.length; index += 1) {
    const move = moveFor(situation, index);
    if (move.kind === 'done') {
      if (move.answer !== undefined) progress.answers.set(index, move.answer);
      evidence = move.evidence ?? evidence;
      continue;
    }
    if (move.kind === 'act') return carryOut(situation, index, move);
    return stop(situation, index, move);
  }
  return propose(situation, instructions.length, instructions.length, [finishRun(situation, evidence)]);
}

function moveFor(situation: Situation, index: number): Move {
  const { instructions, progress, language } = situation;
  const instruction = instructions[index] as Instruction;
  const tried = progress.tried.get(index) ?? [];
  const context = readContext(situation, index);
  const last = context.tried.at(-1);
  if (last?.status === 'uncertain') {
    return {
      kind: 'ask',
      question: say(language, 'again-question', { text: instruction.text }),
      choices: [say(language, 'yes'), say(language, 'no')],
    };
  }
  const move = takeStep(instruction, context);
  // What only opens things is counted where it is done.
  const spent = new Set(tried.filter(({ purpose }) => purpose !== 'open').map(({ proposal }) => proposal))
    .size;
  if ((move.kind === 'act' || move.kind === 'ask') && spent >= MOST_PROPOSALS_EACH) {
    return { kind: 'fail', message: say(language, 'stuck', { text: instruction.text }) };
  }
  return move;
}

/** The calls of this instruction and, when it only fills in a field, of the ones after it that do the same. */
function carryOut(situation: Situation, index: number, first: Move & { kind: 'act' }): Draft {
  const parts = [{ index, calls: first.calls }];
  let last = index;
  for (
    let next = index + 1;
    first.batch === true && next < situation.instructions.length && parts.length < MOST_IN_BATCH;
    next += 1
  ) {
    if (!BATCHED.has(situation.instructions[next]?.kind ?? '')) break;
    const move = moveFor(situation, next);
    if (move.kind === 'done') continue;
    if (move.kind !== 'act' || move.batch !== true) break;
    parts.push({ index: next, calls: move.calls });
    last = next;
  }
  const actions = parts.flatMap((part) =>
    part.calls.map((call, place) => toCall(situation, part.index, call, place)),
  );
  return propose(situation, index, last, actions);
}

function toCall({ progress }: Situation, index: number, call: StepCall, place: number): ActionCall {
  const callId = makeCallId(progress.proposals, index, call.purpose, place);
  return {
    name: call.name,
    args: call.args,
    callId,
    ...(call.target === undefined ? {} : { target: call.target }),
  };
}

/** Asks, or ends the run with what could not be done. */
function stop(situation: Situation, index: number, move: Move): Draft {
  if (move.kind === 'ask') {
    const args = { question: move.question, ...(move.choices.length === 0 ? {} : { choices: move.choices }) };
    return propose(situation, index, index, [
      toCall(situation, index, { name: 'ask_user', args, purpose: 'ask' }, 0),
    ]);
  }
  const answer = move.kind === 'fail' ? move.message : '';
  const finish: StepCall = {
    name: 'finish',
    args: { success: false, answer: answer.slice(0, 10_000) },
    purpose: 'main',
  };
  return propose(situation, index, index, [toCall(situation, index, finish, 0)]);
}

function propose(
  { instructions, progress }: Situation,
  current: number,
  last: number,
  actions: ActionCall[],
): Draft {
  const doing = instructions.slice(current, last + 1).map(({ text }) => text);
  return {
    say: doing.join('; ').slice(0, 300),
    plan: makePlan(instructions, current, last, progress.answers),
    actions,
    usage: { promptTokens: 0, cachedTokens: 0, completionTokens: 0 },
  };
}
