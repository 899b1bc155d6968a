// The practice site on the addresses that the documentation names, or on the next free ones.
import { startPracticeSite } from '../tests/sites/practice/server.mjs';

const FIRST_PORT = 5180;
const TRIES = 20;

/** Starts the site on 5180 and 5181, or on the next free pair. */
export async function startPracticeSiteNearby() {
  for (let port = FIRST_PORT; port < FIRST_PORT + TRIES * 2; port += 2) {
    const site = await startPracticeSite({ port, framePort: port + 1 }).catch((error) => {
      if (error.code !== 'EADDRINUSE') throw error;
    });
    if (site) return site;
  }
  throw new Error(`No free port between ${FIRST_PORT} and ${FIRST_PORT + TRIES * 2}.`);
}
