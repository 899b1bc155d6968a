import { afterEach, describe, expect, it } from 'vitest';
import { Observer } from '../../../lib/page/observe/observer';
import { Refs } from '../../../lib/page/observe/refs';
import { readBody, readHtml, trimLines } from './read-page-text';

interface Case {
  what: string;
  html: string;
  text: string;
}

const CASES: Case[] = [
  {
    what: 'a form with labels, values and states',
    html: `<main><h1>Your details</h1><form aria-label="Checkout">
      <label>Full name <input required value="Ada"></label>
      <label for=mail>Email</label><input id=mail type=email placeholder="name@example.org">
      <label for=pw>Password</label><input id=pw type=password value="secret">
      <label>Country <select><option>Spain<option selected>France</select></label>
      <fieldset><legend>Delivery</legend><label><input type=radio name=d checked> Standard</label><label><input type=radio name=d> Express</label></fieldset>
      <label><input type=checkbox> News</label>
      <label>Quantity <input type=number min=1 max=9 value=2></label>
      <p>Total: 24.90 €</p>
      <button disabled>Place order</button></form></main>`,
    text: `
      main
        heading 1 "Your details"
        form "Checkout"
          e1 textbox "Full name" = "Ada" required
          e2 textbox "Email" placeholder="name@example.org"
          e3 textbox "Password" password filled
          e4 combobox "Country" = "France" options="Spain | France"
          group "Delivery"
            e5 radio "Standard" checked
            e6 radio "Express"
          e7 checkbox "News"
          e8 spinbutton "Quantity" = "2" min=1 max=9
          text "Total: 24.90 €"
          e9 button "Place order" disabled`,
  },
  {
    what: 'product cards in a list',
    html: `<ul><li><a href="/k"><img alt="Steel kettle" src=""> Steel kettle</a><p>24.90 €</p><p>In stock</p><button>Add to cart</button></li>
      <li><h3><a href="/g">Glass kettle</a></h3><span>19.00 €</span><button>Add to cart</button></li></ul>`,
    text: `
      list
        listitem "24.90 € | In stock"
          e1 link "Steel kettle Steel kettle"
          e2 button "Add to cart"
        listitem "19.00 €"
          e3 link "Glass kettle" heading=3
          e4 button "Add to cart"`,
  },
  {
    what: 'product cards of divs',
    html: `<div class=grid>${['Tea', 'Tin', 'Pot'].map((name) => `<div class="card"><div><a href="/${name}">${name}</a></div><div class=price>9 €</div><div><button>Add</button></div></div>`).join('')}</div>`,
    text: `
      item "9 €"
        e1 link "Tea"
        e2 button "Add"
      item "9 €"
        e3 link "Tin"
        e4 button "Add"
      item "9 €"
        e5 link "Pot"
        e6 button "Add"`,
  },
  {
    what: 'a table',
    html: `<table><caption>Orders</caption><thead><tr><th>Order<th>Customer<th><button>Total</button></thead>
      <tr><td>1001<td>Ada<td>12 €<td><a href="/1">Open</a></tr><tr onclick="x()"><td>1002<td><a href="#">Alan</a><td>9 €</tr></table>`,
    text: `
      table "Orders"
        row "Order | Customer" header
          e1 button "Total"
        row "1001 | Ada | 12 €"
          e2 link "Open"
        e3 row "1002 |  | 9 €"
          e4 link "Alan"`,
  },
  {
    what: 'navigation without list noise',
    html: `<nav><ul><li><a href="/">Home</a><li><a href="/shop" aria-current=page>Shop</a></ul></nav>`,
    text: `
      navigation
        e1 link "Home"
        e2 link "Shop" current=page`,
  },
  {
    what: 'words around a link',
    html: `<p>Read the <a href="/t">terms</a> before <b>buy</b>ing.</p>`,
    text: `
      text "Read the"
      e1 link "terms"
      text "before buying."`,
  },
  {
    what: 'things that act without a role',
    html: `<div style="cursor:pointer"><span>Open</span> <b>row</b></div><div tabindex=0>Stop</div><div onclick="x()">Go</div>
      <div contenteditable>Note</div><span style="cursor:pointer"><button>One</button></span><details><summary>More</summary><p>Hidden</p></details>`,
    text: `
      e1 clickable "Open row"
      e2 clickable "Stop"
      e3 clickable "Go"
      e4 editable = "Note"
      e5 button "One"
      e6 button "More" collapsed`,
  },
  {
    what: 'hidden things',
    html: `<p style="display:none">a</p><p style="visibility:hidden">b <span style="visibility:visible">seen</span></p><p style="opacity:0">c</p>
      <div style="position:absolute;width:1px;height:1px;overflow:hidden">sr</div><div style="height:0;overflow:hidden"><p>closed</p></div>
      <a href="#m" style="position:absolute;left:-9999px">Skip</a><div style="content-visibility:hidden">cv</div><div inert>in<button>x</button></div><p style="font-size:1px">tiny</p>`,
    text: `
      text "seen"
      # 2 elements left out that the page made inert
      # 3 hidden texts left out`,
  },
  {
    what: 'controls behind their label',
    html: `<label><input type=checkbox style="opacity:0;position:absolute" checked> Terms</label>
      <input type=radio id=r style="display:none"><label for=r>Express</label>
      <input type=file id=f style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)"><label for=f>Upload a photo</label>`,
    text: `
      e1 checkbox "Terms" checked
      e2 radio "Express"
      e3 button "Upload a photo" type=file`,
  },
  {
    what: 'a native modal dialog',
    html: `<p>Behind</p><button>Back</button><dialog id=d aria-label="Sure?"><p>Delete it</p><button>Yes</button></dialog>`,
    text: `
      text "Behind"
      e1 button "Back"`,
  },
  {
    what: 'an aria-modal dialog',
    html: `<p>Behind</p><button>Back</button><div role=dialog aria-modal=true aria-label="Sure?"><p>Delete it</p><button>Yes</button></div><div role=listbox aria-label=Sizes><div role=option>S</div></div>`,
    text: `
      dialog "Sure?"
        text "Delete it"
        e1 button "Yes"
      listbox "Sizes"
        e2 option "S"
      # behind the dialog "Sure?": 2 things that cannot be reached`,
  },
  {
    what: 'a long select and a list box',
    html: `<select aria-label=Year>${Array.from({ length: 30 }, (_, i) => `<option>${2000 + i}`).join('')}</select><select multiple aria-label=Sizes><option selected>S<option>M</select>`,
    text: `
      e1 combobox "Year" = "2000" (30 options)
      e2 listbox "Sizes" multiple
        e3 option "S" selected
        e4 option "M"`,
  },
  {
    what: 'a list box inside its label',
    html: `<label>Sizes <select multiple><option selected>S<optgroup label=Large><option>L</optgroup></select></label>`,
    text: `
      e1 listbox "Sizes" multiple
        e2 option "S" selected
        group "Large"
          e3 option "L"`,
  },
  {
    what: 'quotes and unseen characters',
    html: `<p>say "hi"\u200b\u202e \\ e9 button \u{e0041}</p><button aria-label='a "b"'>x</button>`,
    text: `
      text "say \\"hi\\" \\\\ e9 button"
      e1 button "a \\"b\\""`,
  },
  {
    what: 'frames',
    html: `<iframe title="Payment" srcdoc="<p>x"></iframe><iframe name=side src="http://127.0.0.1:9/x"></iframe><iframe style="display:none"></iframe>`,
    text: `
      frame "Payment" about:blank
      frame "side" http://127.0.0.1:9`,
  },
];

