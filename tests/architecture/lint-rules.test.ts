import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PURE_ROOMS = ['agent', 'actions', 'planners', 'guard', 'recipes', 'trajectories'];

/** The repository's own rules, but for those that need the whole program in memory. */
const eslint = new ESLint({ cwd: ROOT, overrideConfig: [tseslint.configs.disableTypeChecked] });

/** Names of the rules that object to this code at this place; nothing is written to disk. */
async function objections(filePath: string, code: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId);
}

/** Each breaks the purity of a room in another way. */
const IMPURE: [code: string, rule: string][] = [
  ["export const answer = fetch('https://example.org');", 'no-restricted-globals'],
  ['export const store = indexedDB;', 'no-restricted-globals'],
  ['export const id = crypto.randomUUID();', 'no-restricted-globals'],
  ['export const later = setTimeout(Boolean, 10);', 'no-restricted-globals'],
  ['export const again = setInterval(Boolean, 10);', 'no-restricted-globals'],
  ['export const tabs = chrome;', 'no-restricted-globals'],
  ['export const tabs = browser;', 'no-restricted-globals'],
  ['export const title = document.title;', 'no-restricted-globals'],
  ['export const width = window;', 'no-restricted-globals'],
  ['export const everything = globalThis;', 'no-restricted-globals'],
  ['export const now = Date.now();', 'no-restricted-properties'],
  ['export const chance = Math.random();', 'no-restricted-properties'],
  ['export const signal = AbortSignal.timeout(10);', 'no-restricted-properties'],
  ['export const now = new Date();', 'no-restricted-syntax'],
  ["import { readFileSync } from 'node:fs'; export const read = readFileSync;", 'no-restricted-syntax'],
];

describe.each(PURE_ROOMS)('lint in lib/%s', (room) => {
  it.each(IMPURE)('objects to %s', async (code, rule) => {
    expect(await objections(`lib/${room}/planted.ts`, code)).toContain(rule);
  });
});

describe('lint', () => {
  it('keeps the extension API, the network and storage out of the page', async () => {
    for (const name of ['chrome', 'browser', 'fetch', 'indexedDB', 'localStorage']) {
      expect(await objections('lib/page/planted.ts', `export const x = ${name};`)).toContain(
        'no-restricted-globals',
      );
    }
  });

  it('lets a pure room compute', async () => {
    const code = 'export const at = (ms: number): string => new Date(ms).toISOString();\n';
    expect(await objections('lib/agent/planted.ts', code)).toEqual([]);
  });

  it('lets platform have its clock', async () => {
    expect(
      await objections('lib/platform/planted.ts', 'export const now = (): number => Date.now();\n'),
    ).toEqual([]);
  });

  it.each(['lib/agent/planted.ts', 'components/planted.tsx', 'entrypoints/planted.ts'])(
    'keeps %s small',
    async (file) => {
      const line = 'export const sum = (a: number, b: number): number => a + b;\n';
      const long = Array.from({ length: 301 }, (_, index) => line.replace('sum', `sum${index}`)).join('');
      expect(await objections(file, long)).toContain('max-lines');
      const body = Array.from({ length: 61 }, () => '  count += 1;\n').join('');
      const longFunction = `export function run(): number {\n  let count = 0;\n${body}  return count;\n}\n`;
      expect(await objections(file, longFunction)).toContain('max-lines-per-function');
    },
  );

  it('wants named exports and no any', async () => {
    expect(await objections('lib/agent/planted.ts', 'export default 1;\n')).toContain('no-restricted-syntax');
    expect(await objections('components/planted.tsx', 'export default 1;\n')).toContain(
      'no-restricted-syntax',
    );
    expect(await objections('entrypoints/planted.ts', 'export default 1;\n')).toEqual([]);
    const code = 'export const wild = (value: any): unknown => value;\n';
    expect(await objections('lib/agent/planted.ts', code)).toContain('@typescript-eslint/no-explicit-any');
  });
});
