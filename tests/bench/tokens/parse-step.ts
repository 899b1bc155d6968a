/** One step of a task as a person would say it, read into its parts. */
export interface TokenStep {
  /** The line itself: `type "kettle" into searchbox "Search the shop"`. */
  words: string;
  does: 'click' | 'type' | 'choose' | 'check' | 'scroll';
  /** Of what is typed or chosen. */
  value?: string;
  target?: StepTarget;
}

/** The last such thing that the page shows. */
export interface StepTarget {
  /** Role and name as assistive technology has them. */
  role: string;
  /** Absent: it has none. */
  name?: string;
  /** The name only begins so: it ended in …. */
  begins?: boolean;
  /** What a field without a name holds. */
  holds?: string;
  /** It is the one in a frame. */
  framed?: boolean;
}

/** A task as its script has it. */
export interface TaskScript {
  /** Where the plan has an entry: the words of a `#` line, and the index of the step that it stands before. */
  phases: { words: string; from: number }[];
  steps: TokenStep[];
}

const TARGET = '([a-z]+ .+)';

const FORMS: [RegExp, (found: string[]) => Omit<TokenStep, 'words'>][] = [
  [new RegExp(`^click ${TARGET}$`), ([target = '']) => ({ does: 'click', target: readTarget(target) })],
  [new RegExp(`^check ${TARGET}$`), ([target = '']) => ({ does: 'check', target: readTarget(target) })],
  [
    new RegExp(`^type "([^"]*)" into ${TARGET}$`),
    ([value = '', target = '']) => ({ does: 'type', value, target: readTarget(target) }),
  ],
  [
    new RegExp(`^choose "([^"]+)" in ${TARGET}$`),
    ([value = '', target = '']) => ({ does: 'choose', value, target: readTarget(target) }),
  ],
  [/^scroll down$/, () => ({ does: 'scroll' })],
];

/** Reads a script: one step a line; a line that begins with # heads what follows. Throws at a line that it cannot read. */
export function parseScript(script: string): TaskScript {
  const phases: TaskScript['phases'] = [];
  const steps: TokenStep[] = [];
  for (const line of script.split('\n').map((text) => text.trim())) {
    if (line.startsWith('#')) phases.push({ words: line.slice(1).trim(), from: steps.length });
    else if (line !== '') steps.push(parseStep(line));
  }
  return { phases, steps };
}

function parseStep(words: string): TokenStep {
  for (const [form, read] of FORMS) {
    const found = form.exec(words);
    if (found) return { words, ...read(found.slice(1)) };
  }
  throw new Error(`no step reads like this: ${words}`);
}

/** `link "Cart"`, `link "Cart (…"`, `textbox holding "New"`, `textbox in the frame`. */
function readTarget(words: string): StepTarget {
  const [, role = '', name, holds] =
    /^([a-z]+) (?:"([^"]+)"|holding "([^"]+)"|in the frame)$/.exec(words) ?? [];
  if (role === '') throw new Error(`no target reads like this: ${words}`);
  if (holds !== undefined) return { role, holds };
  if (name === undefined) return { role, framed: true };
  return name.endsWith('…') ? { role, name: name.slice(0, -1), begins: true } : { role, name };
}
