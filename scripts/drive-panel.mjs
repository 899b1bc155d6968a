// Works the panel as a person would, by the names that it promises: types the task, presses Run, says yes.

const STEP_TIMEOUT_MS = 60_000;

function byRole(role, name) {
  return `::-p-aria([name="${name}"][role="${role}"])`;
}

export function readStatus(panel) {
  return panel.$eval('[role=status]', (element) => element.textContent.trim());
}

/** Types the task and presses Run. */
export async function startTask(panel, task) {
  await panel.locator(byRole('textbox', 'Task')).fill(task);
  await panel.locator(byRole('button', 'Run')).click();
}

/** Waits until the run needs an answer or has ended; resolves to the status line. */
export async function waitForRest(panel) {
  await panel.waitForFunction(
    () =>
      /^(Needs you|Done|Failed|Paused|Stopped)/.test(
        document.querySelector('[role=status]')?.textContent.trim() ?? '',
      ),
    { timeout: STEP_TIMEOUT_MS },
  );
  return readStatus(panel);
}

/** What the approval asks, as one line. */
export function readQuestion(panel) {
  return panel.$eval(
    byRole('region', 'Approval'),
    (region) => region.querySelector('h2')?.textContent.trim() ?? '',
  );
}

/** Resolves when the run waits for the user no longer. */
export function waitUntilGoingOn(panel) {
  return panel.waitForFunction(
    () => !/^Needs you/.test(document.querySelector('[role=status]')?.textContent.trim() ?? ''),
    { timeout: STEP_TIMEOUT_MS },
  );
}

/** Allows what is asked, once; resolves when the run goes on. */
export async function allowOnce(panel) {
  await panel.locator(byRole('button', 'Allow once')).click();
  await waitUntilGoingOn(panel);
}

/** Says yes to whatever is asked, until the run has ended; `onApproval` hears every question. Resolves to the status. */
export async function approveUntilDone(panel, onApproval) {
  for (;;) {
    const status = await waitForRest(panel);
    if (!status.startsWith('Needs you')) return status;
    onApproval(await readQuestion(panel));
    await allowOnce(panel);
  }
}

/** The Steps list: { isAction, text } for each line, actions and what was said in between. */
export function readSteps(panel) {
  return panel.$eval(byRole('list', 'Steps'), (list) =>
    [...list.children].map((item) => ({
      isAction: 'action' in item.dataset,
      text: item.innerText.trim().split('\n').filter(Boolean).join(' · '),
    })),
  );
}

/** What the Result region says, without its buttons; empty when there is none. */
export async function readResult(panel) {
  const region = await panel.$(byRole('region', 'Result'));
  return region
    ? region.evaluate((element) => {
        const copy = element.cloneNode(true);
        for (const extra of copy.querySelectorAll('button, h2, svg')) extra.remove();
        const texts = [...copy.querySelectorAll('*')].filter((node) => node.children.length === 0);
        return texts
          .map((node) => node.textContent.trim())
          .filter(Boolean)
          .join('\n');
      })
    : '';
}
