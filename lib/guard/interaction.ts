import type { ActionCall } from '../trajectories/action';
import type { Target } from '../trajectories/target';

/** What an action does to its element, as far as the guard cares. */
export interface Interaction {
  /** Puts text or a value into it. */
  fills: boolean;
  /** Sets off what it stands for: a click on a control, Enter in a form. */
  activates: boolean;
  /** It does so by Enter rather than by a click. */
  byEnter: boolean;
  /** Ctrl+Enter or Cmd+Enter: sends in mail and chat, also from fields where Enter is only a new line. */
  commits: boolean;
}

const FILLING = new Set(['type_text', 'set_value', 'fill_form', 'set_date', 'choose', 'upload_file']);

/** Reads arguments by name; an action that is not known here activates, which is the careful guess. */
export function readInteraction(
  call: ActionCall,
  args: Record<string, unknown>,
  target?: Target,
): Interaction {
  const { name } = call;
  if (name === 'press_keys') return readKeys(String(args['keys'] ?? ''));
  const submits = args['submit'] === true;
  if (FILLING.has(name)) return { fills: true, activates: submits, byEnter: submits, commits: false };
  if (HARMLESS.has(name)) return { fills: false, activates: false, byEnter: false, commits: false };
  const onlyFocuses = target !== undefined && name === 'click' && isTextField(target);
  return { fills: false, activates: !onlyFocuses, byEnter: false, commits: false };
}

/** Actions of the page that set nothing off: they look, move the view, or change one native control's state. */
const HARMLESS = new Set([
  'hover',
  'scroll',
  'select_option',
  'set_checked',
  'wait_for',
  'read_page',
  'find_text',
  'expand',
]);

const ENTER = new Set(['enter', 'return', 'numpadenter']);
const SPACE = new Set(['space', 'spacebar']);
/** Keys that neither write nor set anything off. */
const MOVING =
  /^(tab|escape|esc|arrow(up|down|left|right)|home|end|pageup|pagedown|shift|control|ctrl|alt|meta|f\d{1,2})$/;

function readKeys(keys: string): Interaction {
  const chords = keys.split(/\s+/).filter((chord) => chord !== '');
  const parts = chords.map((chord) => chord.toLowerCase().split('+'));
  const hasEnter = /[\r\n]/.test(keys) || parts.some((chord) => ENTER.has(chord.at(-1) ?? ''));
  const hasSpace =
    keys.includes('  ') || keys.trim() === '' || parts.some((chord) => SPACE.has(chord.at(-1) ?? ''));
  const commits = parts.some(
    (chord) =>
      ENTER.has(chord.at(-1) ?? '') && chord.some((key) => /^(control|ctrl|meta|cmd|command)$/.test(key)),
  );
  const writes = parts.some((chord) =>
    chord.some((key) => !MOVING.test(key) && !ENTER.has(key) && !SPACE.has(key)),
  );
  return { fills: writes, activates: hasEnter || hasSpace, byEnter: hasEnter, commits };
}

const CLICKED_INPUTS = new Set([
  'button',
  'submit',
  'reset',
  'image',
  'checkbox',
  'radio',
  'file',
  'color',
  'range',
]);

/** Decided by tag and type, which are facts of the page's own objects; a role is only a claim. */
export function isTextField(target: Target): boolean {
  const { tag } = target.fingerprint;
  if (tag === 'textarea' || tag === 'select') return true;
  return tag === 'input' && !CLICKED_INPUTS.has(target.inputType?.toLowerCase() ?? 'text');
}

/** A field of several lines, in which Enter by itself is a new line: whoever submits there means the page's own "send". */
export function isMultiLine(target: Target): boolean {
  const { tag, role } = target.fingerprint;
  return role === 'textbox' && tag !== 'input';
}

/** Boxes to tick: what their label says is chosen, not done. */
export function isTickBox(target: Target): boolean {
  const type = target.inputType?.toLowerCase();
  return target.fingerprint.tag === 'input' && (type === 'checkbox' || type === 'radio');
}
