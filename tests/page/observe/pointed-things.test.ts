import { afterEach, describe, expect, it } from 'vitest';
import { Observer } from '../../../lib/page/observe/observer';
import { Refs } from '../../../lib/page/observe/refs';
import { readBody, readHtml, trimLines } from './read-page-text';

interface Case {
  what: string;
  html: string;
  text: string;
}

const GRID = `<div role=grid aria-label=Stock>
  <div role=row><div role=columnheader tabindex=-1>Name</div><div role=columnheader aria-sort=none>Pieces</div><div role=columnheader>Note</div></div>
  <div role=row><div role=gridcell tabindex=-1>Nuts</div><div role=gridcell tabindex=-1>80</div><div role=gridcell>A2</div></div></div>`;

const CASES: Case[] = [
  {
    what: 'what the pointer takes hold of, and named places to drop it',
    html: `<h2>Week</h2><ul aria-label=Tasks><li style="cursor:grab">Paint <button>Edit</button></li><li style="cursor:grab">Print</li></ul>
      <section aria-label=Done></section><section aria-label=Open><p>Nothing yet</p></section>`,
    text: `
      e1 heading 2 "Week"
      e2 list "Tasks"
        e3 listitem "Paint" draggable
          e4 button "Edit"
        e5 listitem "Print" draggable
      e6 region "Done"
      e7 region "Open"
        text "Nothing yet"`,
  },
  {
    what: 'no places to drop on where nothing is dragged',
    html: '<h2>Week</h2><ul aria-label=Tasks><li>Paint</li><li>Print</li></ul>',
    text: `
      heading 2 "Week"
      list "Tasks"
        listitem "Paint"
        listitem "Print"`,
  },
  {
    what: 'a handle without words, and nothing more in what is held already',
    html: `<p>Row <span style="cursor:move;display:inline-block;width:20px;height:20px"></span></p>
      <div style="cursor:grab">Card <b>seven</b> <a href=/c>open</a></div>`,
    text: `
      text "Row"
      e1 clickable draggable
      e2 clickable "Card seven" draggable
        e3 link "open"`,
  },
  {
    what: 'things that HTML or ARIA call draggable',
    html: '<div draggable=true>Towel</div><div draggable=false>Rock</div><div role=button tabindex=0 aria-roledescription=sortable>Song</div>',
    text: `
      e1 clickable "Towel" draggable
      text "Rock"
      e2 button "Song" draggable`,
  },
  {
    what: 'no places to drop on for links alone',
    html: '<h2>News</h2><a href=#x draggable=true>First</a>',
    text: `
      heading 2 "News"
      e1 link "First" draggable`,
  },
  {
    what: 'a canvas with its size, unless the pointer passes by it or it is mere decoration',
    html: `<canvas width=300 height=120 aria-label=Signature></canvas>
      <canvas width=50 height=50 style="pointer-events:none"></canvas><div aria-hidden=true><canvas width=50 height=50></canvas></div>`,
    text: `
      e1 canvas "Signature" (300 by 120 px)`,
  },
  {
    what: 'a grid: headers that sort, and rows that can be asked for in full',
    html: GRID,
    text: `
      grid "Stock"
        row "Note" header
          e1 columnheader "Name"
          e2 columnheader "Pieces"
        e3 row "Nuts | 80 | A2"`,
  },
  {
    what: 'an editor that paints its text itself and has a transparent field for the keyboard',
    html: '<div style="width:300px;height:90px"><textarea aria-label="Cursor at row 1" style="opacity:0;width:1px;height:1px"></textarea><p>select 1;</p></div>',
    text: `
      e1 textbox "Cursor at row 1" multiline
      text "select 1;"`,
  },
  {
    what: 'an editor that paints its text itself and has a box without width for the keyboard',
    html: '<div style="width:300px;height:90px"><div role=textbox aria-multiline=true aria-label=Settings tabindex=0 style="width:0;height:18px;overflow-y:scroll"></div><p>port = 80</p></div>',
    text: `
      e1 textbox "Settings" multiline
      text "port = 80"`,
  },
  {
    what: 'none of the fields that nobody is to find',
    html: `<form aria-label=Contact><textarea name=trap style="opacity:0;width:1px;height:1px"></textarea>
      <textarea aria-label=Trap tabindex=-1 style="opacity:0"></textarea><div aria-hidden=true><textarea aria-label=Trap style="opacity:0"></textarea></div>
      <textarea aria-label=Trap style="display:none"></textarea><button>Send</button><button>Reset</button></form>`,
    text: `
      form "Contact"
        e1 button "Send"
        e2 button "Reset"`,
  },
];

afterEach(() => {
  document.body.innerHTML = '';
});

describe('what is meant for the pointer, the arrow keys or the keyboard alone', () => {
  it.each(CASES)('shows $what', ({ html, text }) => {
    expect(readHtml(html)).toBe(trimLines(text));
  });

  it('gives every focusable cell of a row a ref when the row is expanded, and none in the next observation', async () => {
    document.body.innerHTML = GRID;
    const observer = new Observer(window, new Refs());
    const before = readBody(observer);
    expect(await observer.expandInTurn('e3')).toBe(
      trimLines(`
      e3 row "A2"
        e4 gridcell "Nuts"
        e5 gridcell "80"`),
    );
    expect(readBody(observer)).toBe(before);
  });
});
