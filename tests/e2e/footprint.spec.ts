import type { Page } from '@playwright/test';
import { type Pages, startPages } from './support/pages';
import { openPanel } from './support/panel';
import { startScriptedModel } from './support/scripted-model';
import { useChatModel } from './support/settings';
import { expect, test } from './support/test';
import { startWatching } from './support/watch-page';

const NOTHING = { mutations: [], calls: [], events: [], observed: [], changed: [] };

const PAGE = `
  <style>
    @keyframes lit { from { opacity: 0.9 } }
    :focus, :hover, :active, :target { animation: lit 1s }
    .far { content-visibility: auto; margin-top: 4000px; contain-intrinsic-size: 10px 500px }
    .scrolls { height: 60px; overflow: auto }
  </style>
  <h1>Watched</h1><div id="errandPageReady"></div>
  <form data-trapped><label>Name <input id="name" value="Ada" data-trapped></label><input type="checkbox" aria-label="Agree" data-trapped>
    <select aria-label="Country"><option>France<option>Spain</select><button id="send">Send</button></form>
  <div class="scrolls">${'<p>Line</p>'.repeat(20)}</div>
  <details><summary>More</summary><p>Inside</p></details>
  <x-card><b slot="title">Title</b><span>Slotted</span></x-card>
  <x-shut></x-shut>
  <img loading="lazy" src="/far.png" style="margin-top:9000px" width="10" height="10" alt="">
  <div class="far"><p id="deep">Far away</p><button>Far</button></div>
  <iframe title="Inside" src="/inside"></iframe>
  <script>
    lives = [];
    class Card extends HTMLElement {
      static observedAttributes = ['id', 'class', 'style', 'data-ref', 'aria-label'];
      constructor() {
        super();
        const root = this.attachShadow({ mode: this.localName === 'x-card' ? 'open' : 'closed' });
        root.innerHTML = '<h2><slot name="title">No title</slot></h2><slot></slot><button>Act</button>';
        for (const name of ['role', 'ariaLabel', 'title', 'shadowRoot', 'innerText', 'textContent', 'children', 'openOrClosedShadowRoot'])
          Object.defineProperty(this, name, { get: () => void lives.push('get ' + name) });
      }
      attributeChangedCallback(name) { lives.push('attribute ' + name); }
      disconnectedCallback() { lives.push('disconnected'); }
      adoptedCallback() { lives.push('adopted'); }
    }
    customElements.define('x-card', Card);
    customElements.define('x-shut', class extends Card {});
    heard = [];
    onmessage = (event) => heard.push(event.data);
  </script>`;

const INSIDE =
  '<label>Card <input></label><script>heard = []; onmessage = (event) => heard.push(event.data);</script>';

async function openTab(open: () => Promise<Page>, site: Pages): Promise<Page> {
  const tab = await open();
  await tab.goto(site.url);
  return tab;
}

const hasScript = async (extensionPage: Page, tabId: number): Promise<unknown[]> =>
  extensionPage.evaluate(async (id) => {
    const func = () => Object.getOwnPropertyNames(globalThis).some((name) => /errand/i.test(name));
    const results = await chrome.scripting.executeScript({ target: { tabId: id, allFrames: true }, func });
    return results.map(({ result }) => result);
  }, tabId);

test('a page that is read notices nothing of it, whatever it watches; tabs that no run uses get no script', async ({
  extension,
}) => {
  const site = await startPages({ '/': PAGE, '/inside': INSIDE });
  const model = await startScriptedModel([
    () => [{ name: 'read_page', args: {} }],
    () => [{ name: 'find_text', args: { text: 'Far' } }],
    () => [{ name: 'finish', args: { success: true, answer: 'Read.' } }],
  ]);
  await useChatModel(extension, model);
  const open = () => extension.context.newPage();
  const unused = await openTab(open, site);
  const tab = await openTab(open, site);
  await tab.locator('#name').focus();
  const [tabId, unusedId] = [await extension.tabIdOf(tab), await extension.tabIdOf(unused)];
  const panel = await openPanel(extension, tabId);
  const own = await extension.open('settings.html');
  const report = await startWatching(tab);
  // The watch itself has asked the cards for their shadow roots.
  await tab.evaluate('lives.length = 0');
  const requests = site.requests.length;

  await panel.start('Look at this page');
  await panel.expectStatus('Done');

  expect(await report()).toEqual(NOTHING);
  const text = String(model.chats()[0]?.messages.at(-1)?.content);
  for (const words of [
    'textbox "Name" = "Ada"',
    'heading 2 "Title"',
    'heading 2 "No title"',
    'button "Act"',
    'textbox "Card"',
  ])
    expect(text).toContain(words);
  expect(model.chats()).toHaveLength(3);
  const insideHeard = () => tab.frames()[1]?.evaluate('heard');
  expect([await tab.evaluate('lives'), await tab.evaluate('heard'), await insideHeard()]).toEqual([
    [],
    [],
    [],
  ]);
  expect(site.requests.slice(requests)).toEqual([]);
  expect(await hasScript(own, tabId)).toEqual([true, true]);
  expect(await hasScript(own, unusedId)).toEqual([false, false]);
  await Promise.all([model.close(), site.close()]);
});

test('the watch itself sees the slightest touch', async ({ extension }) => {
  const site = await startPages({ '/': PAGE, '/inside': INSIDE });
  const tab = await openTab(() => extension.context.newPage(), site);
  const touches: [string, keyof typeof NOTHING][] = [
    ['document.body.getAttribute("x")', 'calls'],
    ['getComputedStyle(document.body).display', 'calls'],
    ['document.querySelector("h1").firstChild', 'calls'],
    ['document.querySelector("h1").setAttribute("data-ref", "1")', 'mutations'],
    ['document.querySelector("h1").setAttribute("data-ref", "2")', 'changed'],
    ['globalThis.mark = 1', 'changed'],
    ['postMessage("hello", "*")', 'events'],
    ['document.querySelector("#send").focus()', 'events'],
    ['document.querySelector(".scrolls").scrollTop = 30', 'changed'],
    ['document.querySelector("h1").style.height = "90px"', 'observed'],
    ['document.querySelector("h1").getBoundingClientRect()', 'calls'],
    ['String(new Error("x").stack)', 'calls'],
  ];
  for (const [touch, kind] of touches) {
    await tab.reload();
    const report = await startWatching(tab);
    expect(await report()).toEqual(NOTHING);
    await tab.evaluate(touch);
    await expect.poll(async () => (await report())[kind].length, touch).toBeGreaterThan(0);
  }
  await site.close();
});

test('a page cannot ask for the files of the extension', async ({ extension }) => {
  const site = await startPages({ '/': '<h1>Curious</h1>' });
  const tab = await openTab(() => extension.context.newPage(), site);
  const reached = await tab.evaluate(async (id) => {
    const found: string[] = [];
    for (const file of [
      'manifest.json',
      'page.js',
      'icon/48.png',
      'sidepanel.html',
      'background.js',
      '_locales/en/messages.json',
    ]) {
      const address = `chrome-extension://${id}/${file}`;
      await fetch(address).then(
        () => found.push(`fetch ${file}`),
        () => undefined,
      );
      const image = new Image();
      image.src = address;
      await image.decode().then(
        () => found.push(`image ${file}`),
        () => undefined,
      );
    }
    return found;
  }, extension.extensionId);
  expect(reached).toEqual([]);
  await site.close();
});
