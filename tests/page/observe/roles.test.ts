import { afterEach, describe, expect, it } from 'vitest';
import { listDifferences } from './compare-with-browser';

afterEach(() => {
  document.body.innerHTML = '';
});

const SVG_SIZE = 'width=9 height=9';
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';

/** HTML in which every role and name is the browser's; checked against its accessibility tree, not against us. */
const ALIKE: Record<string, string> = {
  'text-level elements':
    '<p>x <b>b</b> <code>c</code> <del>d</del> <dfn>t</dfn> <em>e</em> <ins>i</ins> <kbd>k</kbd> <mark>m</mark> <s>s</s> <strong>g</strong> <sub>1</sub> <sup>2</sup> <time>now</time> <abbr title=full>ab</abbr></p>',
  sections:
    '<header>h</header><nav>n</nav><main><article><header>h</header><footer>f</footer><aside>a</aside></article><section>s</section><section aria-label=l>s</section><section title=t>s</section></main><aside>a</aside><search>q</search><address>a</address><hgroup><h1>x</h1></hgroup><footer>f</footer>',
  'headers and footers by what is around them':
    '<div role=article><header>1</header><aside>1</aside></div><div role=complementary><footer>2</footer></div><div role=navigation><header>3</header></div><div role=region aria-label=r><header>4</header><aside>4</aside></div><div role=main><header>5</header><aside>5</aside></div><section role=presentation><header>6</header></section><blockquote><header>7</header></blockquote><fieldset><footer>8</footer></fieldset>',
  grouping:
    '<blockquote>b</blockquote><figure>f<figcaption>c</figcaption></figure><hr><dl><dt>t</dt><dd>d</dd></dl><details><summary>s</summary>d</details><dialog open>d</dialog><output>o</output><fieldset><legend>l</legend></fieldset><menu><li>m</li></menu><dir><li>d</li></dir>',
  'inputs of every type': [
    'button checkbox color date datetime-local email file image month number password radio range reset search submit tel text time url week',
  ]
    .flatMap((types) => types.split(' '))
    .map((type) => `<input type=${type}>`)
    .join(''),
  'a list of suggestions makes a combo box': `<datalist id=dl><option>1</option></datalist>${'text search email tel url number date time month week range color password'
    .split(' ')
    .map((type) => `<input type=${type} list=dl>`)
    .join('')}<input list=nope>`,
  'choices, meters and areas':
    '<select><option>a</option></select><select multiple><optgroup label=g><option>a</option></optgroup></select><select size=3></select><textarea></textarea><meter value=.4></meter><progress></progress><input type=checkbox role=switch>',
  'links and anchors': '<a href=#>l</a><a>n</a><a name=x>n</a><a onclick="1">c</a><a href="">e</a>',
  images: `<img src="${PIXEL}"><img src="${PIXEL}" alt=a><img src="${PIXEL}" alt=""><img src="${PIXEL}" title=t><img src="${PIXEL}" alt="" aria-label=l><img src="${PIXEL}" alt="" tabindex=0><img src="${PIXEL}" alt=x role=presentation><svg ${SVG_SIZE}><title>t</title></svg><svg ${SVG_SIZE} aria-label=l></svg><svg ${SVG_SIZE} role=img></svg>`,
  tables:
    '<table><caption>c</caption><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><th scope=row>r</th><td>1</td></tr></tbody></table><table role=grid><tr><th>a</th><td>b</td></tr></table>',
  'tables that are none':
    '<table role=none><tr><td>x</td><th>y</th></tr></table><table role=presentation><thead><tr><td>x</td></tr></thead></table>',
  'lists that are none, and lists that are something else':
    '<ul role=none><li>x</li></ul><ul role=presentation tabindex=0><li>x</li></ul><ul role=menu><li>x</li><li role=menuitem>y</li></ul><ul role=tablist><li role=tab>t</li><li role=presentation><a role=tab href=#>u</a></li></ul><ol role=listbox><li role=option>o</li></ol><div role=list><li>x</li></div><li>orphan</li>',
  'presentation that is undone':
    '<h1 role=none>x</h1><h1 role=none aria-label=x>x</h1><h1 role=none tabindex=0>x</h1><button role=none>x</button><a href=# role=presentation>x</a><nav role=none>n</nav>',
  'tokens, unknown and in capitals':
    '<div role="foo button">x</div><div role=BUTTON>x</div><h2 role=foo>x</h2><div role=widget>x</div><div role="none button">x</div><button role="">b</button><div role=directory><div role=listitem>x</div></div><div role=image aria-label=i></div>',
  'roles that need a name':
    '<div role=region>x</div><div role=region aria-label=r>x</div><div role="region group">x</div><div role=form>x</div><div role=form aria-label=f>x</div><div role="form group">x</div><form>x</form><form role=form>x</form><button role=region>b</button>',
  'roles that need something around them':
    '<div role=option>x</div><div role=treeitem>x</div><div role=listitem>x</div><a href=# role=option>t</a><div role=listbox><div><div role=option>o</div></div><div role=group><div role=option>o</div></div></div><div role=tree><div role=treeitem>t<div role=group><div role=treeitem>u</div></div></div></div><div role=list><div role=listitem>l</div><section><div role=listitem>l</div></section></div><div role=listbox aria-owns=own></div><div id=own role=option>owned</div>',
  'roles of widgets':
    '<div role=slider>x</div><div role=spinbutton>x</div><div role=scrollbar>x</div><div role=separator tabindex=0>x</div><div role=progressbar>x</div><div role=combobox>x</div><div role=textbox contenteditable>x</div><div role=searchbox>x</div><div role=radiogroup><div role=radio>x</div></div><div role=toolbar>x</div><div role=menubar><a href=# role=menuitem>m</a></div><div role=menuitemcheckbox>x</div><div role=switch>x</div><div role=tooltip>x</div>',
  'roles of rows':
    '<div role=grid><div role=row>a<div role=gridcell>b</div></div></div><div role=table><div role=row>a<div role=cell>b</div></div></div><div role=row tabindex=0>z</div>',
  summaries:
    '<summary>orphan</summary><details open><summary role=button>b</summary></details><details><summary><h3>h</h3></summary></details>',
};

describe('roles are those of the accessibility tree', () => {
  it.each(Object.entries(ALIKE))('%s', async (_, html) => {
    expect(await listDifferences(html)).toEqual([]);
  });

  it('but for these', async () => {
    // Roles of books and drawings are told as the ARIA role that they are a kind of.
    expect(
      await listDifferences(
        '<div role=doc-toc>x</div><div role=doc-noteref>x</div><div role=graphics-symbol aria-label=s></div>',
      ),
    ).toEqual([
      '<div> navigation "" / doc-toc ""',
      '<div> link "x" / doc-noteref "x"',
      '<div> img "s" / graphics-symbol "s"',
    ]);
    // Nothing tells us of the element that has its own role only for being draggable.
    expect(await listDifferences('<div draggable=true>d</div>')).toEqual(['<div> - "" / group ""']);
    // With an id it may be owned by a list box; to look for one each time would cost squares.
    expect(await listDifferences('<div id=a role=option>x</div>')).toEqual(['<div a> option "x" / - ""']);
  });
});
