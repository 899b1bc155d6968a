import type { Page } from '@playwright/test';
import type { RunEvent } from '../../lib/trajectories/event';
import type { Browser } from './support/extension';
import { readEvents } from './support/log';
import type { Panel } from './support/panel';
import { type LoopbackEndpoint, startEndpoint } from '../support/loopback-endpoint';
import { type Turn, viewOf } from './support/scripted-model';
import { useChatModel } from './support/settings';
import { expect, test } from './support/test';

const FINISH: Turn = () => [{ name: 'finish', args: { success: true, answer: 'Seen.' } }];
const SHOOT: Turn = () => [{ name: 'take_screenshot', args: {} }];

/** A model that thinks until it is let go on: by then the tab is where the test wants it. */
async function startPatientModel(turns: Turn[]): Promise<{ model: LoopbackEndpoint; goOn(): void }> {
  let goOn = (): void => undefined;
  const allowed = new Promise<void>((resolve) => (goOn = resolve));
  const model = await startEndpoint({
    answer: async (body, index) => {
      await allowed;
      return { calls: turns[Math.min(index, turns.length - 1)]?.(viewOf(body)) ?? [] };
    },
  });
  return { model, goOn };
}

type ImagePart = { type: string; image_url?: { url: string } };

async function letModelSee(extension: Browser): Promise<void> {
  const page = await extension.open('settings.html');
  await page.getByLabel('Model sees images').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status')).toHaveText(/saved/i);
  await page.close();
}

function picturesOf(body: { messages: { content: unknown }[] }): string[] {
  return body.messages.flatMap(({ content }) =>
    Array.isArray(content) ? content.flatMap((part: ImagePart) => part.image_url?.url ?? []) : [],
  );
}

async function readShot(panel: Panel) {
  const events = await readEvents(panel.page);
  const ended = events.find(
    (event): event is Extract<RunEvent, { type: 'action-ended' }> => event.type === 'action-ended',
  );
  return ended?.result;
}

/** Size of a picture and the colour at a share of its width and height. */
function look(page: Page, url: string, x: number, y: number) {
  return page.evaluate(
    async ([source, across, down]) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const pen = canvas.getContext('2d');
      pen?.drawImage(image, 0, 0);
      const pixel = pen?.getImageData(image.width * across, image.height * down, 1, 1).data;
      return { width: image.width, height: image.height, colour: [...(pixel ?? [])].slice(0, 3) };
    },
    [url, x, y] as const,
  );
}

test('a picture of the page reaches the model and the panel, with secrets covered', async ({
  extension,
  openDesk,
}) => {
  const { model, goOn } = await startPatientModel([SHOOT, FINISH]);
  await useChatModel(extension, model);
  await letModelSee(extension);
  const { panel, tab } = await openDesk('/login');
  const password = tab.getByLabel('Password');
  await password.fill('correct horse');
  await panel.start('Look at the page');
  await tab.bringToFront();
  goOn();
  await panel.expectStatus('Done');
  const [picture = ''] = picturesOf(model.chats()[1] ?? { messages: [] });
  expect(picture).toMatch(/^data:image\/webp;base64,/);
  const { x, y, width, height } = (await password.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const view = await tab.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const seen = await look(tab, picture, (x + width / 2) / view.width, (y + height / 2) / view.height);
  expect(Math.max(seen.width, seen.height)).toBeLessThanOrEqual(1024);
  for (const part of seen.colour) expect(Math.abs(part - 128)).toBeLessThan(8);
  expect(await readShot(panel)).toMatchObject({
    status: 'done',
    image: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  await panel.page.bringToFront();
  const step = panel.steps.locator('[data-action=take_screenshot]');
  await step.locator('summary').click();
  await expect(step.getByRole('img', { name: 'Picture of the page' })).toBeVisible();
  await model.close();
});

test('a picture of one element is no larger than it; without the setting no model gets it', async ({
  extension,
  openDesk,
}) => {
  const { model, goOn } = await startPatientModel([
    (view) => [{ name: 'take_screenshot', args: { ref: view.ref('textbox', 'User name') } }],
    FINISH,
  ]);
  await useChatModel(extension, model);
  const { panel, tab } = await openDesk('/login');
  const box = await tab.getByLabel('User name').boundingBox();
  await panel.start('Look at the field');
  await tab.bringToFront();
  goOn();
  await panel.expectStatus('Done');
  const result = await readShot(panel);
  expect(result).toMatchObject({
    status: 'done',
    message: expect.stringContaining('this model is not shown pictures'),
  });
  const [, width, height] = /(\d+) x (\d+)/.exec(result?.status === 'done' ? result.message : '') ?? [];
  expect(Math.abs(Number(width) - (box?.width ?? 0))).toBeLessThanOrEqual(1);
  expect(Math.abs(Number(height) - (box?.height ?? 0))).toBeLessThanOrEqual(1);
  expect(picturesOf(model.chats()[1] ?? { messages: [] })).toEqual([]);
  await model.close();
});

test('a tab that is not in front is never brought there, nor another one taken for it', async ({
  extension,
  openDesk,
}) => {
  const { model, goOn } = await startPatientModel([SHOOT, FINISH]);
  await useChatModel(extension, model);
  const { panel } = await openDesk('/login');
  await panel.page.bringToFront();
  await panel.start('Look at the page');
  goOn();
  await panel.expectStatus('Done');
  expect(await readShot(panel)).toMatchObject({ status: 'failed', failure: { code: 'tab-not-in-front' } });
  await model.close();
});
