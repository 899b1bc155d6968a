import { parseWebUrl } from '../recipe-url';
import { foldText } from '../text-match';
import type { TextValue } from '../value';
import { simplifyText } from '../value';
import type { ParamBook } from './param-book';

type Part = Parameters<typeof simplifyText>[0][number];

/**
 * The URL with the user's values as parameters: values of its query (also of a query in the fragment), and
 * segments of its path that are the value of a parameter already. Undefined when it is no web address.
 */
export function buildUrlValue(text: string, book: ParamBook): TextValue | undefined {
  const url = parseWebUrl(text);
  if (url === undefined) return undefined;
  const parts: Part[] = [
    { kind: 'literal', value: url.origin },
    ...url.pathname.split('/').flatMap((segment, index) => buildSegment(segment, index, book)),
    ...buildPairs(url.search, book),
    ...buildPairs(url.hash, book),
  ];
  return simplifyText(parts);
}

function buildSegment(segment: string, index: number, book: ParamBook): Part[] {
  const slash: Part[] = index === 0 ? [] : [{ kind: 'literal', value: '/' }];
  const decoded = decode(segment);
  const param = book
    .list()
    .find((each) => each.kind !== 'number' && foldText(each.example) === foldText(decoded));
  const part: Part =
    param && index > 0 ? { kind: 'param', name: param.name } : { kind: 'literal', value: segment };
  return [...slash, part];
}

/** `?q=kettle&sort=price`, piece by piece; a piece without `=` stays as it is. */
function buildPairs(text: string, book: ParamBook): Part[] {
  return text.split(/([?&#])/).flatMap((piece): Part[] => {
    const at = piece.indexOf('=');
    const value = at < 0 ? '' : decode(piece.slice(at + 1).replaceAll('+', ' '));
    const claimed = value === '' ? undefined : book.claim(value, decode(piece.slice(0, at)), 'text');
    if (claimed?.kind !== 'param') return [{ kind: 'literal', value: piece }];
    return [{ kind: 'literal', value: piece.slice(0, at + 1) }, claimed];
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
