import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../../scripts/root.mjs';
import { CORPUS } from './corpus.ts';
import { GENERATED_PARTS, makeGeneratedPages } from './generated/pages.ts';
import { ensurePackage } from './npm-packages.ts';
import type { Site } from './site-server.ts';

const run = promisify(execFile);

export interface BenchPage {
  name: string;
  /** Nobody here wrote it; the figures of the goal are over these. */
  real: boolean;
  /** Below the server's origin. */
  path: string;
  /** Too large for the accessibility tree and for what is slow. */
  stress: boolean;
}

export interface BenchSites {
  pages: BenchPage[];
  sites: Map<string, Site>;
}

function siteName(packageName: string): string {
  return packageName.replace('@', '').replace('/', '-');
}

/** Fetches what is missing of the real pages. */
export async function prepareRealSites(): Promise<BenchSites> {
  const sites = new Map<string, Site>();
  const pages: BenchPage[] = [];
  for (const found of CORPUS) {
    const folder = await ensurePackage(found);
    const name = siteName(found.name);
    sites.set(name, { folder, pages: new Map(Object.entries(found.replaced ?? {})) });
    for (const [page, path] of Object.entries(found.pages))
      pages.push({ name: page, real: true, stress: false, path: `/${name}/${path}` });
  }
  sites.set('tiddlywiki', { folder: await renderWiki() });
  pages.push({ name: 'tiddlywiki', real: true, stress: false, path: '/tiddlywiki/index.html' });
  return { pages, sites };
}

/** TiddlyWiki's own site, made by the package that the repository tests against anyway. */
async function renderWiki(): Promise<string> {
  const folder = join(ROOT, '.output', 'bench', 'tiddlywiki');
  if (existsSync(join(folder, 'index.html'))) return folder;
  const source = join(ROOT, 'node_modules', 'tiddlywiki');
  const render = ['--output', folder, '--render', '$:/core/save/all', 'index.html', 'text/plain'];
  await run(process.execPath, [
    join(source, 'tiddlywiki.js'),
    join(source, 'editions', 'tw5.com'),
    ...render,
  ]);
  return folder;
}

/** `elsewhere`: another origin that serves the same sites. */
export function addGeneratedSite({ pages, sites }: BenchSites, elsewhere: string): void {
  const made = new Map<string, string>(Object.entries(GENERATED_PARTS));
  for (const { name, html, stress = false } of makeGeneratedPages(elsewhere)) {
    made.set(`${name}.html`, html);
    pages.push({ name, real: false, stress, path: `/generated/${name}.html` });
  }
  sites.set('generated', { pages: made });
}
