import { normalise } from '../../guard/page-text';
import { unfoldLines } from '../../trajectories/unfold-lines';

/** One line of an observation as far as walls show in it. */
export interface PageLine {
  role: string;
  /** Its words, normalised: name, value, placeholder, description. */
  words: string;
  /** Name of the line alone, normalised. */
  name: string;
  /** Has a ref of its own. */
  acts: boolean;
  isPassword: boolean;
  /** In a banner, a menu, a footer or a sidebar. */
  isAside: boolean;
  /** In a frame. */
  inFrame: boolean;
  /** Address that a frame line tells. */
  address: string;
}

/** What a page consists of, beside its menus. */
export interface PageFacts {
  lines: PageLine[];
  /** Controls. */
  acts: number;
  /** Controls that something is written into or chosen in. */
  fields: PageLine[];
  /** Characters of its words. */
  length: number;
  /** Things that the observation sums up. */
  leftOut: number;
}

const ASIDE = new Set(['banner', 'contentinfo', 'navigation', 'complementary', 'search']);
const FIELD_ROLES = new Set(
  'textbox searchbox combobox listbox spinbutton slider checkbox radio switch'.split(' '),
);
const STRING = /"(?:[^"\\]|\\.)*"/g;
const MAX_LINES = 400;

/** Reads the text of an observation (`docs/observation.md`), whatever it holds. */
export function readFacts(text: string): PageFacts {
  const lines: PageLine[] = [];
  const open: { indent: number; role: string }[] = [];
  let leftOut = 0;
  for (const raw of unfoldLines(text).slice(1, MAX_LINES)) {
    const rest = raw.trimStart();
    const indent = raw.length - rest.length;
    while (open.length > 0 && (open.at(-1)?.indent ?? 0) >= indent) open.pop();
    const isAside = open.some(({ role }) => ASIDE.has(role));
    if (rest.startsWith('+ ')) leftOut += isAside ? 0 : countLeftOut(rest);
    if (/^(?:[+#]|$)/.test(rest)) continue;
    const line = readLine(
      rest,
      isAside,
      open.some(({ role }) => role === 'frame'),
    );
    open.push({ indent, role: line.role });
    lines.push({ ...line, isAside: isAside || ASIDE.has(line.role) });
  }
  const own = lines.filter(({ isAside, role }) => !isAside && role !== 'frame');
  return {
    lines,
    acts: own.filter(({ acts }) => acts).length,
    fields: own.filter(({ acts, role }) => acts && FIELD_ROLES.has(role)),
    length: own.reduce((sum, { words }) => sum + words.length, 0),
    leftOut,
  };
}

function readLine(rest: string, isAside: boolean, inFrame: boolean): PageLine {
  const strings = rest.match(STRING) ?? [];
  const bare = rest.replace(STRING, '""');
  const [, ref, role = ''] = /^((?:f\d+)?e\d+ )?([a-z]+)/.exec(bare) ?? [];
  const hasName = /^(?:(?:f\d+)?e\d+ )?[a-z]+(?: \d+)? ""/.test(bare);
  return {
    role,
    name: hasName ? normalise(unquote(strings[0] ?? '')) : '',
    words: normalise(strings.map(unquote).join(' ')),
    acts: ref !== undefined,
    isPassword: / password(?= |$)/.test(bare),
    isAside,
    inFrame,
    address: role === 'frame' ? (/(\S+:\/\/\S+)$/.exec(bare)?.[1] ?? '') : '',
  };
}

function unquote(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted.slice(1, -1);
  }
}

/** `+ below: 3 headings ("A" …), 12 links`: numbers outside of the names; what a footer holds does not count. */
function countLeftOut(fold: string): number {
  const bare = fold.replace(STRING, '');
  if (/^\+ (?:contentinfo|banner|navigation|complementary|search)\b/.test(bare)) return 0;
  return [...bare.replace(/; expand .*$/, '').matchAll(/\b\d+\b/g)].reduce(
    (sum, [count]) => sum + Number(count),
    0,
  );
}
