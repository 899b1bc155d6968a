import { expect } from '@playwright/test';
import { atEach, type FaultCase, type Injection } from '../case';
import { WAITING_POINTS, WHILE_APPROVAL, WHILE_PAUSED, WHILE_QUESTION, whileAsked } from '../points';
import type { World } from '../world';

const HOUR_MS = 3_600_000;

function moved(hours: number, name: string): Injection {
  return {
    name,
    async inject({ extension }: World) {
      const worker = await extension.worker();
      await worker.evaluate((byMs) => {
        const real = Date.now.bind(Date);
        Date.now = () => real() + byMs;
      }, hours * HOUR_MS);
    },
  };
}

/** Taken from the browser's own page about the extension, as a user does; given back when the run asks for it. */
const ACCESS_TAKEN: Injection = {
  name: 'access to sites taken away',
  async inject(world) {
    await setAccess(world, 'ON_CLICK');
    return async () => {
      await expect(world.panel.status).toHaveText(/^(Needs you|Failed|Paused)/, { timeout: 45_000 });
      await setAccess(world, 'ON_ALL_SITES');
    };
  },
};

async function setAccess({ extension }: World, hostAccess: string): Promise<void> {
  const page = await extension.context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(
    async (update) => {
      const { developerPrivate } = chrome as unknown as {
        developerPrivate: { updateExtensionConfiguration(update: object): Promise<void> };
      };
      await developerPrivate.updateExtensionConfiguration(update);
    },
    { extensionId: extension.extensionId, hostAccess },
  );
  await page.close();
}

export const CLOCK_CASES: FaultCase[] = [
  ...atEach(moved(3, 'clock three hours on'), WAITING_POINTS, [whileAsked('write').name]),
  ...atEach(moved(-3, 'clock three hours back'), WAITING_POINTS),
  ...atEach(ACCESS_TAKEN, [WHILE_QUESTION, whileAsked('write'), WHILE_APPROVAL, WHILE_PAUSED]),
];
