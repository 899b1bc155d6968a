import { readFile, stat } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve } from 'node:path';

const BUILD = resolve('node_modules/@actual-app/web/build');

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/**
 * Its demo is made of chance and of today's date. Here both are the same each time, in pages and workers alike: a
 * transcript can only be played again where the page says the same.
 */
const SAME_EVERY_TIME = `{
  let seed = 1;
  Math.random = () => {
    seed = (seed * 16807) % 2147483647;
    return (seed - 1) / 2147483646;
  };
  const RealDate = Date;
  const shift = RealDate.UTC(2026, 10, 16, 12) - RealDate.now();
  globalThis.Date = class extends RealDate {
    constructor(...parts) {
      if (parts.length === 0) super(RealDate.now() + shift);
      else super(...parts);
    }
    static now() {
      return RealDate.now() + shift;
    }
  };
}
`;

/** Actual Budget as it comes from npm: a whole application, React, with its database in the browser. */
export interface Actual {
  url: string;
  close(): Promise<void>;
}

export async function startActual(): Promise<Actual> {
  const server = createServer((request, response) => {
    void send(new URL(request.url ?? '/', 'http://host').pathname, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function send(address: string, response: ServerResponse): Promise<void> {
  const path = await locate(address);
  const content = await readFile(path);
  response.writeHead(200, {
    'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
    // Its database works with shared memory, which browsers give only to isolated pages.
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
  });
  if (path.endsWith('.html'))
    response.end(content.toString().replace('<head>', `<head><script>${SAME_EVERY_TIME}</script>`));
  else if (/worker[^/]*\.js$/i.test(path)) response.end(SAME_EVERY_TIME + content.toString());
  else response.end(content);
}

/** The file at this address; every other address is the application's own and gets its page. */
async function locate(address: string): Promise<string> {
  const path = join(BUILD, normalize(address));
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ? path : join(BUILD, 'index.html');
}
