import { afterEach, describe, expect, it, vi } from 'vitest';
import { findByFingerprint } from '../../../lib/page/locate/find-by-fingerprint';
import { computeFingerprint } from '../../../lib/page/locate/fingerprint';
import { resolveTarget } from '../../../lib/page/locate/resolve';
import { computeTarget } from '../../../lib/page/locate/target';
import { Reading } from '../../../lib/page/observe/reading';
import { Refs } from '../../../lib/page/observe/refs';
import type { Fingerprint } from '../../../lib/trajectories/fingerprint';

function find<T extends Element = HTMLElement>(selector: string): T {
  const element = document.querySelector<T>(selector);
  if (!element) throw new Error(`nothing matches ${selector}`);
  return element;
}

function fingerprintOf(selector: string): Fingerprint {
  return computeFingerprint(new Reading(window), find(selector));
}

function foundOrCode(fingerprint: Fingerprint): string {
  const found = findByFingerprint(window, fingerprint);
  return found.ok ? found.value.id : found.failure.code;
}

afterEach(() => {
  document.body.innerHTML = '';
});

const CARDS = (names: string[]): string =>
  `<main><ul>${names.map((name) => `<li><h3>${name}</h3><p>9 €</p><button id="${name}">Add to cart</button></li>`).join('')}</ul></main>`;

describe('fingerprint', () => {
  it('says what an element is and where', () => {
    document.body.innerHTML = `<main><form aria-label="Checkout"><h2>Address</h2><label>City <input id=city name=city placeholder=Paris value="Rome"></label></form></main>`;
    expect(fingerprintOf('#city')).toEqual({
      role: 'textbox',
      name: 'City',
      tag: 'input',
      attributes: { id: 'city', name: 'city', placeholder: 'Paris' },
      within: ['main', 'form "Checkout"', 'heading "Address"'],
      nth: 0,
      of: 1,
      frameOrigin: window.origin,
    });
  });

  it('knows twins by the words near them', () => {
    document.body.innerHTML = CARDS(['Kettle', 'Pot', 'Tea']);
    const fingerprint = fingerprintOf('#Pot');
    expect(fingerprint).toMatchObject({ near: 'Pot 9 € Add to cart', nth: 1, of: 3 });
    const { id: _, ...attributes } = fingerprint.attributes;
    document.body.innerHTML = CARDS(['Tea', 'Cup', 'Kettle', 'Pot']);
    expect(foundOrCode({ ...fingerprint, attributes })).toBe('Pot');
  });
});

describe('findByFingerprint', () => {
  const plain = (over: Partial<Fingerprint>): Fingerprint => ({
    role: 'button',
    name: 'Save',
    tag: 'button',
    attributes: {},
    within: [],
    nth: 0,
    of: 1,
    ...over,
  });

  it('never takes another element', () => {
    document.body.innerHTML = '<button id=del>Delete</button><a id=save href="#">Save</a>';
    expect(foundOrCode(plain({}))).toBe('not-found');
  });

  it('accepts other numbers and a changed name with the same test id', () => {
    document.body.innerHTML =
      '<button id=cart>Cart (2)</button><button id=go data-testid=submit>Send order</button>';
    expect(foundOrCode(plain({ name: 'Cart (0)' }))).toBe('cart');
    expect(foundOrCode(plain({ name: 'Place order', attributes: { 'data-testid': 'submit' } }))).toBe('go');
  });

  it('says so when twins cannot be told apart', () => {
    document.body.innerHTML = '<button id=a>Save</button><button id=b>Save</button>';
    expect(foundOrCode(plain({}))).toBe('ambiguous');
    expect(foundOrCode(plain({ nth: 1, of: 2 }))).toBe('b');
    document.body.innerHTML += '<button id=c>Save</button>';
    expect(foundOrCode(plain({ nth: 1, of: 2 }))).toBe('ambiguous');
  });

  it('does not take a vanished twin for another one', () => {
    document.body.innerHTML = CARDS(['Kettle', 'Pot', 'Tea']);
    const { attributes: _, ...rest } = fingerprintOf('#Pot');
    document.body.innerHTML = CARDS(['Kettle', 'Tea']);
    expect(foundOrCode({ ...rest, attributes: {} })).toBe('ambiguous');
  });

  it('leaves out what nobody can see', () => {
    document.body.innerHTML = '<button id=a style="display:none">Save</button><button id=b>Save</button>';
    expect(foundOrCode(plain({}))).toBe('b');
  });
});

