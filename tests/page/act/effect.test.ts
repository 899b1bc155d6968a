import { afterEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../lib/page/act/actor/create-actor';
import { SETTLE_TIMEOUT_MS } from '../../../lib/page/act/effect/settle';
import { installPageWorld } from '../../../lib/page/world/install-page-world';
import { createWorldKeeper } from '../../../lib/page/world/world-keeper';
import { byId, makeActor, mount, show } from './support';

/** The script in the page's world is installed once, as in a document. */
const world = createWorldKeeper(window, () => installPageWorld(window));

function makeActorWithWorld(): Actor {
  return makeActor({ world: world.take });
}

afterEach(() => world.take()?.release());

function onClick(id: string, change: () => void): void {
  byId(id).addEventListener('click', change);
}

/** Milliseconds that one click and its settling take. */
async function timeClick(act: Actor): Promise<number> {
  const begunAt = performance.now();
  await act({ name: 'click', ref: 'go' });
  return performance.now() - begunAt;
}

/** An answer that comes when it is let. */
function holdFetch(): { release: () => void; restore: () => void } {
  const original = window.fetch;
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  window.fetch = async () => {
    await held;
    return new Response('3 results');
  };
  return { release, restore: () => (window.fetch = original) };
}

describe('settling with the page world in view', () => {
  it('waits for an answer that takes long, and for what is made of it', async () => {
    mount('<button id="go">Search</button><p id="out"></p>');
    const server = holdFetch();
    onClick('go', () => {
      void fetch('/search').then(async (answer) => (byId('out').textContent = await answer.text()));
      setTimeout(server.release, 600);
    });
    await makeActorWithWorld()({ name: 'click', ref: 'go' });
    expect(byId('out').textContent).toBe('3 results');
    server.restore();
  });

  it('waits for a handler that is put off, and for the request that this one makes', async () => {
    mount('<input id="q" aria-label="Search"><p id="out"></p>');
    const server = holdFetch();
    server.release();
    let timer: ReturnType<typeof setTimeout> | undefined;
    byId('q').addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        void fetch('/suggest').then(async (answer) => (byId('out').textContent = await answer.text()));
      }, 250);
    });
    await makeActorWithWorld()({ name: 'type_text', ref: 'q', text: 'tea' });
    expect(byId('out').textContent).toBe('3 results');
    server.restore();
  });

  it('does not wait for a request that was under way, nor for a server that never answers', async () => {
    mount('<button id="go">Go</button>');
    const server = holdFetch();
    const act = makeActorWithWorld();
    await act({ name: 'click', ref: 'go' });
    void fetch('/news');
    expect(await timeClick(act)).toBeLessThan(SETTLE_TIMEOUT_MS);
    onClick('go', () => void fetch('/never'));
    expect(await timeClick(act)).toBeGreaterThanOrEqual(SETTLE_TIMEOUT_MS);
    server.release();
    server.restore();
  });

  it('costs less when nothing happens than it does blindly', async () => {
    mount('<button id="go">Go</button>');
    const seeing = makeActorWithWorld();
    const blind = makeActor();
    await seeing({ name: 'click', ref: 'go' });
    expect(await timeClick(seeing)).toBeLessThan(await timeClick(blind));
  });
});

