import type { Page } from 'puppeteer-core';

export interface AttachedFile {
  name: string;
  text: string;
}

/** Attaches files to the task that is being written in the panel, as its button does, and waits until the panel lists them. */
export async function attachFiles(panel: Page, files: readonly AttachedFile[]): Promise<void> {
  if (files.length === 0) return;
  await panel.waitForSelector('input[type=file]');
  await panel.evaluate(putIntoField, files);
  const names = files.map(({ name }) => name);
  await panel.waitForFunction(
    (wanted) => {
      const list = document.querySelector('[aria-label="Attachments"]')?.textContent ?? '';
      return wanted.every((name) => list.includes(name));
    },
    {},
    names,
  );
}

/** Runs in the panel. Files from the disk, set over WebDriver BiDi, take Firefox down with them. */
function putIntoField(files: readonly AttachedFile[]): void {
  const field = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!field) throw new Error('The panel takes no files.');
  const transfer = new DataTransfer();
  for (const { name, text } of files) transfer.items.add(new File([text], name, { type: 'text/plain' }));
  field.files = transfer.files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
