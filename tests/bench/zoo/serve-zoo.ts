import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { ROOT } from '../../../scripts/root.mjs';

const BUILT = join(ROOT, '.cache', 'zoo');

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

export interface ZooSite {
  /** Origin, without a slash at its end. */
  url: string;
  close(): Promise<void>;
}

/** Serves the built zoo from the loopback address: the same files on whatever name of it the page asks for. */
export async function serveZoo(port = 0): Promise<ZooSite> {
  const server = createServer((request, response) => {
    void sendFile(new URL(request.url ?? '/', 'http://zoo.example').pathname, response);
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function sendFile(path: string, response: ServerResponse): Promise<void> {
  const file = join(BUILT, normalize(decodeURIComponent(path === '/' ? '/index.html' : path)));
  const found = await stat(file).catch(() => undefined);
  if (!file.startsWith(BUILT) || !found?.isFile()) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    return;
  }
  response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
}

if (process.argv[1] === import.meta.filename) console.log((await serveZoo(4180)).url);
