import { describe, expect, it, vi } from 'vitest';
import { createActor } from '../../../lib/page/act/actor/create-actor';
import { SETTLE_TIMEOUT_MS } from '../../../lib/page/act/effect/settle';
import { byId, describeSimply, makeActor, makeTarget, mount, show } from './support';

describe('the actor', () => {
  it('never executes a nonce twice in a document, also not at the same time or after a failure', async () => {
    mount('<button id="go">Go</button>');
    const clicked = vi.fn();
    byId('go').addEventListener('click', clicked);
    const act = makeActor();
    const first = act({ name: 'click', ref: 'go' }, { nonce: 'n1' });
    const second = act({ name: 'click', ref: 'go' }, { nonce: 'n1' });
    expect(await second).toBe(await first);
    byId('go').remove();
    expect(await act({ name: 'click', ref: 'go' }, { nonce: 'n1' })).toMatchObject({ status: 'done' });
    expect(clicked).toHaveBeenCalledOnce();
    expect(await act({ name: 'click', ref: 'go' }, { nonce: 'n2' })).toMatchObject({ status: 'failed' });
  });

  it('refuses an element that is not what was judged', async () => {
    mount('<button id="go">Delete draft</button>');
    const clicked = vi.fn();
    byId('go').addEventListener('click', clicked);
    const expected = makeTarget(byId('go'));
    byId('go').textContent = 'Delete account';
    for (const deps of [{}, { targetOf: (element: Element) => makeTarget(element) }]) {
      expect(show(await makeActor(deps)({ name: 'click', ref: 'go' }, { expected }))).toBe(
        'changed-since-approval: button "Delete account" is not what was judged any more (its name differs). ' +
          'Nothing was done. Observe again and propose the action anew.',
      );
    }
    expect(clicked).not.toHaveBeenCalled();
  });

  it('checks again after waiting, right before the first event', async () => {
    mount('<button id="go" disabled>Pay 5</button>');
    const clicked = vi.fn();
    byId('go').addEventListener('click', clicked);
    const expected = makeTarget(byId('go'));
    setTimeout(() => {
      byId('go').textContent = 'Pay 500';
      byId('go').removeAttribute('disabled');
    }, 80);
    const act = makeActor({ targetOf: (element) => makeTarget(element) });
    expect(show(await act({ name: 'click', ref: 'go' }, { expected }))).toContain('changed-since-approval');
    expect(clicked).not.toHaveBeenCalled();
  });

  it('calls the click off when the press has turned the link to another site', async () => {
    mount('<a id="go" href="#here">Go</a><a id="redirect" href="https://shop.test/">Shop</a>');
    byId('go').addEventListener('mousedown', () => byId('go').setAttribute('href', 'https://evil.test/'));
    // Sites that count clicks rewrite a link to their own redirect; that stays possible.
    byId('redirect').addEventListener('mousedown', () => byId('redirect').setAttribute('href', '#out'));
    const act = makeActor({ targetOf: (element) => makeTarget(element) });
    const press = (id: string) => act({ name: 'click', ref: id }, { expected: makeTarget(byId(id)) });
    expect(show(await press('go'))).toContain('changed-since-approval');
    expect(await press('redirect')).toMatchObject({ status: 'done' });
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('stops at once when the run is stopped', async () => {
    mount('<button id="go" disabled>Go</button>');
    const stop = new AbortController();
    const waiting = makeActor()({ name: 'click', ref: 'go' }, { signal: stop.signal });
    stop.abort();
    expect(show(await waiting)).toContain('stopped');
    expect(show(await makeActor()({ name: 'wait_for', seconds: 30 }, { signal: stop.signal }))).toContain(
      'stopped',
    );
  });

  it('never throws', async () => {
    mount('<button id="go">Go</button>');
    const broken = createActor({
      window,
      elementOf: () => byId('go'),
      describe: () => {
        throw new Error('broken page');
      },
      refOf: () => 'e1',
    });
    expect(show(await broken({ name: 'click', ref: 'go' }))).toContain(
      'page-error: The page got in the way of click',
    );
    expect(show(await makeActor()({ name: 'fly' }))).toContain('unknown-action');
    expect(show(await makeActor()({ name: 'click' }))).toContain('bad-arguments');
    expect(show(await makeActor()({ name: 'type_text', ref: 'go', text: 5 }))).toBe(
      'bad-arguments: type_text was not run: text must be a string.',
    );
  });

  it('takes an element or a fingerprint instead of a ref', async () => {
    mount('<button id="go">Go</button>');
    const { fingerprint } = makeTarget(byId('go'));
    const act = makeActor({ locate: () => ({ ok: true, value: byId('go') }) });
    expect(await act({ name: 'click' }, { fingerprint })).toMatchObject({ status: 'done' });
    expect(await act({ name: 'click' }, { element: byId('go') })).toMatchObject({ status: 'done' });
    const none = makeActor({ locate: () => ({ ok: false, failure: { code: 'ambiguous', message: 'two' } }) });
    expect(show(await none({ name: 'click' }, { fingerprint }))).toBe('ambiguous: two');
  });

  it('reports a navigation at once, with its address', async () => {
    const frame = document.createElement('iframe');
    const page = (html: string): string => URL.createObjectURL(new Blob([html], { type: 'text/html' }));
    const next = page('<p>next</p>');
    await new Promise((resolve) => {
      frame.addEventListener('load', resolve, { once: true });
      frame.src = page(
        `<a id="go" href="${next}">Go</a><script>setInterval(() => document.body.append('x'), 20)</script>`,
      );
      document.body.append(frame);
    });
    const inner = frame.contentWindow as Window & typeof globalThis;
    const act = createActor({
      window: inner,
      elementOf: (ref) => inner.document.getElementById(ref) ?? undefined,
      describe: describeSimply,
      refOf: () => 'e1',
    });
    const begunAt = performance.now();
    const result = await act({ name: 'click', ref: 'go' });
    expect(result).toMatchObject({ status: 'done', effect: { url: next } });
    // The page never goes quiet: without the navigation this takes the whole settling time.
    expect(performance.now() - begunAt).toBeLessThan(SETTLE_TIMEOUT_MS);
  });
});
