import type { StepTarget } from './parse-step.ts';

const JSON_STRING = '"(?:[^"\\\\]|\\\\.)*"';

/** Ref of the last line of a request that shows the target. Undefined when there is none. */
export function findTarget(text: string, target: StepTarget): string | undefined {
  const { role, name, begins, holds, framed } = target;
  const line = new RegExp(
    `((?:f\\d+)?e\\d+) ${role}(?: (${JSON_STRING}))?(?: = (${JSON_STRING}))?(?![a-z])`,
    'g',
  );
  const found = [...text.matchAll(line)].findLast(([, ref = '', quoted, value]) => {
    if (framed) return ref.startsWith('f');
    if (holds !== undefined) return value !== undefined && JSON.parse(value) === holds;
    const shown = String(JSON.parse(quoted ?? '""'));
    return begins ? shown.startsWith(name ?? '') : shown === name;
  });
  return found?.[1];
}
