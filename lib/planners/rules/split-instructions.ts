import { CHINESE } from './grammar-chinese';
import { ENGLISH } from './grammar-english';
import { hasCjk } from './compare-words';
import { isExplicitField } from './parse-fields';

/**
 * Where an instruction may end. `hard` always ends it, `strong` ("then", 然后) nearly always, `soft` (a comma,
 * "and") only when what follows begins like an instruction: a comma may as well stand inside a value.
 */
const SEPARATOR =
  /(?<hard>\s*(?:[\n;；。！？]|[.!?](?=\s|$))[\s.!?;；。]*)|(?<strong>\s*[,，]?\s*(?:(?:(?<![\w])(?:and\s+then|then|after\s+that|afterwards|and\s+after\s+that|followed by)(?![\w'’-]),?\s*)|(?:然后再?|接着再?|随后|接下来)[，,]?\s*))|(?<soft>\s*[,，、]\s*(?:(?:and|but|also)\s+)?|\s+(?:and|&|but)\s+(?:also\s+)?|\s+(?=(?:press|hit|click)\s+(?:on\s+)?(?:the\s+)?submit\b)|\s*(?:并且|而且|同时|并|再|最后|之后|后)(?=[^\s]))/giu;
const ABBREVIATION = /(?:^|[\s(])(?:no|nr|st|mr|mrs|ms|dr|vs|e\.?g|i\.?e|etc|approx|inc|ltd|[a-z])$/i;
const FILL =
  /^(?:(?:please|then|and|also|now)\s+)*(?:fill|complete|enter)\b.*?(?:[:：]|\bwith\b|\busing\b)|^.{0,8}(?:填写|填好|填入|填).{0,10}(?:[:：\s])/is;
/** "type stop and go into the title": until the field is named, an "and" belongs to the text. */
const OPEN_VALUE =
  /^(?:(?:please|then|and|also|now)\s+)*(?:type|write|input|insert)\s+(?![\uE000-\uF8FF])(?!.*\s(?:into|in|to|as|on|for)\s)/is;
const LIST_MARK =
  /^\s*(?:[-*•‣]|\(?\d{1,2}[.)、:：]|第[一二三四五六七八九十]+步[:：，,]?|step\s+\d{1,2}[.:)]?)\s*/gim;

/**
 * Splits a task into its instructions, in order. `text` has its quotations and URLs protected (protect-text), so no
 * separator inside them counts.
 */
export function splitInstructions(text: string): string[] {
  const parts: string[] = [];
  let rest = breakNumberedLists(text).replace(LIST_MARK, '');
  let current = '';
  for (let guard = 0; guard < 2000; guard += 1) {
    const cut = findCut(current, rest);
    if (cut === undefined) break;
    current += rest.slice(0, cut.start);
    rest = rest.slice(cut.end);
    if (cut.joins) {
      current += cut.text;
      continue;
    }
    parts.push(current.trim());
    current = '';
  }
  parts.push((current + rest).trim());
  return parts.map(trimEnds).filter((part) => part !== '');
}

/** The next separator of the rest, and whether it belongs to the instruction instead of ending it. */
function findCut(
  current: string,
  rest: string,
): { start: number; end: number; joins: boolean; text: string } | undefined {
  SEPARATOR.lastIndex = 0;
  const match = SEPARATOR.exec(rest);
  if (match === null) return undefined;
  const end = match.index + match[0].length;
  const before = current + rest.slice(0, match.index);
  const after = rest.slice(end);
  const kind =
    match.groups?.['hard'] !== undefined
      ? 'hard'
      : match.groups?.['strong'] !== undefined
        ? 'strong'
        : 'soft';
  const joins = belongsToInstruction(kind, match[0], before, after);
  return {
    start: match.index,
    end,
    joins,
    text: kind === 'hard' && joins && match[0].includes('\n') ? ', ' : match[0],
  };
}

function belongsToInstruction(kind: string, separator: string, before: string, after: string): boolean {
  const filling = FILL.test(before.trim());
  if (kind === 'hard') {
    if (/^\s*\./.test(separator) && !separator.includes('\n') && ABBREVIATION.test(before)) return true;
    return (
      filling &&
      after.trim() !== '' &&
      !startsInstruction(after, true) &&
      (!/[.。!?]/.test(separator) || isExplicitField(firstPart(after)))
    );
  }
  if (kind === 'strong') return /\bnow\s*$/i.test(before) && /then/i.test(separator);
  if (before.trim() === '' && /\S/.test(separator) && hasCjk(separator)) return false;
  if (
    OPEN_VALUE.test(before) &&
    /\s(?:into|in)\s/i.test(after) &&
    !/^(?:type|write|press|click)\b/i.test(after)
  )
    return true;
  return !startsInstruction(after, filling);
}

/** Whether an instruction begins here. Between the fields of a form, "type: Business" is one of them. */
function startsInstruction(text: string, filling: boolean): boolean {
  const start = text.trimStart();
  if (
    filling &&
    (isExplicitField(firstPart(start)) ||
      /^(?:type|state|name|title|order number|post ?code|street|search)\s+[^,，;；]*$/i.test(
        firstPart(start),
      ))
  )
    return false;
  const plain = start.replace(ENGLISH.leadIn, '').replace(CHINESE.leadIn, '');
  return ENGLISH.starts.test(start) || ENGLISH.starts.test(plain) || CHINESE.starts.test(plain);
}

function firstPart(text: string): string {
  return text.split(/[,，;；\n]/, 1)[0] ?? '';
}

/** "1. search … 2. open …" on one line is a list as well. */
function breakNumberedLists(text: string): string {
  return /^\s*\(?1[.)、]/.test(text) ? text.replace(/[\s,，;；]+\(?\d{1,2}[.)、](?=\s*\S)\s*/g, '\n') : text;
}

function trimEnds(part: string): string {
  return part.replace(/^[\s,，、;；。.!！?？:：]+|[\s,，、;；。!！?？]+$|(?<!\.)\.\s*$/g, '').trim();
}
