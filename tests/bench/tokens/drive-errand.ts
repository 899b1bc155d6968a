import type { Page } from '@playwright/test';
import type { Browser } from '../../e2e/support/extension.ts';
import { Panel } from '../../e2e/support/panel.ts';
import { viewOf } from '../../e2e/support/scripted-model.ts';
import { useChatModel } from '../../e2e/support/settings.ts';
import { startEndpoint, type ChatRequestBody, type ScriptedReply } from '../../support/loopback-endpoint.ts';
import { findTarget } from './find-target.ts';
import type { TokenStep } from './parse-step.ts';
import type { Played } from './played.ts';
import type { TokenTask } from './tasks.ts';

type Call = NonNullable<ScriptedReply['calls']>[number];

export interface ErrandDesk {
  /** Does the task in a new tab at `url`; `prepare` brings the page to where the task begins. */
  play(task: TokenTask, url: string, prepare: (page: Page) => Promise<void>): Promise<Played>;
  close(): Promise<void>;
}

/** `together`: whether fields that the model sees are filled, and the button pressed, in one reply, as the prompt asks for. */
export async function openErrand(extension: Browser, together: boolean): Promise<ErrandDesk> {
  let current: { task: TokenTask; at: number } | undefined;
  const model = await startEndpoint({
    answer: (body) => {
      if (!current) throw new Error('nobody plays');
      const reply = nextReply(current.task, current.at, body, together);
      current.at += reply.steps;
      return reply;
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
      current = { task, at: 0 };
      await panel.start(task.task);
      await panel.expectStatus('Working');
      await panel.approveAll();
      const ended = `${await panel.status.innerText()} ${await panel.result.innerText().catch(() => '')}`;
      const shows = await tab.locator('body').innerText();
      await panel.page.close();
      await tab.close();
      return { bodies: model.chats().slice(before), steps: current.at, ended, shows };
    },
    close: () => model.close(),
  };
}

/** What the model says and calls next, from the request alone. A model that is lost says so. */
function nextReply(
  task: TokenTask,
  at: number,
  body: ChatRequestBody,
  together: boolean,
): ScriptedReply & { steps: number } {
  const { text } = viewOf(body);
  const calls: Call[] = [];
  const phase = task.phases.findIndex(({ from }) => from === at);
  if (phase >= 0) calls.push(planCall(task, phase));
  if (at >= task.steps.length) return { say: 'It is done.', calls: [finishCall(task)], steps: 0 };
  let steps = 0;
  try {
    for (const step of task.steps.slice(at)) {
      const call = steps === 0 ? callOf(step, text) : followingCall(step, text, together);
      if (!call) break;
      calls.push(call);
      steps += 1;
      if (isLast(step) || task.phases.some(({ from }) => from === at + steps)) break;
    }
  } catch (error) {
    return { calls: [{ name: 'finish', args: { success: false, answer: String(error) } }], steps: 0 };
  }
  return { say: sentence(task.steps[at]?.words ?? ''), calls, steps };
}

/** What follows a click is decided once its effect is seen. */
function isLast({ does }: TokenStep): boolean {
  return does === 'click' || does === 'scroll';
}

function followingCall(step: TokenStep, text: string, together: boolean): Call | undefined {
  if (!together) return undefined;
  try {
    return callOf(step, text);
  } catch {
    return undefined;
  }
}

export function callOf(step: TokenStep, text: string): Call {
  if (!step.target) return { name: 'scroll', args: { direction: 'down' } };
  const ref = findTarget(text, step.target);
  switch (step.does) {
    case 'type':
      return { name: 'type_text', args: { ref, text: step.value } };
    case 'choose':
      return { name: 'choose', args: { ref, text: step.value } };
    case 'check':
      return { name: 'set_checked', args: { ref, checked: true } };
    default:
      return { name: 'click', args: { ref } };
  }
}

function planCall({ phases }: TokenTask, current: number): Call {
  const items = phases.map(({ words }, index) => ({
    text: words,
    state: index < current ? 'done' : index === current ? 'doing' : 'todo',
  }));
  return { name: 'update_plan', args: { items } };
}

function finishCall({ shows }: TokenTask): Call {
  return { name: 'finish', args: { success: true, answer: 'It is done.', evidence: shows } };
}

/** `type "kettle" into …` as a sentence for the user. */
export function sentence(words: string): string {
  return `I ${words}.`;
}

/** As a side panel it would be visible beside the tab. */
async function openPanelBeside(extension: Browser, tab: Page): Promise<Panel> {
  const tabId = await extension.tabIdOf(tab);
  const asker = await extension.open('settings.html');
  const opened = extension.context.waitForEvent('page');
  await asker.evaluate(async (id) => {
    await chrome.windows.create({ type: 'popup', url: `sidepanel.html?tab=${id}`, width: 400, height: 800 });
  }, tabId);
  const panel = new Panel(await opened);
  await asker.close();
  await panel.task.waitFor();
  return panel;
}
