import { afterEach, describe, expect, it } from 'vitest';
import { computeName } from '../../../lib/page/observe/names';
import { Reading } from '../../../lib/page/observe/reading';
import { listDifferences } from './compare-with-browser';
import { readHtml } from './read-page-text';

afterEach(() => {
  document.body.innerHTML = '';
});

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';
const SIZE = 'width=9 height=9';

/** Each of these inside of a link with words on both sides. */
function inLinks(...inside: string[]): string {
  return inside.map((html) => `<a href=#>a${html}b</a>`).join(' ');
}

/** HTML in which every role and name is the browser's; checked against its accessibility tree, not against us. */
const ALIKE: Record<string, string> = {
  'labels: around, by id, several, with controls in them':
    '<label>wl <input> after</label><label for=f1>a</label><label for=f1>b</label><input id=f1><label for=f2 aria-label=LA>x</label><input id=f2><label for=f3 aria-labelledby=r>x</label><input id=f3><p id=r>ref</p><label><input type=checkbox> Show <b>it</b> <input value=in></label><label>sel <select><option>a<option selected>b</select> end</label><label>Amount <input type=number value=5> to <input type=range value=3></label><label for=f4><img alt=la src=x></label><input id=f4><label for=f5 title=lt></label><input id=f5><label for=f6>x <h2>h</h2><ul><li>a</ul></label><input id=f6>',
  'labels that are hidden or empty end the search':
    '<label for=f1 hidden>h</label><input id=f1 placeholder=ph><label for=f2> </label><input id=f2 title=tt><label><input placeholder=p></label><label for=f3 aria-hidden=true>x</label><input id=f3 placeholder=p><label for=f4></label><label for=f4>two</label><input id=f4><label for=f5></label><input type=submit id=f5 value=v>',
  'what a label leaves to itself':
    '<label for=f1>x<div role=group>g</div></label><input id=f1><label for=f2>x <nav>n</nav></label><input id=f2>',
  'labels of buttons, meters, outputs, files':
    '<label for=b1>lab</label><button id=b1>btn</button><label for=b2>lab</label><input type=image id=b2 alt=alt><label for=b3>m</label><meter id=b3></meter><label for=b4>p</label><progress id=b4></progress><label for=b5>o</label><output id=b5>x</output><label for=b6>f</label><input type=file id=b6><input type=file><input type=file multiple><input type=file title=t><label for=b7>d</label><div id=b7 role=textbox>x</div>',
  'title and placeholder':
    '<input placeholder=p title=t><input placeholder=p><input title=t><input aria-placeholder=ap><input aria-placeholder=ap placeholder=p><textarea placeholder=tp></textarea><div role=textbox aria-placeholder=ap></div><div contenteditable aria-placeholder=ap></div><input type=number placeholder=np><input type=date placeholder=dp><input type=checkbox placeholder=p><input type=checkbox title=t><input type=range placeholder=p><select title=t></select><a href=# title=t></a><a href=# title=t>x</a><div title=q>x</div><span tabindex=0 title=ct></span><p title=q>x</p><h2 title=q></h2><nav title=q>n</nav>',
  'buttons made by input':
    '<input type=submit><input type=reset><input type=button><input type=submit value=v><input type=submit value=""><input type=submit value="" title=t><input type=submit title=t><input type=button title=t><input type=image><input type=image value=v><input type=image title=t><input type=image alt="" title=t><button title=t></button><button value=v></button>',
  'options, groups, captions and legends':
    '<select><option label=l>t<option label="">u<option>  sp  aced </select><select size=3><optgroup label=g><option>o</optgroup><option aria-label=al>x</select><fieldset><legend>a <b>b</b></legend></fieldset><fieldset><div><legend>deep</legend></div></fieldset><fieldset>x<legend>second</legend></fieldset><fieldset title=t></fieldset><fieldset title=t><legend></legend></fieldset><fieldset><legend hidden>h</legend></fieldset><fieldset aria-label=l><legend>x</legend></fieldset><table><caption>c <a href=#>l</a></caption><tr><th>a<td>b</table><table title=t><tr><th>a<td>b</table><table summary=s title=t><tr><th>a<td>b</table><table title=t><caption></caption><tr><th>a<td>b</table>',
  'figures, details, frames and sections are not named by what is in them':
    '<figure>x<figcaption>c</figcaption></figure><figure title=t></figure><details><summary>s</summary></details><iframe title=t></iframe><iframe name=n></iframe><iframe aria-label=l title=t></iframe><article><h2>h</h2></article><div role=dialog><h2>h</h2></div><dialog open title=t>x</dialog>',
  drawings: `<svg ${SIZE} role=img><title>t1</title><title>t2</title></svg><svg ${SIZE} role=img><title></title></svg><svg role=img aria-labelledby="st sd" ${SIZE}><title id=st>t</title><desc id=sd>d</desc></svg><svg role=img ${SIZE}><desc>d</desc></svg><a href=#><svg ${SIZE}><title>lt</title></svg> t</a><a href=#><svg aria-hidden=true ${SIZE}><title>lt</title></svg> t</a><a href=#>a<svg ${SIZE}><path d=M0 /></svg>b</a><a href=#><svg ${SIZE}><desc>d</desc></svg></a>`,
  'aria-label and aria-labelledby':
    '<i id=r1>one</i><i id=r2 hidden>two</i><a href=# aria-label=" ">x</a><a href=# aria-label="  al  b ">x</a><a href=# aria-labelledby=nope>x</a><a href=# aria-labelledby=nope aria-label=al>x</a><a href=# aria-labelledby="r1 r2">x</a><a href=# aria-labelledby="r1 r1">x</a><a href=# id=self aria-label=sf aria-labelledby="self r1">x</a><a href=# aria-labelledby=r3>x</a><b id=r3 aria-labelledby=r1 aria-label=l3>c</b><a href=# aria-labelledby=r4>x</a><div id=r4 inert>no</div>',
  'what a reference reads':
    '<button aria-labelledby=a>b</button><div id=a>a<nav>n</nav>b</div><button aria-labelledby=c>b</button><ul id=c><li>1<li>2</ul><button aria-labelledby=d>b</button><fieldset id=d><legend>lg</legend>rest</fieldset><button aria-labelledby=e>b</button><input id=e value=v title=t><button aria-labelledby=f>b</button><input id=f type=checkbox><label for=f>cb</label><button aria-labelledby=g>b</button><select id=g size=2><option>A<option selected>B</select><button aria-labelledby=h>b</button><div id=h>a<div role=img>ri</div><div role=status>st</div></div><button aria-labelledby=i>b</button><div id=i title=t></div><button aria-labelledby=j>b</button><img id=j alt=j src=x hidden>',
  'hidden nodes, referenced and not':
    '<button aria-labelledby=a>b</button><div id=a hidden><span>a</span><span>b</span></div><button aria-labelledby=c>b</button><div id=c hidden>a<br>b<img alt=i src=x></div><button aria-labelledby=d>b</button><div id=d style="visibility:hidden"><b>a</b>b<i style="display:none">c</i></div><button aria-labelledby=e>b</button><div id=e>V<div hidden>H</div><style>s{}</style><b aria-hidden=true>h</b></div><button aria-labelledby=f>b</button><div id=f aria-hidden=true>x</div><button>a<b style="visibility:hidden">h<i style="visibility:visible">v</i></b>b</button><button>x<b style="opacity:0">o</b></button><button>x<b style="content-visibility:hidden;display:block">o</b></button><button>x<b inert>o</b></button>',
  'boxes are words apart, lines are not': inLinks(
    '<b>x</b>',
    ' <b>x</b> ',
    '<div>x</div>',
    '<span><div>x</div></span>',
    '<span style="display:inline-block">x</span>',
    '<span style="display:flex">x</span>',
    '<span style="display:contents">x</span>',
    '<span style="position:absolute">x</span>',
    '<br>',
    '<wbr>',
    `<img alt=i src=${PIXEL}>`,
    `<img src=${PIXEL}>`,
    '<img alt="">',
    '<span></span>',
    '<div></div>',
    '<div aria-hidden=true>h</div>',
    '<b aria-hidden=true>h</b>',
    '<input type=checkbox>',
    '<button>x</button>',
    '<i role=img aria-label=x></i>',
    '<i aria-label=x>y</i>',
    '<i title=x>y</i>',
    '<i title=x></i>',
    '<h3>x</h3>',
    '<ul><li>x<li>y</ul>',
    '<table><tr><td>x<td>y</table>',
    '<pre>x\n y</pre>',
    '<ruby>x<rt>y</rt></ruby>',
    '<hr>',
  ),
  'controls inside give their value': inLinks(
    '<input value=v>',
    '<textarea>v</textarea>',
    '<select><option>x<option selected>y</select>',
    '<input type=range value=7>',
    '<progress value=.3></progress>',
    '<div role=slider aria-valuenow=5></div>',
    '<div role=spinbutton aria-valuenow=5 aria-valuetext=five></div>',
    '<div role=textbox>v</div>',
    '<button aria-label=x>y</button>',
    '<input type=submit>',
  ),
  'what keeps its words from the name around it': inLinks(
    ...'alert article blockquote dialog figure form grid group img list log main menu navigation note paragraph region search separator status table tabpanel toolbar tooltip button heading cell term time'
      .split(' ')
      .flatMap((role) => [`<i role=${role}>x</i>`, `<i role=${role} aria-label=x></i>`]),
  ),
  'menus and trees inside of their items':
    '<div role=menu><div role=menuitem>Item<div role=menu><div role=menuitem>Sub</div></div></div></div><div role=tree><div role=treeitem>Node<div role=group><div role=treeitem>Child</div></div></div></div>',
  'letters as they are drawn':
    '<style>.up{text-transform:uppercase}.low{text-transform:lowercase}.cap{text-transform:capitalize}</style><button class=up>upper <b>bold</b> <i style="text-transform:none">None</i></button><button class=low>LOWER</button><button class=cap>cap this-thing now’s it’s a.b</button><button class=up aria-label=lab>x</button><button class=up>straße<img alt=alt src=x></button><label for=u class=up>lab</label><input id=u><input type=submit class=up value=subm><button aria-labelledby=h>x</button><i id=h class=up hidden>hidden</i>',
  'words of pseudo-elements':
    '<style>.a::before{content:"[B]"}.b::before{content:"\\e900"}.c::before{content:counter(x) "."}.d::before{content:"X" / "alt"}.e::before{content:"X" / ""}.f::before{content:"BLK";display:block}.g::before{content:"no";display:none}.h::before{content:"v";visibility:hidden}.i::before{content:attr(data-x)}.j::after{content:" aft"}.k::before{content:"abs";position:absolute}kbd::before{content:"K"}.l::before{content:"a\\"b\\\\c / d"}.m::before{content:"pre";text-transform:uppercase}</style>' +
    'a b c d e f g h i j k l m'
      .split(' ')
      .map((name) => `<button class=${name} data-x=dx>x</button>`)
      .join('') +
    '<button>a<kbd>x</kbd></button><button>a<q>x</q></button><button class=b></button><button class=b title=t></button>',
  'letters that cannot be seen, and spaces that cannot be broken':
    '<button>a&shy;b</button><button>a&ZeroWidthSpace;b</button><button>a&nbsp;&nbsp;b</button><button>tab&#9;s</button><button>a\n\n b</button>',
  headings: `<h2>a <a href=#>l</a> <button>b</button> <img alt=i src=${PIXEL}></h2><h2>a<a href=#>l</a></h2><h2><b>1</b>Title</h2><h2 title=t>x</h2><h2 title=t></h2><h2><a href=# title=z></a></h2><h2>x<a href=# title=z></a></h2>`,
  'a name ends after a hundred nodes': `<button>${'<span>a</span>'.repeat(150)}</button><button>${'<div>a</div>'.repeat(150)}</button><button>${'a<br>'.repeat(150)}</button><button>${'<em>a</em>'.repeat(150)}</button><button>${'<i role=img aria-label=q></i>'.repeat(150)}</button><button>${'<b aria-hidden=true>h</b>'.repeat(150)}end</button><a href=#>${'<div><div>a</div><div>b</div></div>'.repeat(150)}</a>`,
};

