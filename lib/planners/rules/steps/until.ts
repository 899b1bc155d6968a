import { findCandidates } from '../ground';
import type { InstructionOf, NumberTest } from '../instruction';
import { say } from '../messages';
import { giveUp, reportMissing, waitOnce } from '../moves';
import type { PageTree } from '../read-observation';
import { act, DONE, type Step } from '../step';

const MOST_PRESSES = 40;
/** A number that stands alone. */
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** "generate a number less than 5": presses the button called so until the page shows such a number. */
export const pressUntil: Step<InstructionOf<'press-until'>> = (instruction, context) => {
  const given = giveUp(instruction, context);
  if (given !== undefined) return given;
  const presses = context.tried.filter(({ name, status }) => name === 'click' && status === 'done').length;
  const shown = presses === 0 ? undefined : readNumber(context.page);
  if (shown !== undefined && passes(shown, instruction.test)) return DONE;
  const phrase = { raw: instruction.button, variants: [{ text: instruction.button }], deictic: false };
  const wish = { roles: new Set(['button', 'link', 'clickable']), threshold: 0.8 };
  const button = findCandidates(context.page, phrase, wish)[0]?.node;
  // Pressing again and again is looking for it; the number of presses has a limit of its own.
  if (button !== undefined && presses < MOST_PRESSES) return act('click', { ref: button.ref }, 'open');
  const missing = say(context.language, 'thing', { name: instruction.button });
  return waitOnce(context, '') ?? reportMissing(instruction, context, { phrase, wish, missing });
};

function readNumber({ nodes }: PageTree): number | undefined {
  const shown = nodes.find((node) => node.ref === undefined && NUMBER.test(node.name.trim()));
  return shown === undefined ? undefined : Number(shown.name);
}

function passes(value: number, test: NumberTest): boolean {
  switch (test.is) {
    case 'less':
      return value < test.than;
    case 'greater':
      return value > test.than;
    case 'odd':
      return Math.abs(value % 2) === 1;
    case 'even':
      return value % 2 === 0;
  }
}
