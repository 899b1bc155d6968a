import { afterEach, describe, expect, it } from 'vitest';
import { Observer } from '../../../lib/page/observe/observer';
import { Refs } from '../../../lib/page/observe/refs';
import { readBody, readHtml } from './read-page-text';

afterEach(() => {
  document.body.innerHTML = '';
  document.body.removeAttribute('style');
});

/** A small picture without a file. */
const PICTURE =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%229%22 height=%229%22/%3E';

/** Words SEEN… must be in the text, words LOST… must not. */
const CASES: [what: string, html: string][] = [
  ['display', '<p style="display:none">LOST1</p><p>SEEN1</p>'],
  [
    'visibility, which a child may take back',
    '<div style="visibility:hidden">LOST1<b style="visibility:visible">SEEN1</b><p>LOST2</p></div>',
  ],
  [
    'collapsed rows',
    '<table><tr style="visibility:collapse"><td>LOST1</td></tr><tr><td>SEEN1</td></tr></table>',
  ],
  ['opacity', '<p style="opacity:0">LOST1</p><p style="opacity:.6">SEEN1</p>'],
  ['opacities that multiply', '<div style="opacity:.3"><p style="opacity:.3">LOST1</p></div><p>SEEN1</p>'],
  ['faint opacity', '<p style="opacity:.02">LOST1</p><p>SEEN1</p>'],
  [
    'a part without size that cuts off what is in it',
    '<div style="height:0;overflow:hidden"><p>LOST1</p></div><div style="max-height:0;overflow:hidden"><a href="#">LOST2</a></div><p>SEEN1</p>',
  ],
  ['a part without size that lets its content stick out', '<div style="height:0;width:0"><p>SEEN1</p></div>'],
  [
    'one pixel ("sr-only")',
    '<span style="position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip:rect(0,0,0,0)">LOST1</span><p>SEEN1</p>',
  ],
  [
    'clipped away',
    '<p style="clip-path:inset(100%)">LOST1</p><p style="clip-path:inset(50%)">LOST2</p><p style="clip-path:circle(0)">LOST3</p><p style="position:absolute;clip:rect(0,0,0,0)">LOST4</p><p style="clip-path:inset(2px)">SEEN1</p>',
  ],
  ['off the page to the left', '<p style="position:absolute;left:-9999px">LOST1</p><p>SEEN1</p>'],
  ['off the page above', '<p style="position:absolute;top:-9999px">LOST1</p><p>SEEN1</p>'],
  [
    'pushed out by its indent',
    '<div style="text-indent:-9999px;overflow:hidden">LOST1</div><p style="text-indent:2em">SEEN1</p><p style="text-indent:-2em;padding-left:2em">SEEN2</p>',
  ],
  ['scaled to nothing', '<div style="transform:scale(0)"><p>LOST1</p></div><p>SEEN1</p>'],
  ['below the screen', '<div style="height:5000px">SEEN1</div><p>SEEN2</p>'],
  [
    'scrolled out of its own box',
    '<div style="height:40px;overflow:auto"><p style="height:400px">SEEN1</p><p>SEEN2</p></div>',
  ],
  ['closed details', '<details><summary>SEEN1</summary><p>LOST1</p>LOST2<summary>LOST3</summary></details>'],
  ['open details', '<details open><summary>SEEN1</summary><p>SEEN2</p></details>'],
  [
    'content-visibility',
    '<div style="content-visibility:hidden">LOST1<p>LOST2</p></div><div style="content-visibility:auto"><p>SEEN1</p></div>',
  ],
  ['inert', '<div inert><p>LOST1</p><button>LOST2</button></div><p>SEEN1</p>'],
  [
    'the hidden attribute, until found too',
    '<p hidden>LOST1</p><p hidden="until-found">LOST2</p><p>SEEN1</p>',
  ],
  ['a closed dialog and a closed popover', '<dialog>LOST1</dialog><div popover>LOST2</div><p>SEEN1</p>'],
  [
    'letters of one pixel',
    '<p style="font-size:1px">LOST1</p><p style="font-size:0">LOST2</p><p style="font-size:8px">SEEN1</p>',
  ],
  [
    'transparent letters',
    '<p style="color:transparent">LOST1</p><p style="color:rgb(0 0 0 / 0)">LOST2</p><p>SEEN1</p>',
  ],
  [
    'transparent letters that the background fills',
    '<h1 style="color:transparent;background:linear-gradient(red,blue);background-clip:text">SEEN1</h1><p style="color:transparent;text-shadow:0 0 1px red">SEEN2</p>',
  ],
  [
    'letters in the colour of the page',
    '<p style="color:#fff">LOST1</p><p style="color:#fefefe">LOST2</p><p style="color:#ddd">SEEN1</p>',
  ],
  [
    'letters in the colour of what holds them',
    '<div style="background:#123"><p style="color:#123">LOST1</p><p style="color:#fff">SEEN1</p></div><p style="background:black;color:black">LOST2</p>',
  ],
  [
    'letters coloured by a rule on their tag',
    '<style>em{color:#fff}strong{background:#333;color:#fff}</style><p>SEEN1 <em>LOST1</em> <strong>SEEN2</strong></p>',
  ],
  [
    'white letters on a dark page',
    '<div style="background:#222;color:#fff"><p>SEEN1</p><ul><li>SEEN2</li></ul></div>',
  ],
  [
    'white letters on a picture behind',
    `<div style="background:#fff url('${PICTURE}')"><p style="color:#fff">SEEN1</p></div><div style="background-image:linear-gradient(#000,#333)"><p style="color:#fff">SEEN2</p></div>`,
  ],
  [
    'a white caption over a picture beside it',
    `<div style="position:relative"><img src="${PICTURE}" width=300 height=200 alt="x"><div style="position:absolute;left:10px;top:10px;color:#fff"><h2>SEEN1</h2><p>SEEN2</p></div></div>`,
  ],
  [
    'white letters over a coloured box that is no ancestor',
    '<div style="position:relative;height:100px"><div style="position:absolute;inset:0;background:#333"></div><p style="position:relative;color:#fff">SEEN1</p></div>',
  ],
  [
    'letters with an outline or a shadow',
    '<p style="color:#fff;text-shadow:0 0 2px #000">SEEN1</p><p style="color:#fff;-webkit-text-stroke:1px #000">SEEN2</p>',
  ],
  [
    'half transparent background',
    '<div style="background:rgba(0,0,0,.7)"><p style="color:#fff">SEEN1</p></div>',
  ],
  [
    'a heading that nobody sees',
    '<h2 style="color:#fff">LOST1</h2><h2 style="position:absolute;left:-9999px">LOST2</h2><h2>SEEN1</h2>',
  ],
  [
    'controls that nobody sees',
    '<button style="opacity:0">LOST1</button><a href="#" style="position:absolute;left:-9999px">LOST2</a><button style="visibility:hidden">LOST3</button><button style="display:none">LOST4</button><button>SEEN1</button>',
  ],
  ['display: contents', '<div style="display:contents"><p>SEEN1</p></div>'],
  ['a floating child in a line of no height', '<a href="#x"><span style="float:left">SEEN1</span></a>'],
  [
    'noscript, template, script, style',
    '<noscript>LOST1</noscript><template><p>LOST2</p></template><script type="text/plain">LOST3</script><style>/* LOST4 */</style><p>SEEN1</p>',
  ],
  ['comments and processing', '<p>SEEN1<!-- LOST1 --></p>'],
];

