import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
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

/** Actual Budget as it comes from npm: a whole application, React, with its database in the browser. */
export interface Actual {
  url: string;
  close(): Promise<void>;
}

export async function startActual(): Promise<Actual> {
  const server = createServer((request, response) => {
    void locate(new URL(request.url ?? '/', 'http://host').pathname).then((path) => {
      response.writeHead(200, {
        'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
        // Its database works with shared memory, which browsers give only to isolated pages.
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
      });
      createReadStream(path).pipe(response);
    });
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

/** The file at this address; every other address is the application's own and gets its page. */
async function locate(address: string): Promise<string> {
  const path = join(BUILD, normalize(address));
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ? path : join(BUILD, 'index.html');
}
