import { afterEach, describe, expect, it } from 'vitest';
import { Observer } from '../../../lib/page/observe/observer';
import { Refs } from '../../../lib/page/observe/refs';
import { readBody, readHtml } from './read-page-text';

afterEach(() => {
  document.body.innerHTML = '';
});

/** What is printed for one line of HTML. */
const CASES: [what: string, html: string, text: string][] = [
  ['a checked box', '<input type=checkbox checked aria-label=A>', 'e1 checkbox "A" checked'],
  ['no ARIA on a native box', '<input type=checkbox aria-checked=true aria-label=A>', 'e1 checkbox "A"'],
  ['mixed', '<div role=checkbox tabindex=0 aria-checked=mixed>A</div>', 'e1 checkbox "A" mixed'],
  ['a toggle', '<button aria-pressed=false>A</button>', 'e1 button "A" pressed=false'],
  ['current', '<a href=# aria-current=page>A</a>', 'e1 link "A" current=page'],
  ['current as nothing', '<a href=# aria-current>A</a>', 'e1 link "A"'],
  ['expanded', '<button aria-expanded=true>A</button>', 'e1 button "A" expanded'],
  ['a summary', '<details open><summary>A</summary></details>', 'e1 button "A" expanded'],
  [
    'the button of a popover',
    '<button popovertarget=p>A</button><div id=p popover>x</div>',
    'e1 button "A" collapsed',
  ],
  [
    'a command for a popover',
    '<button commandfor=p command=toggle-popover>A</button><div id=p popover>x</div>',
    'e1 button "A" collapsed',
  ],
  [
    'a command for a dialog',
    '<button commandfor=d command=show-modal>A</button><dialog id=d>x</dialog>',
    'e1 button "A"',
  ],
  ['a disabled fieldset', '<fieldset disabled><button>A</button></fieldset>', 'e1 button "A" disabled'],
  [
    'its legend',
    '<fieldset disabled><legend><button>A</button></legend></fieldset>',
    'group "A" disabled\ne1 button "A"',
  ],
  [
    'a toolbar that ARIA disables',
    '<div role=toolbar aria-disabled=true><button>A</button></div>',
    'toolbar disabled\ne1 button "A" disabled',
  ],
  [
    'what says no to that',
    '<div role=toolbar aria-disabled=true><button aria-disabled=false>A</button></div>',
    'toolbar disabled\ne1 button "A"',
  ],
  ['a field, to the letter', '<input aria-label=A value="two  blanks ">', 'e1 textbox "A" = "two  blanks "'],
  ['a field of blanks', '<input aria-label=A value="  ">', 'e1 textbox "A"'],
  ['lines', '<textarea aria-label=A>one\n two </textarea>', 'e1 textbox "A" = "one\\n two " multiline'],
  ['a field', '<input aria-label=A value=v required readonly>', 'e1 textbox "A" = "v" readonly required'],
  [
    'a range',
    '<input type=range aria-label=A min=1 max=5 value=3 step=2>',
    'e1 slider "A" = "3" min=1 max=5 step=2',
  ],
  [
    'an ARIA slider',
    '<div role=slider tabindex=0 aria-label=A aria-valuenow=4 aria-valuemax=9>x</div>',
    'e1 slider "A" = "4" max=9',
  ],
  ['several values', '<input type=file multiple>', 'e1 button "Choose Files" multiple type=file'],
  ['a popup', '<button aria-haspopup=listbox>A</button>', 'e1 button "A" popup=listbox'],
  [
    'an error with its message',
    '<input aria-label=A aria-invalid=true aria-errormessage=m><p id=m>Too short</p>',
    'e1 textbox "A" invalid error="Too short"\ntext "Too short"',
  ],
  ['an untouched required field is no error', '<input aria-label=A required>', 'e1 textbox "A" required'],
  [
    'the active option',
    '<input role=combobox aria-label=A aria-activedescendant=o><div role=listbox><div role=option id=o>Two</div></div>',
    'e1 combobox "A" active="Two"',
  ],
  ['a password', '<input type=password aria-label=A value=x>', 'e1 textbox "A" password filled'],
  [
    'a secret by its autocomplete',
    '<input aria-label=A autocomplete="shipping cc-number" value=x>',
    'e1 textbox "A" filled',
  ],
  [
    'a title beside the name',
    '<button title="Adds a row">Add</button>',
    'e1 button "Add" description="Adds a row"',
  ],
  ['a title of a link with words', '<a href=# title="Adds a row">Add</a>', 'e1 link "Add"'],
  [
    'a description',
    '<a href=# aria-describedby=d>Add</a><p id=d hidden>Adds a row</p>',
    'e1 link "Add" description="Adds a row"',
  ],
  [
    'an icon that only its title explains',
    '<i onclick="1" title=Close style="padding:9px"></i>',
    'e1 clickable "Close"',
  ],
  [
    'an anchor in a list item with a hand',
    '<ul style="cursor:auto"><li style="cursor:pointer"><a>Home</a></li><li style="cursor:pointer">Plain</li></ul>',
    'e1 link "Home"\ne2 listitem "Plain"',
  ],
  ['an anchor that only a listener makes a link', '<a style="cursor:pointer">Go on</a>', 'e1 link "Go on"'],
];

describe('states', () => {
  it.each(CASES)('%s', (_, html, text) => {
    const lines = readHtml(html).split('\n');
    expect(lines.slice(0, text.split('\n').length).map((line) => line.trim())).toEqual(text.split('\n'));
  });

  it('a popover that is open', () => {
    readHtml('<button popovertarget=p>A</button><div id=p popover>x</div>');
    document.getElementById('p')?.showPopover();
    expect(readBody(new Observer(window, new Refs()))).toMatch(/^e1 button "A" expanded/);
  });

  it('a password that the page shows stays secret', () => {
    readHtml('<input type=password aria-label=A value=hunter2>');
    (document.querySelector('input') as HTMLInputElement).type = 'text';
    expect(readBody(new Observer(window, new Refs()))).toBe('e1 textbox "A" filled');
  });
});
