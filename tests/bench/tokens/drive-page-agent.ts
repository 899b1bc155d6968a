import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { startEndpoint, type ChatRequestBody, type ScriptedReply } from '../../support/loopback-endpoint.ts';
import { launchBrowser } from '../observe/open-page.ts';
import { bundlePageAgent, bundlePageAgentCore } from '../observe/tool-bundles.ts';
import type { StepTarget, TokenStep } from './parse-step.ts';
import type { Played } from './played.ts';
import type { TokenTask } from './tasks.ts';

export interface PageAgentDesk {
  play(task: TokenTask, url: string, prepare: (page: Page) => Promise<void>): Promise<Played>;
  close(): Promise<void>;
}

const IN_PAGE = join(import.meta.dirname, 'in-page');

/** As large as the tab that Errand works in. */
const VIEWPORT = { width: 1100, height: 800 };

/** page-agent's loop in one tab, its controller in every document of another, a model that plays tasks. */
export async function openPageAgent(): Promise<PageAgentDesk> {
  const browser = await launchBrowser();
  const controller = await bundlePageAgent(join(IN_PAGE, 'controller.ts'));
  const core = await bundlePageAgentCore(join(IN_PAGE, 'core.ts'));
  let current: { task: TokenTask; at: number; page: Page } | undefined;
  const model = await startEndpoint({
    cors: true,
    answer: async (body) => {
      if (!current) throw new Error('nobody plays');
      const { task, at, page } = current;
      const reply = await nextReply(task, at, page, body);
      if (at < task.steps.length) current.at += 1;
      return { ...reply, unstreamed: true };
    },
  });
  return {
    play: async (task, url, prepare) => {
      const context = await browser.newContext({ viewport: VIEWPORT });
      const page = await context.newPage();
      await page.addInitScript(controller);
      await page.goto(url);
      await prepare(page);
      const loop = await context.newPage();
      await loop.exposeFunction('benchController', (method: string, args: unknown[]) =>
        callController(page, method, args),
      );
      await loop.addScriptTag({ content: core });
      const before = model.chats().length;
      current = { task, at: 0, page };
      const { success, data } = await loop.evaluate(({ words, baseUrl }) => BenchAgent.run(words, baseUrl), {
        words: task.task,
        baseUrl: model.baseUrl,
      });
      const shows = await page.locator('body').innerText();
      await context.close();
      return {
        bodies: model.chats().slice(before),
        steps: current.at,
        ended: `${success ? 'Done' : 'Failed'} ${data}`,
        shows,
      };
    },
    close: async () => {
      await browser.close();
      await model.close();
    },
  };
}

/** What it says of an action, as in its source. */
const LEAVING: Record<string, (element: string, value: string) => string> = {
  clickElement: (element) => `✅ Clicked element (${element}).`,
  inputText: (element, text) => `✅ Input text (${text}) into element (${element}).`,
  selectOption: (element, option) => `✅ Selected option (${option}) in element (${element}).`,
};

/** An action that leads to another document does not answer: it says then what it would have said. */
async function callController(page: Page, method: string, args: unknown[]): Promise<unknown> {
  if (/Mask$/.test(method)) return undefined;
  await page.waitForLoadState();
  const acts = method in LEAVING;
  const name = acts ? await page.evaluate((index) => BenchController.textOf(Number(index)), args[0]) : '';
  for (;;)
    try {
      return await page.evaluate(({ which, all }) => BenchController.call(which, all), {
        which: method,
        all: args,
      });
    } catch (error) {
      if (!/context was destroyed|navigat/i.test(String(error))) throw error;
      await page.waitForLoadState();
      const message = LEAVING[method]?.(name ?? String(args[0]), String(args[1]));
      if (message !== undefined) return { success: true, message };
    }
}

/** Its reflection is one sentence in each field, as its prompt asks for. */
async function nextReply(
  task: TokenTask,
  at: number,
  page: Page,
  body: ChatRequestBody,
): Promise<ScriptedReply> {
  const step = task.steps[at];
  const action = step
    ? await actionOf(step, page, body).catch((error: unknown) => ({
        done: { text: String(error), success: false },
      }))
    : { done: { text: `It is done: ${task.shows}`, success: true } };
  const last = task.steps[at - 1];
  return {
    calls: [
      {
        name: 'AgentOutput',
        args: {
          evaluation_previous_goal: last ? `I did ${last.words}. Verdict: Success` : 'Nothing was done yet.',
          memory: `${at} of ${task.steps.length} steps are done.`,
          next_goal: step ? `I ${step.words}.` : 'It is done.',
          action,
        },
      },
    ],
  };
}

async function actionOf(
  step: TokenStep,
  page: Page,
  body: ChatRequestBody,
): Promise<Record<string, unknown>> {
  if (!step.target) return { scroll: { down: true, num_pages: 1 } };
  const element = await (await locate(page, step.target)).elementHandle({ timeout: 5_000 });
  const index = element ? await page.evaluate((node) => BenchController.indexOf(node), element) : undefined;
  if (index === undefined || !JSON.stringify(body.messages.at(-1)?.content).includes(`[${index}]<`))
    throw new Error(`the request does not show what to act on: ${step.words}`);
  switch (step.does) {
    case 'type':
      return { input_text: { index, text: step.value } };
    case 'choose':
      return { select_dropdown_option: { index, text: step.value } };
    default:
      return { click_element_by_index: { index } };
  }
}

async function locate(page: Page, { role, name, begins, holds, framed }: StepTarget): Promise<Locator> {
  const place = framed ? page.frameLocator('iframe') : page;
  const named =
    name === undefined
      ? {}
      : begins
        ? { name: new RegExp(`^${name.replaceAll(/[^\w ]/g, '\\$&')}`) }
        : { name, exact: true };
  const all = place.getByRole(role as Parameters<Page['getByRole']>[0], named);
  if (holds === undefined) return all.last();
  const values = await all.evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  return all.nth(values.lastIndexOf(holds));
}
