import type { StepTarget } from './parse-step.ts';

const JSON_STRING = '"(?:[^"\\\\]|\\\\.)*"';

/** Ref of the last line of a request that shows the target. Throws when there is none. */
export function findTarget(text: string, target: StepTarget): string {
  const { role, name, begins, holds, framed } = target;
  const line = new RegExp(`((?:f\\d+)?e\\d+) ${role}(?: (${JSON_STRING}))?(?: = (${JSON_STRING}))?(?![a-z])`, 'g');
  const found = [...text.matchAll(line)].findLast(([, ref = '', quoted, value]) => {
    if (framed) return ref.startsWith('f');
    if (holds !== undefined) return value !== undefined && JSON.parse(value) === holds;
    const shown = String(JSON.parse(quoted ?? '""'));
    return begins ? shown.startsWith(name ?? '') : shown === name;
  });
  if (!found?.[1]) throw new Error(`nothing shows ${JSON.stringify(target)}:\n${text.slice(-3000)}`);
  return found[1];
}
