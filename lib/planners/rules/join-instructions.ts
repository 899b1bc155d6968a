import type { Instruction, InstructionOf } from './instruction';

/** Reads neighbouring instructions together, where one says how, where or with what another is meant. */
export function joinInstructions(instructions: Instruction[]): Instruction[] {
  return joinPlaces(joinExplorations(joinNotes(joinSubmissions(instructions))));
}

/** A search submits itself and a reply sends itself: a "submit" or "press Enter" right after it is the same step. */
function joinSubmissions(instructions: Instruction[]): Instruction[] {
  return instructions.map((instruction, index) => {
    const previous = instructions[index - 1];
    const next = instructions[index + 1];
    if (instruction.kind === 'reply' && next !== undefined && isSending(next))
      return { ...instruction, send: false };
    const enters =
      instruction.kind === 'submit' || (instruction.kind === 'keys' && instruction.keys === 'Enter');
    if (previous?.kind === 'search' && enters) return nothing(instruction);
    return instruction;
  });
}

function isSending({ kind, text }: Instruction): boolean {
  return kind === 'submit' || (kind === 'activate' && /\bsend\b|\breply\b|发送|回复/i.test(text));
}

const SAME_VALUE =
  /^(?:(?:that|this|the|your|its)\s+)?(?:it|that|this|them|(?:copied\s+)?(?:text|word|value|answer|result|solution|number|sum|name))$/i;

/** "copy the text …, paste it into the box": what was noted is what is typed. */
function joinNotes(instructions: Instruction[]): Instruction[] {
  let noted: InstructionOf<'note'> | undefined;
  const joined: Instruction[] = [];
  for (const instruction of instructions) {
    if (instruction.kind === 'note') noted = instruction;
    const takes = instruction.kind === 'set' && SAME_VALUE.test(instruction.value);
    if (!takes || noted === undefined) {
      joined.push(instruction);
      continue;
    }
    const at = joined.indexOf(noted);
    if (at !== -1) joined[at] = nothing(noted);
    joined.push({ ...instruction, source: noted.source, text: `${noted.text}, ${instruction.text}` });
  }
  return joined;
}

/** "switch between the tabs to find and click on X": X may be behind any of them. */
function joinExplorations(instructions: Instruction[]): Instruction[] {
  const joined = [...instructions];
  instructions.forEach((instruction, index) => {
    if (instruction.kind !== 'explore') return;
    const at = instructions.findIndex(
      ({ kind }, later) => later > index && kind !== 'explore' && kind !== 'within',
    );
    const next = instructions[at];
    joined[index] =
      next?.kind === 'activate' ? nothing(instruction) : { ...instruction, kind: 'unknown', why: 'unreadable' };
    if (next?.kind === 'activate') joined[at] = { ...next, seek: true };
  });
  return joined;
}

/** "for the user @leo, click Mute": of several, the one beside those words. */
function joinPlaces(instructions: Instruction[]): Instruction[] {
  const joined = [...instructions];
  instructions.forEach((instruction, index) => {
    if (instruction.kind !== 'within') return;
    const next = joined[index + 1];
    if (next?.kind !== 'activate') {
      joined[index] = { ...instruction, kind: 'unknown', why: 'unreadable' };
      return;
    }
    const variants = next.target.variants.map((variant) => ({ near: instruction.near, ...variant }));
    joined[index] = nothing(instruction);
    joined[index + 1] = { ...next, target: { ...next.target, variants } };
  });
  return joined;
}

function nothing({ text }: Instruction): Instruction {
  return { kind: 'nothing', text };
}
