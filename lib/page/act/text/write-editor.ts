import { isConnected } from '../../observe/dom';
import { actError, type ActContext, type ActError, expectNotStopped } from '../actor/act-context';
import { nameElement, quoteShort } from '../actor/name-element';
import { executeCommand } from '../actor/native-dom';
import { nextTask } from '../effect/next-task';
import { waitUntil } from '../effect/wait';
import type { KeyPress } from '../keys/parse-keys';
import { pressOf } from '../keys/parse-keys';
import { sendKey } from '../keys/send-key';
import { focusElement } from '../pointer/focus';
import { EDITOR_SELECTION_MS, type Editor } from './editors';
import { deleteText, insertText } from './insert-text';
import { lastPressOf } from './last-press';
import { foldSpace, says } from './same-text';
import { sendCopy, sendCut, sendPaste } from './send-clipboard';

/** How long an editor may take to draw what it was given. */
const DRAW_MS = 250;
/** No other way is tried after this; a page that draws a whole book anew at each key would go on for minutes. */
const GIVE_UP_MS = 8000;
/** Typed by keys where nothing else is understood; longer texts are not. */
const MAX_KEYS = 500;

/** What an editor holds after it was written into. */
export interface EditorText {
  value: string;
  /** Only a part of it could be read back, and that part is as it should be. */
  partly: boolean;
}

interface Task {
  context: ActContext;
  editor: Editor;
  /** The whole text that is to stand there in the end. */
  wanted: string;
  /** What was shown at the start. */
  before: string;
  /** `performance.now()` */
  begunAt: number;
}

function isLate({ context, begunAt }: Task): boolean {
  return context.window.performance.now() - begunAt > GIVE_UP_MS;
}

/**
 * Replaces (or continues) the text of an editor through the events that editors handle: selection, paste, cut,
 * `beforeinput`; the browser's editing command where nobody handles them; keys at last. Each is tried only while the
 * text is not there yet. Failure code: `not-typed`.
 */
export async function writeEditor(
  context: ActContext,
  editor: Editor,
  text: string,
  append: boolean,
): Promise<EditorText> {
  const lines = text.replace(/\r\n?/g, '\n');
  focusElement(context, editor.target);
  const held = append ? await readHeld(context, editor) : '';
  const task: Task = {
    context,
    editor,
    wanted: held + lines,
    before: editor.readShown(),
    begunAt: context.window.performance.now(),
  };
  const press = lastPressOf(lines);
  if (lines !== '') sendKey(context, editor.target, 'keydown', press);
  const result = append ? await appendText(task, lines) : await replaceText(task);
  if (lines !== '' && isConnected(editor.target)) sendKey(context, editor.target, 'keyup', press);
  if (result) return result;
  throw notTypedError(context, editor);
}

async function appendText(task: Task, text: string): Promise<EditorText | undefined> {
  const { context, editor } = task;
  await editor.caretToEnd();
  await paste(task, text);
  const result = await check(task);
  if (result || editor.readShown() !== task.before) return result ?? replaceText(task);
  await editor.caretToEnd();
  insertText(context, editor.target, text);
  return (await check(task)) ?? replaceText(task);
}

async function replaceText(task: Task): Promise<EditorText | undefined> {
  const { wanted, editor } = task;
  const ways = wanted === '' ? [erase] : [pasteOver, pasteAnew, insertAnew, typeAnew];
  for (const way of ways) {
    expectNotStopped(task.context.signal);
    if (!isConnected(editor.target) || isLate(task)) return undefined;
    await way(task);
    const result = await check(task);
    if (result) return result;
  }
  return undefined;
}

/** Over the selected old text. */
async function pasteOver(task: Task): Promise<void> {
  const { editor, wanted } = task;
  if (editor.drawn || editor.readShown() !== '') await editor.selectAll();
  await paste(task, wanted);
}

/** For editors that paste beside what is selected. */
async function pasteAnew(task: Task): Promise<void> {
  await erase(task);
  await paste(task, task.wanted);
}

/** For pages that swallow the paste to forbid it. */
async function insertAnew(task: Task): Promise<void> {
  const { context, editor, wanted, before } = task;
  // An editor that has taken the paste in its own way keeps a model that such an edit would part from what is drawn.
  if (editor.readShown() !== before && editor.readShown() !== '') return;
  if (editor.readShown() !== '') await editor.selectAll();
  insertText(context, editor.target, wanted);
}

async function typeAnew(task: Task): Promise<void> {
  const { context, editor, wanted } = task;
  if (wanted.length > MAX_KEYS) return;
  await erase(task);
  for (const character of wanted) {
    expectNotStopped(context.signal);
    if (isLate(task)) return;
    typeCharacter(context, editor.target, character);
    await nextTask(context.window);
  }
}

