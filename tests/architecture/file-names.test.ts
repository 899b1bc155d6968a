import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SHIPPED = ['lib', 'components', 'entrypoints'];

const files = SHIPPED.flatMap((folder) =>
  readdirSync(`${ROOT}/${folder}`, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(ts|tsx)$/.test(path),
  ),
);

describe('file names', () => {
  it('are there to be looked at', () => expect(files.length).toBeGreaterThan(20));

  it('are kebab-case', () => {
    const odd = files.filter((path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.tsx?$/.test(basename(path)));
    expect(odd).toEqual([]);
  });

  it('say what is in them', () => {
    const vague = files.filter((path) => /^(utils?|helpers?|common|misc|index)\.tsx?$/.test(basename(path)));
    expect(vague).toEqual([]);
  });
});
