import type { Page } from '@playwright/test';
import type { Browser } from '../../e2e/support/extension.ts';
import { openPanelBeside } from '../../e2e/support/panel.ts';
import { useChatModel } from '../../e2e/support/settings.ts';
import { startEndpoint } from '../../support/loopback-endpoint.ts';
import { ErrandModel } from './errand-model.ts';
import type { Played } from './played.ts';
import type { TokenTask } from './tasks.ts';

export interface ErrandDesk {
  /** Does the task in a new tab at `url`; `prepare` brings the page to where the task begins. */
  play(task: TokenTask, url: string, prepare: (page: Page) => Promise<void>): Promise<Played>;
  close(): Promise<void>;
}

/** `together`: whether the model calls several tools at once, as the prompt asks for. */
export async function openErrand(extension: Browser, together: boolean): Promise<ErrandDesk> {
  let player: ErrandModel | undefined;
  const model = await startEndpoint({
    answer: (body) => {
      if (!player) throw new Error('nobody plays');
      return player.answer(body);
    },
  });
  await useChatModel(extension, model);
  return {
    play: async (task, url, prepare) => {
      const tab = await extension.context.newPage();
      await tab.goto(url);
      await prepare(tab);
      const panel = await openPanelBeside(extension, tab);
      await tab.bringToFront();
      const before = model.chats().length;
      player = new ErrandModel(task, together);
      await panel.start(task.task);
      await panel.expectStatus('Working');
      await panel.approveAll();
      const ended = `${await panel.status.innerText()} ${await panel.result.innerText().catch(() => '')}`;
      const shows = await tab.locator('body').innerText();
      await panel.page.close();
      await tab.close();
      return { bodies: model.chats().slice(before), steps: player.at, ended, shows };
    },
    close: () => model.close(),
  };
}