describe('names are those of the accessibility tree', () => {
  it.each(Object.entries(ALIKE))('%s', async (_, html) => {
    expect(await listDifferences(html)).toEqual([]);
  });

  it('slots and shadow trees', async () => {
    const differences = await listDifferences(
      '<x-a id=a></x-a><x-b id=b><i slot=s>sl</i>rest</x-b><button><x-c id=c></x-c></button>',
      () => {
        attachTree('a', '<button>sh <slot></slot></button>');
        attachTree('b', '<button><slot name=s></slot> <slot></slot> <slot name=n>fallback</slot></button>');
        attachTree('c', '<span>inner</span><style>a{}</style>');
      },
    );
    expect(differences).toEqual([]);
  });

  it('but for these', async () => {
    // A hidden label leaves a button without a name, although a person reads its words.
    expect(await listDifferences('<label for=b hidden>h</label><button id=b>go</button>')).toEqual([
      '<button b> button "go" / button ""',
    ]);
    // The browser tells how long a password is.
    expect(await listDifferences('<a href=#>x<input type=password value=sec></a>')).toEqual([
      '<a> link "x" / link "x •••"',
    ]);
    // WAI-ARIA lets a title name such a picture (and the tests of the W3C ask for it).
    expect(await listDifferences(`<img alt="" title=t src=${PIXEL}>`)).toEqual(['<img> img "t" / img ""']);
  });
});

