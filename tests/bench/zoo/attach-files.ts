import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';

export interface AttachedFile {
  name: string;
  text: string;
}

/** Attaches files to the task that is being written in the panel, as its button does, and waits until the panel lists them. */
export async function attachFiles(panel: Page, files: readonly AttachedFile[]): Promise<void> {
  if (files.length === 0) return;
  const folder = await mkdtemp(join(tmpdir(), 'errand-zoo-'));
  try {
    const paths = files.map(({ name }) => join(folder, name));
    await Promise.all(paths.map((path, index) => writeFile(path, files[index]?.text ?? '')));
    const field = (await panel.$('input[type=file]')) as ElementHandle<HTMLInputElement> | null;
    if (!field) throw new Error('The panel takes no files.');
    await field.uploadFile(...paths);
    const names = files.map(({ name }) => name);
    await panel.waitForFunction(
      (wanted) => {
        const list = document.querySelector('[aria-label="Attachments"]')?.textContent ?? '';
        return wanted.every((name) => list.includes(name));
      },
      {},
      names,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}
