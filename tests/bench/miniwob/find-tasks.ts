import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Tasks that move while they are played: what counts is the reflex within a second. MiniWoB++ registers no environment for them. */
const REFLEX_TASKS = new Set(['button-delay', 'chase-circle', 'hover-shape', 'moving-items', 'simon-says']);

/** Where the task pages may lie under what the user named: the checkout, its Python package, or the html folder. */
const HTML_FOLDERS = ['', 'html', join('miniwob', 'html')];

/** The folder that holds `miniwob/*.html` and `core/`. */
export function findHtmlFolder(named: string): string {
  const folders = HTML_FOLDERS.map((inner) => resolve(named, inner));
  const found = folders.find((folder) => existsSync(join(folder, 'core', 'core.js')));
  if (found === undefined) throw new Error(`No MiniWoB++ pages in ${named} (core/core.js is looked for).`);
  return found;
}

/**
 * Names of the tasks: every page of `miniwob/` but the reflex tasks. In the release 1.0 these are the 125 that the
 * package registers as environments and that BrowserGym plays.
 */
export function listTasks(htmlFolder: string): string[] {
  return readdirSync(join(htmlFolder, 'miniwob'))
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.slice(0, -'.html'.length))
    .filter((name) => !REFLEX_TASKS.has(name))
    .sort();
}

/** `only`: names, or parts of names; `=name` for the very name. */
export function pickTasks(tasks: readonly string[], only: readonly string[]): string[] {
  if (only.length === 0) return [...tasks];
  return tasks.filter((task) =>
    only.some((part) => (part.startsWith('=') ? task === part.slice(1) : task.includes(part))),
  );
}