afterEach(() => {
  document.body.innerHTML = '';
});

describe('the observation text', () => {
  it.each(CASES)('shows $what', ({ html, text }) => {
    expect(readHtml(html)).toBe(trimLines(text));
  });

  it.each(CASES)('prints lines that one expression reads: $what', ({ html }) => {
    const json = String.raw`"(?:[^"\\]|\\.)*"`;
    const element = new RegExp(
      String.raw`^( *)(?:((?:f\d+)?e\d+) )?([a-z]+)(?: (\d+))?(?: (${json}))?(?: = (${json}))?((?: [a-z-]+(?:=(?:${json}|[^\s"()]+))?)*)(?: \(([^()"]*)\))?$`,
    );
    const lines = readHtml(html)
      .split('\n')
      .filter((line) => !/^ *(frame|[+#])/.test(line));
    expect(lines.filter((line) => !element.test(line))).toEqual([]);
  });

  it('shows only the native dialog while it is open', () => {
    const html =
      '<p>Behind</p><button>Back</button><dialog id=d aria-label="Sure?"><button>Yes</button></dialog>';
    document.body.innerHTML = html;
    (document.getElementById('d') as HTMLDialogElement).showModal();
    const observer = new Observer(window, new Refs());
    expect(readBody(observer)).toBe(
      trimLines(`
        dialog "Sure?"
          e1 button "Yes" focused
        # behind the dialog "Sure?": 2 things that cannot be reached`),
    );
  });
});