describe('the effect of an action', () => {
  it('says what the page says: alerts, status lines, faults of fields', async () => {
    mount(`<button id="go">Save</button><div role="status" id="status"></div><div id="place"></div>
      <label>Email <input id="email" type="text"></label>`);
    onClick('go', () => {
      byId('status').textContent = 'Saved';
      byId('place').innerHTML = '<div role="alert">Disk is <b>full</b></div>';
      byId('email').setAttribute('aria-invalid', 'true');
    });
    const told = show(await makeActor()({ name: 'click', ref: 'go' }));
    expect(told).toContain('the page says "Saved", "Disk is full", textbox "Email": invalid');
  });

  it('says again what a status line says again, and not what has stood there all along', async () => {
    mount(`<button id="go">Save</button><div id="app"><div role="alert">Welcome</div>
      <div role="status" id="status">Saved</div></div>`);
    onClick('go', () => {
      byId('app').append('more');
      byId('app').setAttribute('class', 'fresh');
      byId('status').textContent = 'Saved';
    });
    const told = show(await makeActor()({ name: 'click', ref: 'go' }));
    expect(told).toContain('the page says "Saved"');
    expect(told).not.toContain('Welcome');
  });

  it('says why the browser does not let a form go', async () => {
    mount('<form><label>Name <input id="name" required></label><button id="go">Send</button></form>');
    const result = await makeActor()({ name: 'click', ref: 'go' });
    expect(result).toMatchObject({ effect: { told: [expect.stringMatching(/^textbox "Name": ".+"$/)] } });
  });

  it('knows fields that a script has changed, and never says what a secret one holds', async () => {
    mount(`<button id="go">More</button><label>Quantity <input id="q" value="1"></label>
      <label>Pass <input id="p" type="password"></label>`);
    onClick('go', () => {
      byId<HTMLInputElement>('q').value = '2';
      byId<HTMLInputElement>('p').value = 'hunter2';
    });
    const told = show(await makeActor()({ name: 'click', ref: 'go' }));
    expect(told).toContain('textbox "Quantity" = "2"');
    expect(told).not.toContain('hunter2');
  });

  it('sees into shadow roots elsewhere and frames of the same origin', async () => {
    mount(
      '<button id="go">Go</button><x-box id="box"></x-box><iframe id="frame" srcdoc="<p>Inside</p>"></iframe>',
    );
    const root = byId('box').attachShadow({ mode: 'open' });
    const frame = byId<HTMLIFrameElement>('frame');
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    onClick('go', () => (root.innerHTML = '<p>New</p>'));
    expect(show(await makeActor()({ name: 'click', ref: 'go' }))).toContain('1 element appeared');
    byId('go').replaceWith(Object.assign(document.createElement('button'), { id: 'go' }));
    onClick('go', () => frame.contentDocument?.body.append('more'));
    expect(show(await makeActor()({ name: 'click', ref: 'go' }))).toContain('the page changed in place');
  });

  it('says that the element went away or is disabled now, and that nothing changed', async () => {
    mount('<button id="a">A</button><button id="b">B</button><button id="c">C</button>');
    onClick('a', () => byId('a').remove());
    onClick('b', () => byId('b').setAttribute('disabled', ''));
    const act = makeActor();
    expect(show(await act({ name: 'click', ref: 'a' }))).toContain('the element went away');
    expect(show(await act({ name: 'click', ref: 'b' }))).toContain('the element is disabled now');
    expect(await act({ name: 'click', ref: 'c' })).toMatchObject({ effect: {} });
    expect(show(await act({ name: 'click', ref: 'c' }))).toContain('nothing changed');
  });

  it('tells of a link to a file that is saved', async () => {
    mount('<a id="go" href="data:text/plain,hello" download="hello.txt">Hello</a>');
    byId('go').addEventListener('click', (event) => event.stopPropagation());
    onClick('go', () => undefined);
    const result = await makeActor()({ name: 'click', ref: 'go' });
    expect(result).toMatchObject({ status: 'done', effect: { download: {} } });
  });
});

describe('what only the user may do', () => {
  it('is a failure that says so, whether the field for files is in the page or not', async () => {
    mount('<button id="go">Attach</button><label id="label">File <input type="file" hidden></label>');
    onClick('go', () => Object.assign(document.createElement('input'), { type: 'file' }).click());
    const act = makeActorWithWorld();
    for (const ref of ['go', 'label']) {
      const result = await act({ name: 'click', ref });
      expect(result).toMatchObject({
        status: 'failed',
        failure: { code: 'needs-user', params: { do: 'choose-file' } },
      });
    }
    expect(world.take()?.fileField()).toBeInstanceOf(HTMLInputElement);
  });

  it('is told of the full screen', async () => {
    mount('<button id="go">Big</button>');
    onClick('go', () => void document.body.requestFullscreen().catch(() => undefined));
    expect(show(await makeActorWithWorld()({ name: 'click', ref: 'go' }))).toContain('go full screen');
  });
});
