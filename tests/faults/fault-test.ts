import { test as base } from '../e2e/support/test';
import { startPracticeSite } from '../sites/practice/server.mjs';
import type { FaultCase } from './case';
import { findViolations } from './oracle';
import { openWorld, type World } from './world';

interface Fixtures {
  hooks: Pick<World, 'onRequest'>;
  world: World;
}

/** Each test gets a run's whole surroundings, and is judged by the oracle at its end. */
export const test = base.extend<Fixtures>({
  hooks: async ({}, use) => use({ onRequest: () => undefined }),
  site: async ({ hooks }, use) => {
    const site = await startPracticeSite({ before: (request) => hooks.onRequest(request) });
    await use(site);
    await site.close();
  },
  world: async ({ extension, site, hooks }, use) => {
    const world = await openWorld(extension, site, hooks);
    await use(world);
    await world.model.close();
  },
});

const LONG_MS = 240_000;

/** Makes a test of each case. What was injected and what was found wrong is noted for whoever counts. */
export function testCases(cases: FaultCase[]): void {
  for (const { name, isLong, play } of cases) {
    test(name, async ({ world }, testInfo) => {
      if (isLong) test.setTimeout(LONG_MS);
      const note = (type: string, description: string) => testInfo.annotations.push({ type, description });
      try {
        await play(world);
        const violations = await findViolations(world);
        for (const violation of violations) note('violation', violation);
        if (violations.length > 0) throw new Error(violations.join('; '));
      } finally {
        for (const injected of world.injected) note('injected', injected);
      }
    });
  }
}
