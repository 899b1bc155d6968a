import type { Page } from '@playwright/test';
import type { LoopbackEndpoint } from '../../support/loopback-endpoint';
import type { Browser } from './extension';
import { openPanel } from './panel';
import { startScriptedModel, type Turn } from './scripted-model';
import { useChatModel } from './settings';

const FINISH: Turn = () => [{ name: 'finish', args: { success: true, answer: 'Read.' } }];

/** What the model was shown of a tab before each of its turns, oldest first: a whole observation or what changed. */
export type Shown = string[];

/** Plays the turns on a tab, then finishes; resolves to what the model was shown. */
export async function workOn(extension: Browser, tab: Page, turns: Turn[] = []): Promise<Shown> {
  const model = await startScriptedModel([...turns, FINISH]);
  await useChatModel(extension, model);
  const panel = await openPanel(extension, await extension.tabIdOf(tab));
  await panel.start('Look at this page');
  await panel.expectStatus('Done');
  await panel.page.close();
  const shown = listShown(model);
  await model.close();
  return shown;
}

/** The newest message of each request holds the newest observation. */
function listShown(model: LoopbackEndpoint): Shown {
  return model.chats().map(({ messages }) => String(messages.at(-1)?.content));
}
