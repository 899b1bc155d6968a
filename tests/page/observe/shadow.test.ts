import { afterEach, describe, expect, it, vi } from 'vitest';

// The browser lets content scripts open closed roots; here the roots are kept as they are attached. Before the imports,
// because the modules look for the opener as they are loaded.
const { roots } = vi.hoisted(() => {
  const kept = new WeakMap<Element, ShadowRoot>();
  const openOrClosedShadowRoot = (element: Element) => kept.get(element) ?? element.shadowRoot;
  Object.defineProperty(globalThis, 'chrome', { value: { dom: { openOrClosedShadowRoot } } });
  return { roots: kept };
});

const { Observer } = await import('../../../lib/page/observe/observer');
const { Refs } = await import('../../../lib/page/observe/refs');
const { walkFlatAncestors } = await import('../../../lib/page/observe/flat-tree');
const { readBody } = await import('./read-page-text');

afterEach(() => {
  document.body.innerHTML = '';
});

function attach(host: Element | null, html: string, options: Partial<ShadowRootInit> = {}): ShadowRoot {
  const root = (host as Element).attachShadow({ mode: 'closed', ...options });
  roots.set(host as Element, root);
  root.innerHTML = html;
  return root;
}

function put(html: string): (selector: string) => Element | null {
  document.body.innerHTML = html;
  return (selector) => document.querySelector(selector);
}

function read(): string {
  return readBody(new Observer(window, new Refs()));
}

describe('closed shadow roots', () => {
  it('are read like open ones, of custom and of plain elements, with states and values', () => {
    const find = put('<x-shut></x-shut><div id=host></div>');
    attach(find('x-shut'), '<label>Name <input value=Ada required></label><button disabled>Save</button>');
    attach(find('#host'), '<h2>Plain host</h2><x-inner></x-inner>');
    const inner = roots.get(find('#host') as Element)?.querySelector('x-inner') ?? null;
    attach(inner, '<a href=#x>Deep</a>', { mode: 'open' });
    expect(read()).toBe(
      'e1 textbox "Name" = "Ada" required\ne2 button "Save" disabled\nheading 2 "Plain host"\ne3 link "Deep"',
    );
  });

  it('of a plain element with children of its own that are not shown', () => {
    const find = put('<div id=host><p>not shown</p>\n<p>neither</p></div>');
    attach(find('#host'), '<h2>Shown</h2><button>Go</button>');
    expect(read()).toBe('heading 2 "Shown"\ne1 button "Go"');
  });

  it('show slotted elements and text, fallback content, and slots within slots', () => {
    const find = put(
      '<x-outer>Words<b slot=title>Title</b><button>Light</button><i slot=nowhere>lost</i></x-outer>',
    );
    const outer = attach(
      find('x-outer'),
      '<x-inner><slot name=title slot=head></slot><slot></slot></x-inner><slot name=empty><em>Fallback</em></slot>',
    );
    attach(
      outer.querySelector('x-inner'),
      '<h3><slot name=head>none</slot></h3><section><slot>none</slot></section>',
    );
    expect(read()).toBe('heading 3 "Title"\ntext "Words"\ne1 button "Light"\ntext "Fallback"');
  });

  it('know what a slotted element is rendered in', () => {
    const find = put('<x-shut><button>Light</button></x-shut>');
    const root = attach(find('x-shut'), '<div id=wrapper><slot></slot></div>');
    read();
    expect([...walkFlatAncestors(find('button') as Element)].map((each) => each.localName)).toEqual([
      'slot',
      'div',
      'x-shut',
      'body',
      'html',
    ]);
    root.innerHTML = '<p>No slot any more</p>';
    expect([...walkFlatAncestors(find('button') as Element)][0]?.localName).toBe('x-shut');
  });

  it('take names and labels from their own tree only', () => {
    const find = put('<p id=label>Outside</p><x-shut></x-shut>');
    attach(find('x-shut'), '<p id=label hidden>Inside</p><button aria-labelledby=label>x</button>');
    expect(read()).toBe('text "Outside"\ne1 button "Inside"');
  });

  it('say what has the focus in them', () => {
    const find = put('<x-shut></x-shut>');
    attach(find('x-shut'), '<input aria-label=First><input aria-label=Second>', { delegatesFocus: true });
    (find('x-shut') as HTMLElement).focus();
    expect(read()).toBe('e1 textbox "First" focused\ne2 textbox "Second"');
  });
});

describe('a form-associated custom element', () => {
  class Switch extends HTMLElement {
    static readonly formAssociated = true;
  }
  customElements.define('x-form-switch', Switch);

  it.each([
    ['around it', '<label>Water it <x-form-switch></x-form-switch></label>'],
    ['beside it', '<label for=s>Water it</label><x-form-switch id=s></x-form-switch>'],
  ])('gives the label %s to its first field', (_where, html) => {
    const find = put(html);
    attach(find('x-form-switch'), '<input type=checkbox><input aria-label=Other>');
    expect(read()).toBe('e1 checkbox "Water it"\ne2 textbox "Other"');
  });
});

describe('depth', () => {
  it('of a hundred shadow roots in one another, open and closed, is no obstacle', () => {
    let host = document.body.appendChild(document.createElement('x-host'));
    for (let depth = 0; depth < 100; depth++) {
      const root = attach(host, '<div><x-host></x-host></div>', { mode: depth % 2 ? 'open' : 'closed' });
      host = root.querySelector('x-host') as HTMLElement;
    }
    attach(host, '<button>Bottom</button>');
    expect(read()).toBe('e1 button "Bottom"');
  });

  // Chromium's own layout gives up at 3,000 blocks in one another, and bears 5,000 phrases.
  it.each([
    ['div', 1_000],
    ['div', 2_000],
    ['span', 5_000],
  ])('of %s elements, %i of them, is no obstacle', (tag, depth) => {
    let at: Element = document.body;
    for (let level = 0; level < depth; level++) at = at.appendChild(document.createElement(tag));
    at.innerHTML = '<button>Bottom</button>';
    expect(read()).toBe('e1 button "Bottom"');
  });

  it('of a thousand lists, labels, links or slots in one another is no obstacle', () => {
    for (const tag of ['ul', 'label', 'a', 'table', 'slot', 'x-a', 'span']) {
      let at: Element = document.body.appendChild(document.createElement(tag));
      for (let level = 0; level < 1_000; level++) at = at.appendChild(document.createElement(tag));
      at.textContent = 'bottom';
      expect(read(), tag).toContain('bottom');
      document.body.innerHTML = '';
    }
  });
});
