import type { ActionDefinition } from './define-action';

/** Where refs stand among the arguments when the definition does not say: most actions have one element. */
const ONE_ELEMENT: readonly string[] = ['ref'];

/** The refs of a call, in the order of the definition's `refs`: what it acts on first, then the others. */
export function listRefs(definition: ActionDefinition, args: Record<string, unknown>): string[] {
  const found: string[] = [];
  mapRefs(definition, args, (ref) => {
    found.push(ref);
    return ref;
  });
  return found;
}

/** The same arguments with each ref replaced. */
export function mapRefs(
  definition: ActionDefinition,
  args: Record<string, unknown>,
  change: (ref: string) => string,
): Record<string, unknown> {
  const paths = definition.refs ?? ONE_ELEMENT;
  return paths.reduce((changed, path) => mapAt(changed, path.split('.'), change), args);
}

/** Frame that a ref names: '' for the top frame, `f2` for `f2e7`. */
export function frameOfRef(ref: string): string {
  return /^(f\d+)?e\d+$/.exec(ref)?.[1] ?? '';
}

function mapAt(
  args: Record<string, unknown>,
  [name = '', ...rest]: string[],
  change: (ref: string) => string,
): Record<string, unknown> {
  if (!Object.hasOwn(args, name)) return args;
  return { ...args, [name]: mapValue(args[name], rest, change) };
}

/** `*` stands for every item of a list. */
function mapValue(value: unknown, path: string[], change: (ref: string) => string): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return typeof value === 'string' ? change(value) : value;
  if (step === '*') return Array.isArray(value) ? value.map((item) => mapValue(item, rest, change)) : value;
  return isRecord(value) ? mapAt(value, path, change) : value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
