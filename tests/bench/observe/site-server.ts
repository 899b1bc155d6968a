import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, sep } from 'node:path';

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** What stands under one folder of the server: files of a folder, and pages made up in memory that win over them. */
export interface Site {
  folder?: string;
  pages?: ReadonlyMap<string, string>;
}

export interface SiteServer {
  origin: string;
  close(): Promise<void>;
}

/** Serves `http://127.0.0.1:<port>/<site>/<path>`; nothing else. */
export async function serveSites(sites: ReadonlyMap<string, Site>): Promise<SiteServer> {
  const server = createServer((request, response) => {
    answer(sites, request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  sites: ReadonlyMap<string, Site>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname);
  const [, name = '', ...rest] = path.split('/');
  const site = sites.get(name);
  const inside = rest.join('/');
  const made = site?.pages?.get(inside);
  if (made !== undefined) {
    response.writeHead(200, { 'content-type': TYPES[extname(inside)] ?? 'text/html; charset=utf-8' });
    response.end(made);
    return;
  }
  const file = site?.folder === undefined ? undefined : await findFile(site.folder, inside);
  if (file === undefined) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'cache-control': 'max-age=3600',
  });
  createReadStream(file).pipe(response);
}

async function findFile(folder: string, path: string): Promise<string | undefined> {
  const file = join(folder, path);
  if (!file.startsWith(folder + sep)) return undefined;
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory()) return findFile(folder, join(path, 'index.html'));
  return found ? file : undefined;
}
