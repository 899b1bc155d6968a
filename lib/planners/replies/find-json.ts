/** A JSON value in a text: from the bracket that opens it to behind the one that closes it. */
export interface JsonSpan {
  start: number;
  end: number;
}

export interface FoundJson {
  spans: JsonSpan[];
  /** A value began that never ends: what follows it is not looked at, for it may be a part of it. */
  isCut: boolean;
}

const CLOSER: Record<string, string> = { '{': '}', '[': ']' };

/** Longer texts than this hold no reply worth reading; what comes after is not looked at. */
const LONGEST_TEXT = 400_000;

/**
 * Finds the outermost objects and lists of a text that may have prose and code fences around them, and brackets in
 * that prose. Tolerates notations that `jsonrepair` mends (single quotes, keys without quotes, trailing commas).
 */
export function findJson(text: string): FoundJson {
  const searched = text.slice(0, LONGEST_TEXT);
  const spans: JsonSpan[] = [];
  const opener = /[[{]/g;
  for (let match = opener.exec(searched); match; match = opener.exec(searched)) {
    if (!looksLikeJson(searched, match.index)) continue;
    const end = findEnd(searched, match.index);
    if (end === undefined) return { spans, isCut: true };
    spans.push({ start: match.index, end });
    opener.lastIndex = end;
  }
  return { spans, isCut: false };
}

/** `{"a"`, `{a:`, `{'a'`, `{}`, `[{`, `["a"`, `[]`: what stands in prose ("[see above]", "{e3}") seldom begins like that. */
function looksLikeJson(text: string, at: number): boolean {
  const head = text.slice(at, at + 200);
  return /^(?:\{\s*(?:["'“”}]|[\w$]+\s*:)|\[\s*[{["'\]])/.test(head);
}

/** Index behind the bracket that closes the one at `start`; undefined when the text ends before. */
function findEnd(text: string, start: number): number | undefined {
  const open: string[] = [];
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (sign === '"' || (sign === "'" && opensString(text, at))) {
      const close = findQuote(text, at + 1, sign);
      if (close === undefined) return undefined;
      at = close;
    } else if (sign in CLOSER) open.push(CLOSER[sign] ?? '');
    else if (sign === '}' || sign === ']') {
      if (open.pop() !== sign) return undefined;
      if (open.length === 0) return at + 1;
    }
  }
  return undefined;
}

/** An apostrophe elsewhere is one. */
function opensString(text: string, at: number): boolean {
  return /[[{,:]\s*$/.test(text.slice(Math.max(0, at - 20), at));
}

function findQuote(text: string, from: number, quote: string): number | undefined {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === quote) return at;
  }
  return undefined;
}
