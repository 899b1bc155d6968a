import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PURE_ROOMS = ['agent', 'actions', 'planners', 'guard', 'recipes', 'trajectories'];

/** Parsed library files, shared by all the programs of this test. */
const libraries = new Map<string, ts.SourceFile | undefined>();

/** Compiles one file that is not on disk, in the place and with the options of a room; returns the complaints. */
function compileIn(room: string, code: string): string[] {
  const folder = join(ROOT, 'lib', room);
  const planted = join(folder, 'planted.ts');
  const { config } = ts.readConfigFile(join(folder, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  const host = ts.createCompilerHost(options);
  const readFromDisk = host.getSourceFile.bind(host);
  host.getSourceFile = (path, languageVersion) => {
    if (path === planted) return ts.createSourceFile(path, code, languageVersion);
    if (!libraries.has(path)) libraries.set(path, readFromDisk(path, languageVersion));
    return libraries.get(path);
  };
  const program = ts.createProgram([planted], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('the types of a room', () => {
  it('exist for every room of lib', () => {
    for (const room of readdirSync(join(ROOT, 'lib'))) {
      expect(existsSync(join(ROOT, 'lib', room, 'tsconfig.json')), room).toBe(true);
    }
  });

  it.each(PURE_ROOMS)('lib/%s knows no document and no extension API', (room) => {
    expect(compileIn(room, 'export const title = document.title;').join()).toMatch(
      /Cannot find name 'document'/,
    );
    expect(compileIn(room, 'export const open = chrome.tabs.create;').join()).toMatch(
      /Cannot find name 'chrome'/,
    );
    expect(compileIn(room, 'export const where = process.cwd();').join()).toMatch(
      /Cannot find name 'process'/,
    );
    expect(compileIn(room, 'export const sum = (a: number, b: number): number => a + b;')).toEqual([]);
  });

  it('lib/page knows the document but no extension API', () => {
    expect(compileIn('page', 'export const title: string = document.title;')).toEqual([]);
    expect(compileIn('page', 'export const open = chrome.tabs.create;').join()).toMatch(
      /Cannot find name 'chrome'/,
    );
  });

  it('every room is strict', () => {
    for (const room of readdirSync(join(ROOT, 'lib'))) {
      const found = compileIn(room, 'export const first = (list: string[]): string => list[0];').join();
      expect(found, room).toMatch(/'undefined' is not assignable/);
    }
  });
});
