import { getAttribute, matches } from '../../observe/dom';
import { actError, type ActContext } from '../actor/act-context';
import { nameElement } from '../actor/name-element';

/**
 * Puts files into a field as if they had been chosen there, and tells the page.
 * Failure codes: `disabled`, `one-file-only`, `file-not-accepted` (params.accept), `not-taken`.
 */
export function fillFileField(context: ActContext, field: HTMLInputElement, files: readonly File[]): void {
  expectFits(context, field, files);
  const { window } = context;
  const transfer = new window.DataTransfer();
  for (const file of files) transfer.items.add(file);
  Object.getOwnPropertyDescriptor(window.HTMLInputElement.prototype, 'files')?.set?.call(
    field,
    transfer.files,
  );
  if (readFiles(field).length !== files.length) {
    const name = nameElement(context, field);
    throw actError('not-taken', `${name} took no files. Observe again.`, { target: name });
  }
  for (const type of ['input', 'change'])
    field.dispatchEvent(new window.Event(type, { bubbles: true, composed: type === 'input' }));
}

/** Names of the files that a field holds. */
export function readFiles(field: HTMLInputElement): string[] {
  const reader = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'files')?.get;
  return Array.from((reader?.call(field) as FileList | null) ?? [], (file) => file.name);
}

function expectFits(context: ActContext, field: HTMLInputElement, files: readonly File[]): void {
  const name = nameElement(context, field);
  if (matches(field, ':disabled'))
    throw actError('disabled', `${name} is disabled. Something else has to be filled in or chosen first.`, {
      target: name,
    });
  if (files.length > 1 && !field.multiple)
    throw actError('one-file-only', `${name} takes one file, not ${files.length}.`, { target: name });
  const accept = getAttribute(field, 'accept') ?? '';
  const refused = files.find((file) => !isAccepted(file, accept));
  if (!refused) return;
  throw actError(
    'file-not-accepted',
    `${name} takes ${JSON.stringify(accept.slice(0, 80))}, and ${JSON.stringify(refused.name)} is none of these.`,
    { target: name, file: refused.name, accept: accept.slice(0, 80) },
  );
}

/** https://html.spec.whatwg.org/multipage/input.html#attr-input-accept; a file without a type is let through. */
function isAccepted({ name, type }: File, accept: string): boolean {
  const wanted = accept
    .toLowerCase()
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (wanted.length === 0) return true;
  return wanted.some((part) => {
    if (part.startsWith('.')) return name.toLowerCase().endsWith(part);
    if (type === '' || part === '*/*') return true;
    const kind = type.toLowerCase();
    return part.endsWith('/*') ? kind.startsWith(part.slice(0, -1)) : kind === part;
  });
}
