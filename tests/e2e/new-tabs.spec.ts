import { readEvents } from './support/log';
import { startPages } from './support/pages';
import { openPanel } from './support/panel';
import { startScriptedModel, type View } from './support/scripted-model';
import { useChatModel } from './support/settings';
import { expect, test } from './support/test';

const FIRST = `<h1>First</h1>
  <p><a href="/second">Plain</a> <a href="/second" target="_blank" rel="noopener noreferrer">Apart</a>
  <a href="/second" target="another">Named</a></p>
  <form action="/second" target="_blank"><button>Look up</button></form>
  <button onclick="window.open('/second', '_blank', 'noopener')">Pop up</button>`;
const SECOND = '<h1>Second</h1><button onclick="out.textContent = `Pressed`">Press</button><p id="out"></p>';
const PAGES = { '/': FIRST, '/second': SECOND, '/second?': SECOND };

interface Way {
  how: string;
  click(view: View): Record<string, unknown>;
}

const WAYS: Way[] = [
  { how: 'a middle click', click: (view) => ({ ref: view.ref('link', 'Plain'), button: 'middle' }) },
  {
    how: 'a click with Control',
    click: (view) => ({ ref: view.ref('link', 'Plain'), modifiers: ['Control'] }),
  },
  { how: 'a link with noopener', click: (view) => ({ ref: view.ref('link', 'Apart') }) },
  { how: 'a link to a named window', click: (view) => ({ ref: view.ref('link', 'Named') }) },
  { how: 'a form with target=_blank', click: (view) => ({ ref: view.ref('button', 'Look up') }) },
  { how: 'a script with noopener', click: (view) => ({ ref: view.ref('button', 'Pop up') }) },
];

for (const { how, click } of WAYS)
  test(`a tab that is opened by ${how} is followed, once, and the run works there`, async ({ extension }) => {
    const site = await startPages(PAGES);
    const model = await startScriptedModel([
      (view) => [{ name: 'click', args: click(view) }],
      (view) => [{ name: 'click', args: { ref: view.ref('button', 'Press') } }],
      (view) => [{ name: 'finish', args: { success: view.shows('Pressed'), answer: 'Pressed.' } }],
    ]);
    await useChatModel(extension, model);
    const tab = await extension.context.newPage();
    await tab.goto(site.url);
    // Playwright's own scripts count as a click of the user for a while; a new document knows nothing of it.
    const panel = await openPanel(extension, await extension.tabIdOf(tab));
    await tab.reload();
    await panel.start('Open the second page and press the button');
    await panel.expectStatus('Done');
    await expect(panel.result).toContainText('Pressed.');
    const shown = extension.context.pages().filter((page) => page.url().startsWith(site.url));
    expect(shown.map((page) => new URL(page.url()).pathname)).toEqual(['/', '/second']);
    await expect(shown[1]?.getByText('Pressed') ?? tab.locator('#none')).toBeVisible();
    const events = await readEvents(panel.page);
    expect(events.filter((event) => event.type === 'tab-attached')).toHaveLength(1);
    expect(site.requests.filter((path) => path.startsWith('/second'))).toHaveLength(1);
    await Promise.all([model.close(), site.close()]);
  });
