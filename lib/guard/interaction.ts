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
  if (name === 'press_keys') return readKeys(String(args['keys'] ?? ''), target);
  const submits = args['submit'] === true;
  if (FILLING.has(name)) return { fills: true, activates: submits, byEnter: submits, commits: false };
  if (HARMLESS.has(name)) return { fills: false, activates: false, byEnter: false, commits: false };
  if (name === 'drag' && isCarried(args, target))
    return { fills: false, activates: false, byEnter: false, commits: false };
  const onlyFocuses = target !== undefined && name === 'click' && isTextField(target);
  return { fills: false, activates: !onlyFocuses, byEnter: false, commits: false };
}

/** Tags that a press sets off by itself. */
const PRESSED = /^(a|area|button|input|summary|label|select|textarea)$/;

/**
 * What is carried onto another element is judged by that one: a card may say anything. What is dragged by a distance may
 * be a "slide to pay", and a button is one wherever it is dropped.
 */
function isCarried(args: Record<string, unknown>, target: Target | undefined): boolean {
  return (
    target !== undefined &&
    args['to'] !== undefined &&
    target.ref === args['ref'] &&
    !PRESSED.test(target.fingerprint.tag)
  );
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
  'extract',
  'collect',
  'take_screenshot',
]);

const ENTER = new Set(['enter', 'return', 'numpadenter']);
const SPACE = new Set(['space', 'spacebar']);
/** Keys that neither write nor set anything off. */
const MOVING =
  /^(tab|escape|esc|(arrow)?(up|down|left|right)|home|end|pageup|pagedown|contextmenu|shift|control|ctrl|alt|option|meta|cmd|command|f\d{1,2})$/;
const ERASING = /^(backspace|delete|del|insert|plus)$/;

/** The page reads keys as names, and as text to be typed when any part is no name: spaces are pressed then, too. */
function readKeys(keys: string, target: Target | undefined): Interaction {
  const parts = keys
    .split(/\s+/)
    .filter((chord) => chord !== '')
    .map((chord) => chord.toLowerCase().split('+'));
  const hasEnter = /[\r\n]/.test(keys) || parts.some((chord) => ENTER.has(chord.at(-1) ?? ''));
  const isText = parts.length === 0 || parts.some((chord) => chord.some((key) => !isKeyName(key)));
  const hasSpace = (isText && /\s/.test(keys)) || parts.some((chord) => SPACE.has(chord.at(-1) ?? ''));
  const takesSpace = target !== undefined && (isTextField(target) || isMultiLine(target));
  return {
    fills: parts.some((chord) =>
      chord.some((key) => !MOVING.test(key) && !ENTER.has(key) && !SPACE.has(key)),
    ),
    activates: hasEnter || (hasSpace && !takesSpace),
    byEnter: hasEnter,
    commits: parts.some((chord) => ENTER.has(chord.at(-1) ?? '') && chord.some(isCommandKey)),
  };
}

function isKeyName(key: string): boolean {
  return (
    Array.from(key).length <= 1 ||
    [MOVING, ERASING].some((names) => names.test(key)) ||
    ENTER.has(key) ||
    SPACE.has(key)
  );
}

function isCommandKey(key: string): boolean {
  return /^(control|ctrl|meta|cmd|command)$/.test(key);
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
const WRITTEN_INPUTS = new Set(
  'text search email tel url number password date time month week datetime-local'.split(' '),
);

/**
 * Decided by tag and type, which are facts of the page's own objects; a role is only a claim. The type is that of the
 * control that a click sets off: a label of a text field is as harmless as the field.
 */
export function isTextField(target: Target): boolean {
  const { tag } = target.fingerprint;
  const type = target.inputType?.toLowerCase();
  if (tag === 'textarea' || tag === 'select') return true;
  if (tag === 'input') return !CLICKED_INPUTS.has(type ?? 'text');
  return tag === 'label' && type !== undefined && WRITTEN_INPUTS.has(type);
}

const NEVER_EDITED = new Set(['input', 'button', 'a', 'summary', 'select', 'area']);

/** A field of several lines, in which Enter by itself is a new line: whoever submits there means the page's own "send". */
export function isMultiLine(target: Target): boolean {
  const { tag, role } = target.fingerprint;
  return role === 'textbox' && !NEVER_EDITED.has(tag);
}

/** Boxes to tick: what their label says is chosen, not done. */
export function isTickBox(target: Target): boolean {
  const type = target.inputType?.toLowerCase();
  return /^(input|label)$/.test(target.fingerprint.tag) && (type === 'checkbox' || type === 'radio');
}
