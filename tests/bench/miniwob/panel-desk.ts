import type { Page } from '@playwright/test';

/** How the run came to rest, in the words of the panel. */
export interface RunEnd {
  status: string;
  /** What the Result region or the question says. */
  said: string;
  approvals: number;
}

/** Types the task into the panel and presses Run; the panel shows no run of before. */
export function startTask(panel: Page, task: string): Promise<void> {
  return panel.evaluate(async (text) => {
    const until = <Found>(find: () => Found | null | undefined): Promise<Found> =>
      new Promise((resolve) => {
        const look = () => {
          const found = find();
          if (!found) return false;
          resolve(found);
          return true;
        };
        if (look()) return;
        const observer = new MutationObserver(() => look() && observer.disconnect());
        observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
      });
    const button = (name: string) =>
      [...document.querySelectorAll('button')].find(
        (element) => element.textContent.trim() === name && !element.disabled,
      );
    button('New task')?.click();
    const status = () => document.querySelector('[role=status]')?.textContent.trim() ?? '';
    await until(() => status() === 'Ready');
    const box = await until(() => document.querySelector<HTMLTextAreaElement>('textarea[aria-label="Task"]'));
    box.value = text;
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    (await until(() => button('Run'))).click();
    await until(() => status() !== 'Ready');
  }, task);
}

/**
 * Says yes to every approval, for the whole site where that can be said, until the run has ended or asks what only a
 * person can answer. Resolves to undefined after `limitMs`.
 */
export function approveUntilRest(panel: Page, limitMs: number): Promise<RunEnd | undefined> {
  return panel.evaluate(
    (limit) =>
      new Promise<RunEnd | undefined>((resolve) => {
        let approvals = 0;
        /** The card stays for a moment after the answer, and the next one begins with its buttons disabled. */
        let answered = false;
        const textOf = (selector: string) => document.querySelector(selector)?.textContent.trim() ?? '';
        const end = (result: RunEnd | undefined) => {
          observer.disconnect();
          clearTimeout(timer);
          resolve(result);
        };
        const look = () => {
          const status = textOf('[role=status]');
          if (/^(?:Done|Failed|Stopped|Paused)/.test(status))
            return end({ status, said: textOf('.result, .panel-foot'), approvals });
          if (!status.startsWith('Needs you')) {
            answered = false;
            return;
          }
          const buttons = [...document.querySelectorAll<HTMLButtonElement>('[aria-label="Approval"] button')];
          const named = (name: string) => buttons.find((element) => element.textContent.trim() === name);
          const allow = named('Allow on this site') ?? named('Allow once');
          if (allow === undefined) {
            const said = textOf('.card');
            if (said !== '') end({ status, said, approvals });
          } else if (allow.disabled) {
            answered = false;
          } else if (!answered) {
            answered = true;
            approvals += 1;
            allow.click();
          }
        };
        const observer = new MutationObserver(look);
        observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
        const timer = setTimeout(() => end(undefined), limit);
        look();
      }),
    limitMs,
  );
}

/** Ends a run that goes on, or that waits for an answer, so that the next can begin. */
export async function stopRun(panel: Page): Promise<void> {
  await panel.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const look = () => {
          const status = document.querySelector('[role=status]')?.textContent.trim() ?? '';
          if (/^(?:Ready|Done|Failed|Stopped)/.test(status)) {
            observer.disconnect();
            resolve();
            return true;
          }
          const stop = [...document.querySelectorAll('button')].find(
            (element) => element.textContent.trim() === 'Stop',
          );
          stop?.click();
          return false;
        };
        const observer = new MutationObserver(() => void look());
        observer.observe(document, { subtree: true, childList: true, characterData: true });
        look();
      }),
  );
}
