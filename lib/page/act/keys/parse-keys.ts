import type { Modifier } from '../pointer/pointer-device';

/** One key as it is pressed: `key` and `code` as KeyboardEvent has them. */
export interface KeyPress {
  key: string;
  code: string;
  /** Legacy `keyCode`; many handlers still ask for it. */
  keyCode: number;
  modifiers: Modifier[];
}

/** `key`, `code`, `keyCode` of the keys that have names: https://w3c.github.io/uievents-key/ */
const NAMED_KEYS: Record<string, [key: string, code: string, keyCode: number]> = {
  enter: ['Enter', 'Enter', 13],
  return: ['Enter', 'Enter', 13],
  tab: ['Tab', 'Tab', 9],
  escape: ['Escape', 'Escape', 27],
  esc: ['Escape', 'Escape', 27],
  space: [' ', 'Space', 32],
  backspace: ['Backspace', 'Backspace', 8],
  delete: ['Delete', 'Delete', 46],
  del: ['Delete', 'Delete', 46],
  insert: ['Insert', 'Insert', 45],
  home: ['Home', 'Home', 36],
  end: ['End', 'End', 35],
  pageup: ['PageUp', 'PageUp', 33],
  pagedown: ['PageDown', 'PageDown', 34],
  arrowleft: ['ArrowLeft', 'ArrowLeft', 37],
  arrowup: ['ArrowUp', 'ArrowUp', 38],
  arrowright: ['ArrowRight', 'ArrowRight', 39],
  arrowdown: ['ArrowDown', 'ArrowDown', 40],
  left: ['ArrowLeft', 'ArrowLeft', 37],
  up: ['ArrowUp', 'ArrowUp', 38],
  right: ['ArrowRight', 'ArrowRight', 39],
  down: ['ArrowDown', 'ArrowDown', 40],
  contextmenu: ['ContextMenu', 'ContextMenu', 93],
  plus: ['+', 'Equal', 187],
};

const MODIFIER_NAMES: Record<string, Modifier> = {
  control: 'Control',
  ctrl: 'Control',
  shift: 'Shift',
  alt: 'Alt',
  option: 'Alt',
  meta: 'Meta',
  cmd: 'Meta',
  command: 'Meta',
};

/**
 * Reads `Control+A`, `ArrowDown ArrowDown Enter`, `Escape`. When any part is no key, the whole is text to be typed
 * character by character, spaces included. `Ctrl+Foo` is undefined: it was meant as keys and is none.
 */
export function parseKeys(keys: string): KeyPress[] | undefined {
  const parts = keys.split(/\s+/u).filter((part) => part !== '');
  const presses = parts.map(parseChord);
  if (parts.length > 0 && presses.every((press) => press !== undefined)) return presses;
  if (parts.some((part, index) => presses[index] === undefined && startsWithModifier(part))) return undefined;
  return Array.from(keys, pressOf);
}

function startsWithModifier(part: string): boolean {
  const [first = '', ...rest] = part.split('+');
  return rest.length > 0 && rest.every((piece) => piece !== '') && first.toLowerCase() in MODIFIER_NAMES;
}

function parseChord(chord: string): KeyPress | undefined {
  // `Control++` and `+`: the last plus is the key.
  const pieces = chord.endsWith('+')
    ? [...chord.slice(0, -1).split('+').filter(Boolean), '+']
    : chord.split('+');
  const last = pieces.at(-1) ?? '';
  const modifiers = pieces.slice(0, -1).map((piece) => findOwn(MODIFIER_NAMES, piece.toLowerCase()));
  if (modifiers.some((modifier) => modifier === undefined)) return undefined;
  const press = parseKey(last);
  return press && addModifiers(press, modifiers as Modifier[]);
}

function parseKey(name: string): KeyPress | undefined {
  const named = findOwn(NAMED_KEYS, name.toLowerCase());
  if (named) return { key: named[0], code: named[1], keyCode: named[2], modifiers: [] };
  const functionKey = /^F([1-9]|1[0-2])$/i.exec(name);
  if (functionKey) {
    const code = name.toUpperCase();
    return { key: code, code, keyCode: 111 + Number(functionKey[1]), modifiers: [] };
  }
  return Array.from(name).length === 1 ? pressOf(name) : undefined;
}

/** Control+A is the key `a`, as keyboards without caps lock send it. */
function addModifiers(press: KeyPress, modifiers: Modifier[]): KeyPress {
  if (modifiers.length === 0) return press;
  const shifted = modifiers.includes('Shift');
  const key =
    press.key.length === 1 ? (shifted ? press.key.toUpperCase() : press.key.toLowerCase()) : press.key;
  return { ...press, key, modifiers };
}

/** The key press that types a character. */
export function pressOf(character: string): KeyPress {
  if (character === '\n' || character === '\r')
    return { key: 'Enter', code: 'Enter', keyCode: 13, modifiers: [] };
  if (character === '\t') return { key: 'Tab', code: 'Tab', keyCode: 9, modifiers: [] };
  const upper = character.toUpperCase();
  if (/^[A-Z]$/.test(upper)) {
    const modifiers: Modifier[] = character === upper ? ['Shift'] : [];
    return { key: character, code: `Key${upper}`, keyCode: upper.charCodeAt(0), modifiers };
  }
  if (/^\d$/.test(character)) {
    return { key: character, code: `Digit${character}`, keyCode: character.charCodeAt(0), modifiers: [] };
  }
  return {
    key: character,
    code: character === ' ' ? 'Space' : '',
    keyCode: character === ' ' ? 32 : 0,
    modifiers: [],
  };
}

function findOwn<T>(table: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
