import { findCandidates, type Wish } from '../ground';
import type { InstructionOf, TargetPhrase } from '../instruction';
import { say } from '../messages';
import { actOn, giveUp } from '../moves';
import { parseTarget } from '../parse-target';
import { DONE, failedRefs, mainDone, type Move, type Step, type StepCall, type StepContext } from '../step';
import { setOnOff } from './set-value';

const BOXES: ReadonlySet<string> = new Set([
  'checkbox',
  'switch',
  'radio',
  'menuitemcheckbox',
  'menuitemradio',
]);

/** "check Newsletter", "turn off dark mode", 勾选, 取消勾选. */
export const check: Step<InstructionOf<'check'>> = (instruction, context) => {
  if (mainDone(context).length > 0 && pendingParts(instruction, context).length === 0) return DONE;
  const given = giveUp(instruction, context);
  if (given !== undefined) return given;
  const several = checkSeveral(instruction, context);
  if (several !== undefined) return several;
  if (mainDone(context).length > 0) return DONE;
  const { target, checked } = instruction;
  const wish: Wish = {
    roles: new Set([...BOXES, 'button']),
    threshold: 0.6,
    withGroups: true,
    bonus: (node, score) =>
      node.role !== 'button' ? 0.05 : node.states.has('pressed') ? 0 : score >= 0.95 ? -0.1 : -2,
  };
  if (target.deictic || target.variants.every(({ text }) => text === ''))
    return checkOnly(instruction, context);
  const missing = say(context.language, 'checkbox', { name: target.raw });
  return actOn(instruction, context, { phrase: target, wish, missing }, (node) => setOnOff(node, checked));
};

/** "the checkbox": there has to be one only. */
function checkOnly(instruction: InstructionOf<'check'>, context: StepContext): Move {
  const element = context.attachments.find(({ kind }) => kind === 'element');
  if (element?.kind === 'element') {
    return {
      kind: 'act',
      calls: [
        {
          name: 'set_checked',
          args: { checked: instruction.checked },
          purpose: 'main',
          target: element.fingerprint,
        },
      ],
    };
  }
  const any: TargetPhrase = { raw: instruction.target.raw, variants: [], deictic: false };
  const boxes = context.page.nodes.filter((node) => node.ref !== undefined && BOXES.has(node.role));
  const only = boxes.length === 1 ? boxes[0] : undefined;
  if (only !== undefined) return setOnOff(only, instruction.checked);
  return actOn(
    instruction,
    context,
    { phrase: any, wish: { roles: BOXES }, missing: say(context.language, 'checkbox', { name: '' }) },
    () => DONE,
  );
}

/** "check Red and Blue" when no box is called so but each part is one. */
function checkSeveral(instruction: InstructionOf<'check'>, context: StepContext): Move | undefined {
  const calls = pendingParts(instruction, context);
  return calls.length === 0 ? undefined : { kind: 'act', calls, batch: true };
}

function pendingParts({ target, checked }: InstructionOf<'check'>, context: StepContext): StepCall[] {
  const parts = target.raw.split(/\s+and\s+|\s*[,，、]\s*|和|以及/i).filter((part) => part !== '');
  const whole = findCandidates(context.page, target, { roles: BOXES, threshold: 0.75 });
  if (parts.length < 2 || whole.length > 0) return [];
  const exclude = failedRefs(context);
  const found = parts.map(
    (part) =>
      findCandidates(context.page, parseTarget(part), { roles: BOXES, exclude, withGroups: true })[0]?.node,
  );
  if (found.some((node) => node === undefined)) return [];
  return found.flatMap((node) => {
    const move = node === undefined ? DONE : setOnOff(node, checked);
    return move.kind === 'act' ? move.calls : [];
  });
}
