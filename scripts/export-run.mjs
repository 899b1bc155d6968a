// Exports the newest run the way a person does: library, run, Export, Download.
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const DOWNLOAD_TIMEOUT_MS = 20_000;

/** Ids are read from the extension's own database, through one of its pages. */
function findNewestRun(page) {
  return page.evaluate(async () => {
    const database = await new Promise((resolve, reject) => {
      const request = indexedDB.open('errand');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const runs = await new Promise((resolve, reject) => {
      const request = database.transaction('runs').objectStore('runs').getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    database.close();
    return runs.sort((a, b) => a.startedAt - b.startedAt).at(-1)?.id;
  });
}

function nextDownload(session) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The export was not downloaded.')), DOWNLOAD_TIMEOUT_MS);
    let fileName = '';
    session.on('Browser.downloadWillBegin', (event) => (fileName = event.suggestedFilename));
    session.on('Browser.downloadProgress', ({ state }) => {
      if (state === 'inProgress') return;
      clearTimeout(timer);
      if (state === 'completed') resolve(fileName);
      else reject(new Error('The download of the export was cancelled.'));
    });
  });
}

/** Saves the newest run into `folder`; resolves to the file's path. */
export async function exportNewestRun(extension, folder) {
  await mkdir(folder, { recursive: true });
  const library = await extension.openOwn('library.html');
  const runId = await findNewestRun(library);
  await library.goto(`chrome-extension://${extension.extensionId}/library.html?run=${runId}`);
  const session = await extension.browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    downloadPath: folder,
    eventsEnabled: true,
  });
  const downloaded = nextDownload(session);
  await library.locator('::-p-aria([name="Export"][role="button"])').click();
  await library.locator('::-p-aria([name="Download"][role="button"])').click();
  const file = join(folder, await downloaded);
  await stat(file);
  await library.close();
  return file;
}
