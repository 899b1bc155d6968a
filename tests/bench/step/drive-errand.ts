import type { Page } from '@playwright/test';
import type { RunEvent } from '../../../lib/trajectories/event.ts';
import type { Browser } from '../../e2e/support/extension.ts';
import { readEvents } from '../../e2e/support/log.ts';
import { openPanelBeside, type Panel } from '../../e2e/support/panel.ts';
import { viewOf } from '../../e2e/support/scripted-model.ts';
import { useChatModel } from '../../e2e/support/settings.ts';
import { startEndpoint, type LoopbackEndpoint } from '../../support/loopback-endpoint.ts';
import { splitSteps, timeStep, type StepTimings } from './step-timings.ts';
import { callOf, type BenchStep, type BenchTask } from './tasks.ts';

/** A browser with the built extension, a model that plays tasks, a tab in front and its panel in a window beside it. */
export interface Desk {
  /** Does every step of a task and says how long each took. */
  play(task: BenchTask, origin: string): Promise<StepTimings[]>;
  close(): Promise<void>;
}

/** What the endpoint and the page noted of a run. */
interface Notes {
  task: BenchTask;
  requestsAt: number[];
  lastEventsAt: (number | undefined)[];
}

export async function openDesk(extension: Browser): Promise<Desk> {
  const tab = await extension.context.newPage();
  await tab.addInitScript(noteActing);
  let notes: Notes | undefined;
  const model = await startModel(tab, () => notes);
  await useChatModel(extension, model);
  let panel: Panel | undefined;
  return {
    play: async (task, origin) => {
      await tab.goto(origin + task.path);
      panel ??= await openPanelBeside(extension, tab);
      await tab.bringToFront();
      notes = { task, requestsAt: [], lastEventsAt: [] };
      return playTask(panel, notes);
    },
    close: () => model.close(),
  };
}

const LAST_EVENT = 'errand-bench-last-event';

/** Runs in every document: notes when something other than a person last did something. */
function noteActing(): void {
  const types = ['pointermove', 'mouseup', 'click', 'focusin', 'input', 'change', 'submit', 'keyup'];
  for (const type of types)
    addEventListener(
      type,
      (event) => {
        if (!event.isTrusted || event.type === 'focusin' || event.type === 'input')
          sessionStorage.setItem('errand-bench-last-event', String(Date.now()));
      },
      { capture: true },
    );
}

/** Answers at once with the next step of the task; what it asks the page is asked while nothing is measured. */
function startModel(tab: Page, currentNotes: () => Notes | undefined): Promise<LoopbackEndpoint> {
  return startEndpoint({
    answer: async (body) => {
      const at = Date.now();
      const notes = currentNotes();
      if (!notes) throw new Error('nobody plays');
      notes.requestsAt.push(at);
      const last = await tab.evaluate((key) => sessionStorage.getItem(key), LAST_EVENT);
      notes.lastEventsAt.push(last === null ? undefined : Number(last));
      const step = notes.task.steps[notes.requestsAt.length - 1];
      return { calls: [step ? nextCall(step, viewOf(body).text) : finish('Done.')] };
    },
  });
}

/** A model that is lost says so: a request that fails would be tried again and again. */
function nextCall(step: BenchStep, text: string): { name: string; args: Record<string, unknown> } {
  try {
    return callOf(step, text);
  } catch (error) {
    return finish(String(error));
  }
}

function finish(answer: string): { name: string; args: Record<string, unknown> } {
  return { name: 'finish', args: { success: true, answer } };
}

async function playTask(panel: Panel, notes: Notes): Promise<StepTimings[]> {
  const { task, requestsAt, lastEventsAt } = notes;
  const again = panel.page.getByRole('button', { name: 'New task' });
  if (await again.isVisible()) await again.click();
  await panel.start(`Benchmark ${task.name}`);
  await panel.expectStatus('Working');
  await panel.approveAll();
  const run = eventsOfNewestRun(await readEvents(panel.page));
  const steps = splitSteps(run).slice(0, task.steps.length);
  if (requestsAt.length !== task.steps.length + 1)
    throw new Error(`${task.name} ended after ${requestsAt.length} requests: ${describeEnd(run)}`);
  return steps.map((step, index) =>
    timeStep(step, { nextRequestAt: requestsAt[index + 1] ?? NaN, lastEventAt: lastEventsAt[index + 1] }),
  );
}

function eventsOfNewestRun(events: RunEvent[]): RunEvent[] {
  const newest = events
    .filter(({ type }) => type === 'run-started')
    .sort((one, other) => one.at - other.at)
    .at(-1);
  return events.filter(({ runId }) => runId === newest?.runId);
}

function describeEnd(run: RunEvent[]): string {
  return JSON.stringify(run.slice(-5), undefined, 1).replaceAll('\\n', '\n');
}