describe('target', () => {
  it('reads a form through its prototypes, whatever its fields are called', () => {
    document.body.innerHTML = `<form id=f action="https://shop.example/pay" method=post aria-label="Pay">
      <input name=action value="https://evil.example/"><input name=method><input name=elements><input type=password name=p>
      <input autocomplete="cc-number" name=n><button id=go>Pay</button><button id=other formaction="https://other.example/x" formmethod=get>Other</button></form>`;
    expect(computeTarget(window, find('#go'), 'e1').submits).toEqual({
      action: 'https://shop.example/pay',
      method: 'post',
      form: 'Pay',
      holds: ['password', 'card'],
      search: false,
    });
    expect(computeTarget(window, find('#other'), 'e2').submits).toMatchObject({
      action: 'https://other.example/x',
      method: 'get',
    });
  });

  it('knows a search, a link and what words inside them lead to', () => {
    document.body.innerHTML = `<form action="/s"><h2>Find</h2><input type=search id=q><button id=go><span id=word>Search</span></button></form>
      <a href="https://shop.example/a?b#c" target=_blank><b id=inner>Open</b></a><button id=plain type=button disabled>x</button>`;
    expect(computeTarget(window, find('#word'), 'e1').submits).toMatchObject({
      form: 'Find',
      search: true,
      method: 'get',
      holds: [],
    });
    expect(computeTarget(window, find('#q'), 'e1')).toMatchObject({
      inputType: 'search',
      submits: { search: true },
    });
    expect(computeTarget(window, find('#inner'), 'e1')).toMatchObject({
      href: 'https://shop.example/a?b#c',
      opensTab: true,
    });
    const plain = computeTarget(window, find('#plain'), 'e1');
    expect(plain.submits).toBeUndefined();
    expect(plain.disabled).toBe(true);
  });

  it('knows which buttons hand their form in to another window', () => {
    document.body.innerHTML = `<form target=_blank><input id=q><button id=go>Go</button><button id=here formtarget=_self>Here</button>
      <button id=none type=button>No</button></form><form><button id=other formtarget=list>Other</button></form>`;
    const opening = ['q', 'go', 'here', 'none', 'other'].filter(
      (id) => computeTarget(window, find(`#${id}`), 'e1').opensTab,
    );
    expect(opening).toEqual(['go', 'other']);
  });

  it('reads a field with its autocomplete and never its value', () => {
    document.body.innerHTML =
      '<input id=p type=password autocomplete=current-password value="s3cret" aria-label=Password>';
    const target = computeTarget(window, find('#p'), 'e1');
    expect(target).toMatchObject({ inputType: 'password', autocomplete: 'current-password' });
    expect(JSON.stringify(target)).not.toContain('s3cret');
  });
});

describe('resolveTarget', () => {
  it('names the one element and none of its twins', () => {
    document.body.innerHTML = CARDS(Array.from({ length: 2400 }, (_, index) => `Kettle ${index}`));
    const refs = new Refs();
    const ref = refs.refOf(document.querySelectorAll('button')[7] as Element);
    const asked = vi.spyOn(window, 'getComputedStyle');
    const found = resolveTarget(window, refs, { ref });
    expect(found).toMatchObject({ ok: true, value: { fingerprint: { nth: 7, of: 2400 } } });
    expect(asked.mock.calls.length).toBeLessThan(200);
    asked.mockRestore();
  });

  it('fails for a ref whose element has gone, and for one never given', () => {
    const refs = new Refs();
    document.body.innerHTML = '<button>A</button>';
    const ref = refs.refOf(find('button'));
    expect(resolveTarget(window, refs, { ref })).toMatchObject({ ok: true, value: { ref: 'e1' } });
    document.body.innerHTML = '';
    expect(resolveTarget(window, refs, { ref })).toMatchObject({ ok: false, failure: { code: 'stale-ref' } });
    expect(resolveTarget(window, refs, { ref: 'e7' })).toMatchObject({
      ok: false,
      failure: { code: 'stale-ref' },
    });
  });

  it('takes what has the focus when nothing is named, and says so when nothing has it', () => {
    const refs = new Refs();
    document.body.innerHTML = '<form><input aria-label=City><button>Pay</button></form>';
    find<HTMLInputElement>('input').focus();
    expect(resolveTarget(window, refs, {})).toMatchObject({
      ok: true,
      value: { fingerprint: { role: 'textbox', name: 'City' } },
    });
    find<HTMLInputElement>('input').blur();
    expect(resolveTarget(window, refs, {})).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });
});
