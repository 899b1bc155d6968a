export type Language = 'en' | 'zh';

/** "the second cheapest kettle" = { by: 'price', order: 'lowest', index: 1 }. */
export interface Rank {
  by: 'price' | 'rating' | 'date' | 'duration' | 'number' | 'position';
  order: 'lowest' | 'highest';
  /** From 0; -1 is the last one (only for `position`). */
  index: number;
}

/** What sort of thing the user named, when they said so ("the Save button"). */
export type TargetKind =
  | 'button'
  | 'link'
  | 'field'
  | 'area'
  | 'checkbox'
  | 'radio'
  | 'tab'
  | 'menu'
  | 'item'
  | 'row'
  | 'image'
  | 'heading'
  | 'list'
  | 'slider';

/** How the user named an element. */
export interface TargetPhrase {
  /** As written. */
  raw: string;
  /** Readings of the phrase, the most literal first: `near` is a mentioned context ("Edit" near "Ada"). */
  variants: { text: string; near?: string }[];
  kind?: TargetKind;
  rank?: Rank;
  /** "this", "it", 这个: the attachment, or what the last instruction dealt with. */
  deictic: boolean;
}

/** A value that the user describes instead of saying it: the page has it. */
export type ValueSource =
  /** "the 2nd word in the paragraph"; -1 is the last one. */
  | { from: 'word'; index: number; where: TargetPhrase }
  /** "the value of Last name". */
  | { from: 'label'; label: TargetPhrase }
  /** "the text in the 1st text area", "the text below". */
  | { from: 'text'; where: TargetPhrase }
  /** "your answer": of the calculation that the page shows. */
  | { from: 'calculation' };

/** What a number on the page has to be. */
export type NumberTest = { is: 'less' | 'greater'; than: number } | { is: 'odd' | 'even' };

/** What one instruction asks for; `unknown` is what the grammar cannot read. */
export type Order =
  /** `mentions`: found for the instructions after it ("find the message from Ada and delete it"). */
  | { kind: 'search'; query: string; where?: { query: string; place: string }; mentions?: TargetPhrase }
  /** `open` looks for something to go to, `click` for anything; `tentative`: no known verb, perhaps a button's name. */
  | {
      kind: 'activate';
      target: TargetPhrase;
      verb: 'open' | 'click';
      tentative?: boolean;
      orElseBack?: boolean;
      /** What is closed may be opened, one after the other, until the target is there. */
      seek?: boolean;
      /** On so many of the things that fit, or on all. */
      every?: number | 'all';
    }
  | { kind: 'add'; quantity: number; item?: TargetPhrase; place: string }
  | { kind: 'quantity'; quantity: number; item?: TargetPhrase }
  /** `splits`: other ways to cut "Street and number 12 St James Square" into label and value; the page decides. */
  | {
      kind: 'set';
      field: TargetPhrase;
      value: string;
      splits?: { label: string; value: string }[];
      /** Instead of `value`. */
      source?: ValueSource;
    }
  /** "an item that starts with An and ends with ca": the suggestion of the field that does. */
  | { kind: 'set-matching'; field: TargetPhrase; starts: string; ends: string }
  /** "generate a number less than 5": the button, pressed until the page shows such a number. */
  | { kind: 'press-until'; button: string; test: NumberTest }
  /** "the value that belongs to each label": every empty field whose label the page has a value for. */
  | { kind: 'fill-from-page' }
  /** A value that a later instruction means by "it"; on its own it is an answer. */
  | { kind: 'note'; source: ValueSource }
  /** "expand the section below". */
  | { kind: 'expand'; target: TargetPhrase }
  | { kind: 'focus'; target: TargetPhrase }
  /** "look through the tabs": how to find what the next instruction names. */
  | { kind: 'explore' }
  /** "for the user @leo": where the next instruction finds what it names. */
  | { kind: 'within'; near: string }
  | { kind: 'choose'; option: TargetPhrase; field?: TargetPhrase }
  | { kind: 'check'; target: TargetPhrase; checked: boolean }
  | { kind: 'submit'; name?: string }
  | {
      kind: 'scroll';
      direction?: 'up' | 'down' | 'left' | 'right';
      edge?: 'top' | 'bottom';
      target?: TargetPhrase;
    }
  | { kind: 'browse'; call: 'go_back' | 'go_forward' | 'reload' }
  | { kind: 'navigate'; url: string; newTab: boolean }
  | { kind: 'switch-tab'; name: string }
  | { kind: 'close-tab' }
  | { kind: 'wait'; shown?: string; seconds?: number }
  | { kind: 'keys'; keys: string }
  | { kind: 'read'; what: TargetPhrase; count: boolean }
  | { kind: 'sort'; by: string; order?: 'lowest' | 'highest' }
  | { kind: 'filter'; by: string; min?: number; max?: number }
  | { kind: 'reply'; to?: TargetPhrase; message: string; send: boolean }
  | { kind: 'forward'; to: string; item?: TargetPhrase }
  | { kind: 'item-action'; action: string; item?: TargetPhrase }
  | { kind: 'turn-page'; to: 'next' | 'previous' }
  | { kind: 'hover'; target: TargetPhrase }
  | { kind: 'repeat'; times: number }
  | { kind: 'nothing' }
  | { kind: 'unknown'; why: 'condition' | 'unreadable' };

/** One thing to do, with the words that asked for it. */
export type Instruction<O extends Order = Order> = O & { text: string };

/** The instruction of one kind, for the steps that carry it out. */
export type InstructionOf<K extends Order['kind']> = Instruction<Extract<Order, { kind: K }>>;
