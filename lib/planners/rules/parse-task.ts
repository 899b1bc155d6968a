import { hasCjk } from './compare-words';
import type { Instruction, Language } from './instruction';
import { joinInstructions } from './join-instructions';
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
  return joinInstructions(repeatSteps(instructions)).filter(({ kind }) => kind !== 'nothing');
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
