import type { ActContext } from './act-context';

const MAX_NAME_LENGTH = 80;

/** The element as messages call it: `button "Save"`. The name is the page's: quoted, on one line, cut. */
export function nameElement(context: Pick<ActContext, 'deps'>, element: Element): string {
  const { role, name } = context.deps.describe(element);
  const quoted = quoteShort(name);
  return quoted ? `${role} ${quoted}` : role;
}

/** Text of the page in quotes, without line breaks and control characters, at most 80 characters; '' for none. */
export function quoteShort(text: string, limit = MAX_NAME_LENGTH): string {
  const plain = text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .replaceAll('"', "'");
  if (!plain) return '';
  const characters = Array.from(plain);
  return `"${characters.length > limit ? `${characters.slice(0, limit - 1).join('')}…` : plain}"`;
}
