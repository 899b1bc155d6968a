/** Something that can be acted on, as its newest line says it. */
export interface ShownThing {
  ref: string;
  role: string;
  name: string;
  /** What a nameless thing is called in the page's source. */
  hint?: string;
  value?: string;
  /** States and notes behind the name, as they are printed. */
  rest: string;
}

const QUOTED = String.raw`"(?:[^"\\]|\\.)*"`;
const THING = new RegExp(
  String.raw`(?<=^|\s)((?:f\d+)?e\d+)(?: ([a-z]+)(?: \d)?)?(?: (${QUOTED}))?(?: hint=(${QUOTED}))?(?: = (${QUOTED}))?([^",\n]*)`,
  'g',
);

/** All things with a ref in the order in which they were first told. A line of several says the role once. */
export function readThings(told: string): ShownThing[] {
  const things = new Map<string, ShownThing>();
  let role = '';
  for (const [, ref = '', said, name, hint, value, rest = ''] of told.matchAll(THING)) {
    role = said ?? role;
    things.set(ref, {
      ref,
      role,
      name: unquote(name) ?? '',
      ...(hint === undefined ? {} : { hint: unquote(hint) ?? '' }),
      ...(value === undefined ? {} : { value: unquote(value) ?? '' }),
      rest: rest.trim(),
    });
  }
  return [...things.values()];
}

function unquote(quoted: string | undefined): string | undefined {
  return quoted === undefined ? undefined : (JSON.parse(quoted) as string);
}