function attachTree(id: string, html: string): void {
  const root = document.getElementById(id)?.attachShadow({ mode: 'open' });
  if (root) root.innerHTML = html;
}

describe('names', () => {
  it('of things that nest ten thousand deep end', () => {
    // Hidden: laying out boxes that deep takes the browser itself minutes.
    document.body.innerHTML = '<button aria-labelledby=deep>x</button><div id=deep hidden></div>';
    let at = document.getElementById('deep') as Element;
    for (let depth = 0; depth < 10_000; depth++) {
      at.append(String(depth % 10));
      at = at.appendChild(document.createElement('div'));
    }
    const button = document.querySelector('button') as Element;
    expect(computeName(new Reading(window), button)).toMatch(/^0 1 2 3( \d){40,100}$/);
  });

  it('of roles that nest ten thousand deep take their holders from nearby', () => {
    let at: Element = document.body;
    for (let depth = 0; depth < 10_000; depth++) {
      at = at.appendChild(document.createElement('div'));
      at.setAttribute('role', depth % 2 ? 'listitem' : 'treeitem');
    }
    expect(new Reading(window).role(at)).toBe('');
  });

  it('say in lines of their own what did not fit into them', () => {
    const text = readHtml(`<a href=#>${'<p>word</p>'.repeat(60)}<p>the end</p></a>`);
    expect(text).toContain('the end');
    expect(readHtml('<a href=#>Report<figure>of the year</figure></a>')).toContain('of the year');
  });

  it('never hold what is typed into a secret field, also when it is shown', () => {
    const html =
      '<label>Password <input id=p type=password value=hunter2></label><label><input type=checkbox> Card <input autocomplete=cc-number value=4111></label>';
    readHtml(html);
    const field = document.getElementById('p') as HTMLInputElement;
    expect(computeName(new Reading(window), field)).toBe('Password');
    field.type = 'text';
    const names = [...document.querySelectorAll('label, input')].map((element) =>
      computeName(new Reading(window), element),
    );
    expect(names.join()).not.toMatch(/hunter2|4111/);
  });

  it('take words of pseudo-elements from the style sheets when there are many to ask', () => {
    const styles =
      '.icon::before{content:"I "} nav > em:not(.x)::after{content:"!"} [data-k]::before{content:attr(data-k)} @media all { #id::before, p::before{content:"M"} } .clear::after{content:""}';
    const button = '<button class=icon>a<em>b</em></button>';
    document.body.innerHTML = `<style>${styles}</style>${'<button class=clear>x</button>'.repeat(50)}${button}<nav><button class="x icon">c<em>d</em></button></nav><button data-k=K>e</button><button id=id>f</button><button><p>g</p></button><button><b>h</b></button>`;
    const reading = new Reading(window);
    const names = [...document.querySelectorAll('button')].map((element) => computeName(reading, element));
    expect(names.slice(0, 50)).toEqual(new Array(50).fill('x'));
    expect(names.slice(50)).toEqual(['I ab', 'I cd', 'Ke', 'Mf', 'Mg', 'h']);
  });
});
