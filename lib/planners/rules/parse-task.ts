import { hasCjk } from './compare-words';
import type { Instruction, Language } from './instruction';
import { parseInstruction } from './parse-instruction';
import { protectText } from './protect-text';
import { splitInstructions } from './split-instructions';

/** More instructions than this in one task are not read; the rest is one `unknown`. */
const MOST_INSTRUCTIONS = 200;
const LONGEST_TASK = 20_000;

/** The language in which the user is answered: Chinese as soon as the task has Chinese words. */
export function readLanguage(text: string): Language {
  return hasCjk(text.replace(/["“「『][^"”」』]*["”」』]/g, '')) ? 'zh' : 'en';
}

/** Reads a task, or a later correction of the user, into its instructions. Pleasantries are left out. */
export function parseTask(text: string): Instruction[] {
  const whole = protectText(text.slice(0, LONGEST_TASK));
  const instructions = splitInstructions(whole.text)
    .slice(0, MOST_INSTRUCTIONS)
    .flatMap((part) => parseInstruction(part, whole))
    .slice(0, MOST_INSTRUCTIONS);
  return joinSteps(repeatSteps(instructions)).filter((instruction) => instruction.kind !== 'nothing');
}

/** "repeat that twice" becomes the instruction before it, twice. */
function repeatSteps(instructions: Instruction[]): Instruction[] {
  const repeated: Instruction[] = [];
  for (const instruction of instructions) {
    const previous = repeated.at(-1);
    if (instruction.kind !== 'repeat') repeated.push(instruction);
    else if (previous === undefined)
      repeated.push({ kind: 'unknown', why: 'unreadable', text: instruction.text });
    else for (let time = 0; time < instruction.times; time += 1) repeated.push(previous);
  }
  return repeated.slice(0, MOST_INSTRUCTIONS);
}

/** A search submits itself and a reply sends itself: a "submit" or "press Enter" right after it is the same step. */
function joinSteps(instructions: Instruction[]): Instruction[] {
  return instructions.map((instruction, index) => {
    const previous = instructions[index - 1];
    const next = instructions[index + 1];
    if (instruction.kind === 'reply' && next !== undefined && isSending(next))
      return { ...instruction, send: false };
    const enters =
      instruction.kind === 'submit' || (instruction.kind === 'keys' && instruction.keys === 'Enter');
    if (previous?.kind === 'search' && enters) return { kind: 'nothing', text: instruction.text };
    return instruction;
  });
}

function isSending({ kind, text }: Instruction): boolean {
  return kind === 'submit' || (kind === 'activate' && /\bsend\b|\breply\b|发送|回复/i.test(text));
}
