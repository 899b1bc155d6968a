import { userEvent } from 'vitest/browser';
import { afterEach, describe, expect, it } from 'vitest';
import { createErrandPage } from '../../../lib/page/errand-page';
import type { ErrandPage } from '../../../lib/page/types';
import type { UserAct } from '../../../lib/trajectories/user-act';
import { byId, mount } from '../act/support';

let stop = new AbortController();
afterEach(() => stop.abort());

const FORM = `
  <h1 id="words">Some words to read</h1>
  <button id="go">Go</button>
  <a id="link" href="#there">There</a>
  <div id="card" style="cursor: pointer; width: 90px; height: 30px">Card</div>
  <form id="form"><label for="search" id="label">Search</label><input id="search"><button id="find">Find</button></form>
  <input id="secret" type="password" aria-label="Password">
  <input id="agree" type="checkbox" aria-label="Agree">
  <select id="size" aria-label="Size"><option>Small<option>Large</select>
  <div id="mail" contenteditable role="textbox" aria-label="Mail" style="min-height: 20px"></div>`;

function watch(html = FORM): { page: ErrandPage; acts: UserAct[]; said(): string[] } {
  mount(html);
  stop = new AbortController();
  const acts: UserAct[] = [];
  const page = createErrandPage(window);
  document.getElementById('form')?.addEventListener('submit', (event) => event.preventDefault());
  page.watchActs((act) => acts.push(act), stop.signal);
  const said = () =>
    acts.map(({ did, on, value }) => `${did} ${on}${value === undefined ? '' : ` = ${value}`}`);
  return { page, acts, said };
}

const refOf = async (page: ErrandPage, name: string): Promise<string> => {
  const { nodes } = await page.observe({ scope: 'page' });
  const ref = nodes.find((node) => node.name === name && node.ref !== undefined)?.ref;
  if (ref === undefined) throw new Error(`no ref of ${name}`);
  return ref;
};

describe('what the user does on the page', () => {
  it('is told as the observation names it, with what the guard knows of the element', async () => {
    const { acts, said } = watch();
    await userEvent.click(byId('go'));
    await userEvent.click(byId('card'));
    await userEvent.click(byId('agree'));
    expect(said()).toEqual(['click button "Go"', expect.stringMatching(/^click /), 'click checkbox "Agree"']);
    expect(acts[0]?.target).toMatchObject({ ref: '', fingerprint: { role: 'button', name: 'Go' } });
  });

  it('is told at the first letter, and what was typed when they leave the field', async () => {
    const { said } = watch();
    await userEvent.click(byId('search'));
    await userEvent.keyboard('ket');
    expect(said()).toEqual(['click textbox "Search"', 'type textbox "Search"']);
    await userEvent.keyboard('tle{Tab}');
    expect(said().slice(2)).toEqual(['type textbox "Search" = kettle']);
    await userEvent.click(byId('mail'));
    await userEvent.keyboard('Dear Ada{Tab}');
    expect(said().slice(4)).toEqual(['type textbox "Mail"', 'type textbox "Mail" = Dear Ada']);
  });

  it('never tells what is in a secret field', async () => {
    const { acts, said } = watch();
    await userEvent.click(byId('secret'));
    await userEvent.keyboard('hunter2{Tab}');
    expect(said()).toEqual([
      'click textbox "Password"',
      'type textbox "Password"',
      'type textbox "Password"',
    ]);
    expect(JSON.stringify(acts)).not.toContain('hunter2');
  });

  it('includes Enter, keys that the page itself hears, and what is chosen', async () => {
    const { said } = watch();
    byId('search').focus();
    await userEvent.keyboard('a{Enter}');
    expect(said()).toContain('press textbox "Search"');
    await userEvent.selectOptions(byId('size'), 'Large');
    byId('search').blur();
    const before = said().length;
    await userEvent.keyboard('j');
    expect(said().slice(before)).toEqual([expect.stringMatching(/^press /)]);
  });

  it('is not reading: words, blank space, selecting, scrolling, moving through the page', async () => {
    const { said } = watch();
    await userEvent.click(byId('words'));
    await userEvent.tripleClick(byId('words'));
    await userEvent.hover(byId('go'));
    await userEvent.wheel(document.body, { direction: 'down' });
    await userEvent.keyboard('{Tab}{Shift>}{/Shift}{ArrowDown}{PageDown}{Escape}{Control>}c{/Control}');
    expect(said()).toEqual([]);
  });
});

describe('what Errand does on the page', () => {
  it('is never taken for the user, not even where the browser vouches for what follows', async () => {
    const { page, said } = watch();
    const trusted: string[] = [];
    for (const type of ['input', 'change', 'click', 'submit'])
      window.addEventListener(type, (event) => event.isTrusted && trusted.push(type), {
        capture: true,
        signal: stop.signal,
      });
    // A press of theirs that does nothing comes just before.
    await userEvent.click(byId('words'));
    await page.act({ name: 'click', ref: await refOf(page, 'Go') });
    await page.act({ name: 'type_text', ref: await refOf(page, 'Search'), text: 'kettle', submit: true });
    await page.act({ name: 'type_text', ref: await refOf(page, 'Mail'), text: 'Dear Ada' });
    await page.act({ name: 'set_checked', ref: await refOf(page, 'Agree'), checked: true });
    await page.act({ name: 'select_option', ref: await refOf(page, 'Size'), options: ['Large'] });
    await page.act({ name: 'press_keys', keys: 'Tab' });
    expect(byId<HTMLSelectElement>('size').value).toBe('Large');
    expect(byId<HTMLInputElement>('search').value).toBe('kettle');
    expect(trusted.length).toBeGreaterThan(0);
    expect(said()).toEqual([]);
  });
});

describe('what the user is asked to do', () => {
  it('is not told here, nor what comes of it', async () => {
    const { page, said } = watch();
    const done = page.handOver({ ref: await refOf(page, 'Search'), do: 'type' });
    await userEvent.click(byId('search'));
    await userEvent.keyboard('kettle{Enter}');
    expect(await done).toMatchObject({ status: 'done' });
    expect(said()).toEqual([]);
    await userEvent.click(byId('go'));
    expect(said()).toContain('click button "Go"');
  });

  it('does not hide what they do elsewhere meanwhile', async () => {
    const { page, said } = watch();
    const control = new AbortController();
    const done = page.handOver({ ref: await refOf(page, 'Go'), do: 'click' }, control.signal);
    await userEvent.click(byId('agree'));
    expect(said()).toEqual(['click checkbox "Agree"']);
    control.abort();
    await done;
  });
});
