import type { Instruction, Order } from '../instruction';
import { say } from '../messages';
import { DONE, type Move, type StepContext } from '../step';
import { activate, hover, turnPage } from './activate';
import { addTo, setQuantity } from './add-to-cart';
import { browse, closeTab, navigate, pressKeys, scroll, switchTab, wait } from './browse';
import { check } from './check';
import { chooseOption } from './choose-option';
import { filterBy } from './filter';
import { actOnItem } from './item-action';
import { forward } from './forward';
import { read } from './read';
import { reply } from './reply';
import { search } from './search';
import { expand, focus } from './seek';
import { setField } from './set-field';
import { setMatching } from './set-matching';
import { sortBy } from './sort';
import { submit } from './submit';
import { pressUntil } from './until';
import { fillFromPage, note } from './values';

type Steps = {
  [K in Order['kind']]: (instruction: Extract<Instruction, { kind: K }>, context: StepContext) => Move;
};

const cannot: (instruction: Instruction, context: StepContext) => Move = ({ text }, { language }) => ({
  kind: 'fail',
  message: say(language, 'not-understood', { text }),
});

/** One step per kind of instruction. */
export const STEPS: Steps = {
  search,
  activate,
  add: addTo,
  quantity: setQuantity,
  set: setField,
  choose: chooseOption,
  check,
  submit,
  scroll,
  browse,
  navigate,
  'switch-tab': switchTab,
  'close-tab': closeTab,
  wait,
  keys: pressKeys,
  read,
  sort: sortBy,
  filter: filterBy,
  reply,
  forward,
  'item-action': actOnItem,
  'turn-page': turnPage,
  hover,
  'set-matching': setMatching,
  'press-until': pressUntil,
  note,
  'fill-from-page': fillFromPage,
  expand,
  focus,
  explore: cannot,
  within: cannot,
  repeat: cannot,
  nothing: () => DONE,
  unknown: (instruction, { language }) => ({
    kind: 'fail',
    message: say(language, instruction.why === 'condition' ? 'condition' : 'not-understood', {
      text: instruction.text,
    }),
  }),
};

/** What an instruction needs next. */
export function takeStep(instruction: Instruction, context: StepContext): Move {
  const step = STEPS[instruction.kind] as (instruction: Instruction, context: StepContext) => Move;
  return step(instruction, context);
}
