import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { Observer } from '../../../lib/page/observe/observer';
import { Refs } from '../../../lib/page/observe/refs';

const WHOLE = { scope: 'page', budget: Infinity } as const;

afterEach(() => {
  document.body.innerHTML = '';
});

/** One edit of the page; numbers pick among what is there. */
type Edit = { kind: (typeof KINDS)[number]; which: number; where: number };
const KINDS = [
  'add',
  'remove',
  'move',
  'bring back',
  'reverse',
  'relabel',
  'retag',
  'clone over',
  'write anew',
  'hide',
  'adopt',
] as const;

/** A page of boxes (one of them a shadow tree) with buttons that tell their identity in their words. */
class Playground {
  readonly boxes: (Element | ShadowRoot)[];
  readonly made: Element[] = [];

  constructor() {
    document.body.innerHTML = '<main></main><section></section><div></div><iframe></iframe>';
    const shadow = (document.querySelector('div') as Element).attachShadow({ mode: 'open' });
    this.boxes = [...document.querySelectorAll('main, section'), shadow];
  }

  apply({ kind, which, where }: Edit): void {
    const element = this.pick(this.made, which);
    const box = this.pick(this.boxes, where) as Element;
    if (kind === 'add') box.append(this.make());
    else if (kind === 'reverse') box.append(...[...box.children].reverse());
    else if (kind === 'write anew') box.innerHTML = '<button>anew</button>'.repeat(which % 3);
    else if (element) this.edit(kind, element, box);
  }

  private edit(kind: Edit['kind'], element: Element, box: Element): void {
    if (kind === 'remove') element.remove();
    if (kind === 'move') box.prepend(element);
    if (kind === 'bring back' && !element.isConnected) box.append(element);
    if (kind === 'relabel') element.setAttribute('aria-label', `${element.textContent} again`);
    if (kind === 'retag') element.id = element.className = `x${this.made.length}`;
    if (kind === 'clone over') element.replaceWith(element.cloneNode(true));
    if (kind === 'hide') element.toggleAttribute('hidden');
    if (kind === 'adopt') document.querySelector('iframe')?.contentDocument?.body.append(element);
  }

  private make(): Element {
    const button = document.createElement('button');
    button.textContent = `b${this.made.length}`;
    this.made.push(button);
    return button;
  }

  private pick<T>(list: T[], number: number): T | undefined {
    return list[number % list.length];
  }

  /** Buttons that a person can see. */
  shown(): Element[] {
    return this.boxes.flatMap((box) => [...box.querySelectorAll('button:not([hidden])')]);
  }
}

const edits = fc.array(fc.record({ kind: fc.constantFrom(...KINDS), which: fc.nat(50), where: fc.nat(5) }), {
  maxLength: 12,
});

describe('refs over any edits of the page', () => {
  it('name one element each, always the same, and nothing once it has gone', () => {
    fc.assert(
      fc.property(fc.array(edits, { minLength: 2, maxLength: 6 }), (rounds) => {
        const page = new Playground();
        const refs = new Refs();
        const observer = new Observer(window, refs);
        const elements = new Map<string, Element>();
        for (const round of rounds) {
          for (const edit of round) page.apply(edit);
          const printed = observer.observeAtOnce(WHOLE).nodes.flatMap(({ ref }) => ref ?? []);
          expect(new Set(printed).size).toBe(printed.length);
          for (const ref of printed) {
            const element = refs.elementOf(ref) as Element;
            elements.set(ref, elements.get(ref) ?? element);
          }
          expect(new Set(elements.values()).size).toBe(elements.size);
          expect(new Set(printed.map((ref) => elements.get(ref)))).toEqual(new Set(page.shown()));
          for (const [ref, element] of elements) {
            const isHere = element.isConnected && element.ownerDocument === document;
            expect(refs.elementOf(ref)).toBe(isHere ? element : undefined);
          }
        }
      }),
      { numRuns: 60, seed: 20261122 },
    );
  });
});

describe('a ref', () => {
  it('says the words of its own element', () => {
    const page = new Playground();
    for (let count = 0; count < 20; count++) page.apply({ kind: 'add', which: 0, where: count });
    const refs = new Refs();
    const { nodes } = new Observer(window, refs).observeAtOnce(WHOLE);
    const named = nodes.filter(({ ref }) => ref !== undefined);
    expect(named).toHaveLength(20);
    for (const { ref, name } of named) expect(refs.elementOf(ref ?? '')?.textContent).toBe(name);
  });

  it('leads nowhere while its element is away, and to the same element when it is back', () => {
    document.body.innerHTML = '<button>Go</button><iframe></iframe>';
    const button = document.querySelector('button') as Element;
    const refs = new Refs();
    const ref = refs.refOf(button);
    button.remove();
    expect(refs.elementOf(ref)).toBeUndefined();
    document.querySelector('iframe')?.contentDocument?.body.append(button);
    expect(refs.elementOf(ref)).toBeUndefined();
    document.body.append(button);
    expect(refs.elementOf(ref)).toBe(button);
    expect(refs.refOf(button)).toBe(ref);
  });

  it('of another page, of a frame or made up is not known', () => {
    const refs = new Refs();
    refs.startFrom(40);
    expect(refs.refOf(document.body)).toBe('e40');
    for (const ref of ['e1', 'e39', 'e41', 'f2e40', 'e040', 'e-1', 'e', '', '40', 'e4e1', 'e40 '])
      expect([ref, refs.wasGiven(ref), refs.elementOf(ref)]).toEqual([ref, false, undefined]);
  });
});