describe('only what a person could perceive is read', () => {
  it.each(CASES)('%s', (_what, html) => {
    const text = readHtml(html)
      .split('\n')
      .filter((line) => !line.startsWith('#'));
    const words = new Set(text.join('\n').match(/SEEN\d|LOST\d/g));
    const wanted = new Set(html.match(/SEEN\d/g));
    expect([...words].sort()).toEqual([...wanted].sort());
  });

  it('counts what it leaves out', () => {
    expect(readHtml('<p style="color:#fff">one</p><p style="font-size:0">two</p><p>seen</p>')).toBe(
      'text "seen"\n# 2 hidden texts left out',
    );
  });

  it('keeps fields that stand behind a visible label', () => {
    const field = 'position:absolute;left:-9999px';
    expect(
      readHtml(
        `<label for=a>City</label><select id=a style="${field}"><option>Rome</select><label for=b>Note</label><input id=b style="opacity:0"><label for=c>Gone</label><input id=c style="display:none"><input aria-label=Lost style="opacity:0">`,
      ),
    ).toBe('e1 combobox "City" = "Rome" options="Rome"\ne2 textbox "Note"\ntext "Gone"');
  });

  it.each([
    [
      'a label elsewhere stands for it',
      '<label for=a>City</label><div style="position:absolute;width:1px;height:1px;overflow:hidden;opacity:0"><input id=a></div>',
      'e1 textbox "City"',
    ],
    [
      'its name is drawn in its place',
      '<div><span>Town</span><div style="opacity:0"><input aria-label=Town></div></div>',
      'e1 textbox "Town"',
    ],
    [
      'not when its label is as invisible',
      '<p>Seen</p><div style="opacity:0"><label for=b>City</label><input id=b><input aria-label=Town></div>',
      'text "Seen"',
    ],
    [
      'not when it is kept from the keyboard',
      '<div><span>Town</span><div style="opacity:0"><input aria-label=Town tabindex=-1></div></div>',
      'text "Town"',
    ],
  ])('a field inside of something invisible counts: %s', (_when, html, text) => {
    expect(readHtml(html)).toBe(text);
  });

  it('a dropdown drawn around a native select stands for it, by its name', () => {
    expect(
      readHtml(
        `<label for=a>Town</label><div role=combobox tabindex=0 aria-expanded=false><select id=a style="opacity:0"><option>Rome</select><span>Rome</span></div>`,
      ),
    ).toBe('e1 combobox "Town" = "Rome" collapsed\n  text "Rome"');
  });

  it('takes a dark canvas for what it is', () => {
    document.body.style.background = '#111';
    expect(readHtml('<p style="color:#111">lost</p><p style="color:#eee">seen</p>')).toBe(
      'text "seen"\n# 1 hidden text left out',
    );
  });

  it('says in one line what a modal dialog keeps from being reached', () => {
    document.body.innerHTML =
      '<button>Behind</button><p>Words</p><dialog id=d aria-label="Cookies"><button>OK</button></dialog>';
    (document.querySelector('#d') as HTMLDialogElement).showModal();
    expect(readBody(new Observer(window, new Refs()))).toBe(
      'dialog "Cookies"\n  e1 button "OK" focused\n# behind the dialog "Cookies": 2 things that cannot be reached',
    );
  });

  it('reads an open popover where it is', () => {
    document.body.innerHTML = '<button>Menu</button><div popover id=p><button>Inside</button></div>';
    (document.querySelector('#p') as HTMLElement).showPopover();
    expect(readBody(new Observer(window, new Refs()))).toBe('e1 button "Menu"\ne2 button "Inside"');
  });
});
