import { getBody, getTextContent } from '../observe/dom';
import type { PageAction } from '../types';
import {
  actError,
  type ActContext,
  type ActError,
  expectElement,
  type PageActionRunner,
  type RunnerOutcome,
} from './actor/act-context';
import { nameElement, quoteShort } from './actor/name-element';
import { expectTexts } from './actor/read-arguments';
import { waitUntil } from './effect/wait';
import { dropFiles } from './files/drop-files';
import { fillFileField, readFiles } from './files/fill-file-field';
import { findFieldAround, findFieldWithin } from './files/find-file-field';
import { openFileField } from './files/open-file-field';

/** How long a page may take to show that it has the files. */
const SHOWN_LIMIT_MS = 1500;

export const uploadFile: PageActionRunner = {
  name: 'upload_file',
  element: 'required',
  reads: false,
  async run(context, action, given) {
    const element = expectElement(given);
    const files = expectFiles(context, action);
    const name = nameElement(context, element);
    const before = readPageText(context);
    context.expectApproved(element);
    const field = await giveFiles(context, element, files);
    return report(context, element, { name, files, field, before });
  },
};

function expectFiles({ files }: ActContext, action: PageAction): File[] {
  return expectTexts(action, 'files').map((wanted) => {
    const file = files.find((one) => one.name === wanted);
    if (file) return file;
    const names = files.map((one) => quoteShort(one.name)).join(', ');
    throw actError(
      files.length === 0 ? 'no-files' : 'no-such-file',
      `No file ${quoteShort(wanted)} is attached to the task${names ? `; there are ${names}` : ''}.`,
      { file: wanted },
    );
  });
}

/** Into the field that is meant, or dropped on the element; the field, when there was one. Failure code: `no-file-field`. */
async function giveFiles(
  context: ActContext,
  element: Element,
  files: readonly File[],
): Promise<HTMLInputElement | undefined> {
  const own = findFieldWithin(element);
  if (own) {
    fillFileField(context, own, files);
    return own;
  }
  if (await dropFiles(context, element, files)) return undefined;
  const near = findFieldAround(element) ?? (await openFileField(context, element));
  if (!near) throw noFieldError(nameElement(context, element));
  fillFileField(context, near, files);
  return near;
}

function noFieldError(name: string): ActError {
  return actError(
    'no-file-field',
    `${name} is no field for files, has none in or next to it, and takes none that are dropped on it. Use the ref of the upload button, field or drop area.`,
    { target: name },
  );
}

interface Given {
  name: string;
  files: readonly File[];
  field: HTMLInputElement | undefined;
  before: string;
}

/** Read back: what the field holds, or what the page says of the files. Failure code: `not-taken`. */
async function report(
  context: ActContext,
  element: Element,
  { name, files, field, before }: Given,
): Promise<RunnerOutcome> {
  const names = files.map((file) => quoteShort(file.name)).join(', ');
  const isShown = (): boolean => files.every((file) => saysName(readPageText(context), file.name));
  const isHeld = (): boolean => field !== undefined && readFiles(field).length === files.length;
  const isOther = (): boolean => readPageText(context) !== before;
  const { window, signal } = context;
  await waitUntil(window, isHeld() ? 0 : SHOWN_LIMIT_MS, signal, () => isShown() || isOther() || undefined);
  const seen = isShown() ? '; the page shows it' : '';
  if (!isHeld() && !isShown() && !isOther()) {
    throw actError(
      'not-taken',
      `${names} was given to ${name}, and the page shows no sign of it. Observe again; it may refuse this kind of file.`,
      { target: name },
    );
  }
  const value = isHeld() || isShown() ? { value: files.map((file) => file.name).join(', ') } : {};
  return { message: `gave ${names} to ${name}${seen}`, target: element, ...value };
}

function readPageText({ document }: ActContext): string {
  const body = getBody(document);
  return body ? (getTextContent(body) ?? '') : '';
}

/** Pages shorten long names in the middle or at the end; their beginning stays. */
function saysName(text: string, name: string): boolean {
  return text.includes(name) || text.includes(name.slice(0, Math.max(8, Math.floor(name.length / 2))));
}
