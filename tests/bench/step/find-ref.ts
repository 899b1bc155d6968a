/** Ref of the newest line that shows an element of this role and name. Throws when there is none. */
export function findRef(text: string, role: string, name: string | RegExp): string {
  const line = new RegExp(`((?:f\\d+)?e\\d+) ${role} ("(?:[^"\\\\]|\\\\.)*")`, 'g');
  const found = [...text.matchAll(line)].findLast(([, , quoted = '""']) => {
    const shown = String(JSON.parse(quoted));
    return typeof name === 'string' ? shown === name : name.test(shown);
  });
  if (!found?.[1]) throw new Error(`nothing shows ${role} ${String(name)}:\n${text.slice(-3000)}`);
  return found[1];
}
