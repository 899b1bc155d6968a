import { findCandidates } from '../ground';
import type { InstructionOf } from '../instruction';
import { say } from '../messages';
import { giveUp, reportMissing, waitOnce } from '../moves';
import { DONE, mainDone, type Move, type StepContext } from '../step';

/** Less is only alike. */
const NAMED = 0.85;

/** "click Like on all posts by Ada", "on 2 of them": one click each, in the order of the page, none of them twice. */
export function activateEvery(instruction: InstructionOf<'activate'>, context: StepContext): Move {
  const clicked = new Set(mainDone(context).map(({ args }) => args['ref']));
  const most = instruction.every === 'all' ? Number.POSITIVE_INFINITY : (instruction.every ?? 1);
  const given = giveUp(instruction, context);
  if (given !== undefined) return given;
  const found = findCandidates(context.page, instruction.target, { threshold: NAMED })
    .map(({ node }) => node)
    .filter(({ ref }) => !clicked.has(ref))
    .sort((one, other) => one.order - other.order)
    .slice(0, Math.max(0, most - clicked.size));
  if (found.length > 0) {
    const calls = found.map(({ ref }) => ({ name: 'click', args: { ref }, purpose: 'main' as const }));
    return { kind: 'act', calls };
  }
  if (clicked.size > 0) return DONE;
  const missing = say(context.language, 'thing', { name: instruction.target.raw });
  return (
    waitOnce(context, '') ??
    reportMissing(instruction, context, { phrase: instruction.target, wish: {}, missing })
  );
}
