import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site on an origin of its own that serves the given pages. */
export interface Pages {
  /** Origin of the site, without a slash at its end. */
  url: string;
  /** Paths that were asked for, oldest first. */
  requests: string[];
  close(): Promise<void>;
}

/** Body of a page whose answer never comes. */
export const NO_ANSWER = Symbol('no answer');

/** Serves each body of a page, by its path, from the loopback address; any other path is answered with 404. */
export async function startPages(bodies: Record<string, string | typeof NO_ANSWER>): Promise<Pages> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    requests.push(path);
    const body = bodies[path];
    if (body === NO_ANSWER) return;
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><html lang="en"><title>Page ${path}</title>${body ?? 'not found'}</html>`);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
