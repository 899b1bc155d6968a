import { createServer, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Page } from '@playwright/test';
import { startWiki } from '../../e2e/support/tiddlywiki.ts';
import { startPracticeSite } from '../../sites/practice/server.mjs';
import { ensurePackage, type NpmPackage } from '../observe/npm-packages.ts';
import type { TokenTask } from './tasks.ts';

/** One application with a state of its own, for one task. */
export interface BenchSite {
  /** Without a slash at its end. */
  url: string;
  /** Brings a page that has just been opened to where tasks begin. */
  prepare(page: Page): Promise<void>;
  close(): Promise<void>;
}

/** A budget with accounts and schedules that runs in the browser alone. MIT. */
const ACTUAL: NpmPackage = {
  name: '@actual-app/web',
  version: '26.9.0',
  integrity:
    'sha512-kW7hBCGDkBevCcDRPkD8HttQ971cdhf5YMM77geXBGL+Xg9RTJ7EtsKWhEnIMbWrLh9usgzDAsEXg5HFT/do/w==',
};

export async function startSite(site: TokenTask['site']): Promise<BenchSite> {
  switch (site) {
    case 'practice': {
      const { url, close } = await startPracticeSite();
      return { url, close, prepare: async () => undefined };
    }
    case 'tiddlywiki': {
      const { url, close } = await startWiki();
      return {
        url,
        close,
        prepare: async (page) => page.getByRole('button', { name: 'new tiddler' }).waitFor(),
      };
    }
    case 'actual':
      return startActual();
  }
}

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

async function startActual(): Promise<BenchSite> {
  const folder = join(await ensurePackage(ACTUAL), 'build');
  const server = createServer((request, response) => {
    void sendFile(folder, new URL(request.url ?? '/', 'http://site').pathname, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    prepare: openDemo,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** Any address without a file is the application's own; it wants to be isolated from other origins. */
async function sendFile(folder: string, path: string, response: ServerResponse): Promise<void> {
  const name = extname(path) === '' ? '/index.html' : normalize(path);
  const body = await readFile(join(folder, name)).catch(() => undefined);
  const headers = {
    'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
  };
  response.writeHead(body ? 200 : 404, headers).end(body);
}

async function openDemo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try the demo' }).click();
  await page.getByText('Usual Expenses').waitFor();
  await page.getByRole('alert').getByRole('button', { name: 'Close' }).click();
}
