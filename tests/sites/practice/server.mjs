// The practice site: two plain HTTP servers on the loopback address, the second one for the card frame.
// Run by itself: node tests/sites/practice/server.mjs [port] [framePort]
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { createSite, createFrameSite } from './routes.mjs';
import { createState } from './state.mjs';

const HOST = '127.0.0.1';

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve(`http://${HOST}:${server.address().port}`);
    });
  });
}

function closeServer(server) {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Every request is shown to `before` first, and answered once that has resolved. */
function afterLooking(before, answer) {
  return before
    ? async (request, response) => {
        await before(`${request.method} ${request.url}`);
        answer(request, response);
      }
    : answer;
}

/**
 * Starts a site with a state of its own; port 0 (the default) takes any free port. `before`, if given, is told each request
 * (`METHOD path?query`) and may hold it.
 * `reset()` puts the state back to the beginning; rejects with EADDRINUSE when a given port is taken.
 */
export async function startPracticeSite({ port = 0, framePort = 0, before } = {}) {
  const { state, reset } = createState();
  const frameServer = createServer(createFrameSite());
  const frameUrl = await listen(frameServer, framePort);
  const server = createServer(afterLooking(before, createSite(state, frameUrl)));
  const url = await listen(server, port).catch(async (error) => {
    await closeServer(frameServer);
    throw error;
  });
  const close = () => Promise.all([closeServer(server), closeServer(frameServer)]).then(() => undefined);
  return { url, frameUrl, state, reset, close };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [port = 5180, framePort = 5181] = process.argv.slice(2).map(Number);
  const site = await startPracticeSite({ port, framePort });
  console.log(`Practice site: ${site.url}`);
}
