import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const loadModule = createRequire(import.meta.url);
const config = loadModule('../../.dependency-cruiser.cjs') as { forbidden: IForbiddenRuleType[] };

/** What stands at the other end of the planted imports. */
const NEIGHBOURS = {
  'lib/platform/store.ts': 'export const store = 1;',
  'lib/page/page.ts': 'export const page = 1; export type Page = number;',
  'lib/agent/agent.ts': 'export const agent = 1;',
  'lib/planners/planner.ts': 'export const planner = 1;',
  'lib/guard/guard.ts': 'export const guard = 1; export type Guard = number;',
  'lib/trajectories/event.ts': 'export const event = 1; export type Event = number;',
  'components/view.ts': 'export const view = 1;',
  'entrypoints/background.ts': 'export const background = 1;',
  'tests/helper.ts': 'export const helper = 1;',
};

/** One forbidden import (or more) for every room, and the rule that must object. */
const PLANTED: [room: string, code: string, rule: string][] = [
  ['lib/trajectories', "export { agent } from '../agent/agent';", 'trajectories-imports-its-rooms-only'],
  ['lib/trajectories', "export * from 'dexie';", 'trajectories-uses-its-packages-only'],
  ['lib/actions', "export { planner } from '../planners/planner';", 'actions-imports-its-rooms-only'],
  ['lib/actions', "export { page } from '../page/page';", 'actions-imports-its-rooms-only'],
  ['lib/guard', "export { agent } from '../agent/agent';", 'guard-imports-its-rooms-only'],
  [
    'lib/guard',
    "import browser from 'webextension-polyfill'; export const x = browser;",
    'guard-uses-its-packages-only',
  ],
  ['lib/recipes', "export { store } from '../platform/store';", 'recipes-imports-its-rooms-only'],
  ['lib/recipes', "export type { Guard } from '../guard/guard';", 'recipes-imports-its-rooms-only'],
  ['lib/planners', "export { agent } from '../agent/agent';", 'planners-imports-its-rooms-only'],
  ['lib/planners', "export * from 'openai';", 'only-chat-model-imports-openai'],
  ['lib/agent', "export { store } from '../platform/store';", 'agent-imports-its-rooms-only'],
  ['lib/agent', "export { readFileSync } from 'node:fs';", 'agent-uses-its-packages-only'],
  ['lib/page', "export { event } from '../trajectories/event';", 'page-imports-its-rooms-only'],
  ['lib/page', "export * from 'zod';", 'page-uses-its-packages-only'],
  ['lib/platform', "export { view } from '../../components/view';", 'platform-imports-its-rooms-only'],
  ['lib/platform', "export { page } from '../page/page';", 'platform-imports-its-rooms-only'],
  ['lib/platform', "export { background } from '../../entrypoints/background';", 'lib-knows-nobody-above'],
  [
    'components',
    "export { store } from '../lib/platform/store';",
    'components-take-values-from-pure-rooms-only',
  ],
  [
    'components',
    "export type { Page } from '../lib/page/page';",
    'components-take-types-from-pure-rooms-only',
  ],
  ['components', "export * from 'dexie';", 'only-platform-touches-the-browser-and-the-database'],
  ['components', "export * from 'zod';", 'components-use-their-packages-only'],
  ['entrypoints', "export { helper } from '../tests/helper';", 'nothing-shipped-imports-tests'],
  ['entrypoints', "export * from 'dexie';", 'only-platform-touches-the-browser-and-the-database'],
  ['lib/agent', "export * from './not-there';", 'no-import-of-nothing'],
];

const ALLOWED: [room: string, code: string][] = [
  ['lib/page', "export type { Event } from '../trajectories/event';"],
  ['lib/agent', "export { guard } from '../guard/guard';"],
  ['lib/trajectories', "export * from 'zod';"],
  ['lib/platform', "export type { Page } from '../page/page'; export * from 'dexie';"],
  [
    'components',
    "export { event } from '../lib/trajectories/event'; export type { Guard } from '../lib/guard/guard';",
  ],
  [
    'entrypoints',
    "export { store } from '../lib/platform/store'; export { view } from '../components/view';",
  ],
];

let tree = '';

function plant(path: string, code: string): void {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), code);
}

/** Names of the rules that object to the tree as it stands. */
async function objections(): Promise<string[]> {
  const { output } = await cruise(['lib', 'components', 'entrypoints'], {
    baseDir: tree,
    validate: true,
    ruleSet: { forbidden: config.forbidden },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  });
  return (output as ICruiseResult).summary.violations.map(({ rule }) => rule.name);
}

beforeEach(() => {
  // Inside the repository, so that the planted files find its packages; .cache is ignored by git.
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  tree = mkdtempSync(join(ROOT, '.cache', 'boundaries-'));
  for (const [path, code] of Object.entries(NEIGHBOURS)) plant(path, code);
});

afterEach(() => rmSync(tree, { recursive: true }));

describe('the boundary checker', () => {
  it.each(PLANTED)('objects in %s to %s', async (room, code, rule) => {
    plant(`${room}/planted.ts`, code);
    expect(await objections()).toContain(rule);
  });

  it.each(ALLOWED)('lets %s do %s', async (room, code) => {
    plant(`${room}/planted.ts`, code);
    const found = await objections();
    expect(found.filter((rule) => rule !== 'no-orphans')).toEqual([]);
  });

  it('objects to files that import each other', async () => {
    plant('lib/agent/one.ts', "import { two } from './two'; export const one = () => two;");
    plant('lib/agent/two.ts', "import { one } from './one'; export const two = () => one;");
    expect(await objections()).toContain('no-circles');
  });

  it('objects to a file that nobody needs', async () => {
    plant('lib/agent/alone.ts', 'export const alone = 1;');
    expect(await objections()).toContain('no-orphans');
  });

  it('has rules for every room of lib', () => {
    const rooms = readdirSync(join(ROOT, 'lib'));
    const names = config.forbidden.map(({ name }) => name);
    for (const room of rooms) {
      expect(names).toContain(`${room}-imports-its-rooms-only`);
      expect(names).toContain(`${room}-uses-its-packages-only`);
      expect(
        PLANTED.some(([planted]) => planted === `lib/${room}`),
        `a planted fault for ${room}`,
      ).toBe(true);
    }
  });
});