function typeCharacter(context: ActContext, target: HTMLElement, character: string): void {
  const press = pressOf(character);
  if (sendKey(context, target, 'keydown', press) && sendKey(context, target, 'keypress', press))
    insertText(context, target, character);
  sendKey(context, target, 'keyup', press);
}

/** Where nobody handles the paste the browser's own command does what it would have done. */
async function paste({ context, editor }: Task, text: string): Promise<void> {
  expectNotStopped(context.signal);
  if (sendPaste(context, editor.target, text)) executeCommand(context.document, 'insertText', text);
  await nextTask(context.window);
}

const BACKSPACE: KeyPress = { key: 'Backspace', code: 'Backspace', keyCode: 8, modifiers: [] };
const MAX_ERASED = 500;

/** By cut, by one Backspace over all, and by as many as it takes. */
async function erase(task: Task): Promise<void> {
  const { context, editor } = task;
  if (editor.readShown() === '' && !editor.drawn) return;
  await editor.selectAll();
  sendCut(context, editor.target);
  if (await becomesEmpty(task)) return;
  await editor.selectAll();
  pressBackspace(task);
  if (await becomesEmpty(task)) return;
  for (let presses = 0; presses < MAX_ERASED && !isLate(task); presses++) {
    const { length } = editor.readShown();
    pressBackspace(task);
    await nextTask(context.window);
    if (editor.readShown().length >= length) return;
  }
}

function pressBackspace({ context, editor }: Task): void {
  if (sendKey(context, editor.target, 'keydown', BACKSPACE))
    deleteText(context, editor.target, 'deleteContentBackward');
  sendKey(context, editor.target, 'keyup', BACKSPACE);
}

async function becomesEmpty({ context, editor }: Task): Promise<boolean> {
  await nextTask(context.window);
  const empty = (): true | undefined => (editor.readShown() === '' ? true : undefined);
  return (await waitUntil(context.window, EDITOR_SELECTION_MS, context.signal, empty)) ?? false;
}

async function check(task: Task): Promise<EditorText | undefined> {
  const { context, editor, wanted } = task;
  const whole = (): EditorText | undefined => {
    const value = editor.readShown();
    return says(value, wanted) ? { value, partly: false } : undefined;
  };
  await nextTask(context.window);
  if (editor.drawn) {
    const drawn =
      (await checkHeld(task)) ?? (await waitUntil(context.window, DRAW_MS, context.signal, whole));
    return drawn ?? checkHeld(task);
  }
  const isPart = showsPart(editor, wanted);
  return (
    whole() ??
    (isPart ? await checkHeld(task) : undefined) ??
    (await waitUntil(context.window, DRAW_MS, context.signal, whole)) ??
    (showsPart(editor, wanted) ? checkHeld(task) : undefined)
  );
}

/** Long texts are drawn only where they are looked at: what is shown is then a part of the text. */
function showsPart(editor: Editor, wanted: string): boolean {
  const shown = foldSpace(editor.readShown());
  return shown !== '' && shown.length < foldSpace(wanted).length && foldSpace(wanted).includes(shown);
}

/** The editor's own text, by what it puts on a clipboard when all is selected. */
async function checkHeld({ context, editor, wanted }: Task): Promise<EditorText | undefined> {
  const held = await copyAll(context, editor);
  await editor.caretToEnd();
  if (held !== undefined) return says(held, wanted) ? { value: held.trimEnd(), partly: false } : undefined;
  const shown = editor.readShown();
  if (says(shown, wanted)) return { value: shown, partly: false };
  const isEnd = foldSpace(wanted).endsWith(foldSpace(shown));
  return editor.drawn && isEnd ? { value: shown, partly: true } : undefined;
}

async function copyAll(context: ActContext, editor: Editor): Promise<string | undefined> {
  await editor.selectAll();
  return sendCopy(context, editor.target);
}

/** All that the editor holds, also what it does not show; what it shows where it does not tell. */
async function readHeld(context: ActContext, editor: Editor): Promise<string> {
  const shown = editor.readShown();
  if (shown === '' && !editor.drawn) return '';
  const held = (await copyAll(context, editor))?.replace(/\r\n?/g, '\n');
  const isMore = held !== undefined && foldSpace(held).includes(foldSpace(shown));
  return isMore ? held : shown;
}

function notTypedError(context: ActContext, editor: Editor): ActError {
  const name = nameElement(context, editor.target);
  const held = quoteShort(editor.readShown()) || 'nothing';
  return actError(
    'not-typed',
    `${name} did not take the text; it holds ${held} now. Click into it and use press_keys, or ask the user.`,
    { target: name },
  );
}
