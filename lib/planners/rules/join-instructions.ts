import type { Instruction, InstructionOf, TargetPhrase } from './instruction';

/** Reads neighbouring instructions together, where one says how, where or with what another is meant. */
export function joinInstructions(instructions: Instruction[]): Instruction[] {
  return joinPlaces(joinMentions(joinExplorations(joinNotes(joinSubmissions(instructions)))));
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
      next?.kind === 'activate'
        ? nothing(instruction)
        : { ...instruction, kind: 'unknown', why: 'unreadable' };
    if (next?.kind === 'activate') joined[at] = { ...next, seek: true };
  });
  return joined;
}

/** "find the message from Ada and delete it": what was found is what the next instruction is about. */
function joinMentions(instructions: Instruction[]): Instruction[] {
  const joined = [...instructions];
  instructions.forEach((instruction, index) => {
    if (instruction.kind !== 'search' || instruction.mentions === undefined) return;
    const next = joined[index + 1];
    const about = next === undefined ? undefined : aboutItem(next, instruction.mentions);
    if (about === undefined) return;
    joined[index] = nothing(instruction);
    joined[index + 1] = about;
  });
  return joined;
}

/** The instruction with its item, when it names none itself. */
function aboutItem(instruction: Instruction, item: TargetPhrase): Instruction | undefined {
  const text = instruction.text;
  switch (instruction.kind) {
    case 'reply':
      return isOpen(instruction.to) ? { ...instruction, to: item, text } : undefined;
    case 'forward':
    case 'item-action':
      return isOpen(instruction.item) ? { ...instruction, item, text } : undefined;
    case 'activate': {
      const near = item.variants[0]?.text ?? item.raw;
      const variants = instruction.target.variants.map((variant) => ({ near, ...variant }));
      return { ...instruction, target: { ...instruction.target, variants } };
    }
    default:
      return undefined;
  }
}

function isOpen(phrase: TargetPhrase | undefined): boolean {
  return phrase === undefined || phrase.deictic || /^(?:them|him|her|that \w+)$/i.test(phrase.raw);
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
