const STYLE = `<style>
  body { font: 14px/1.5 system-ui, sans-serif; margin: 16px; }
  .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(160px, 1fr)); gap: 16px; padding: 0; list-style: none; }
  .cards li { padding: 12px; border: 1px solid #ddd; border-radius: 8px; }
  label { display: block; margin: 8px 0; }
  td, th { padding: 4px 12px; text-align: left; border-bottom: 1px solid #ddd; }
</style>`;

const KETTLES = [
  'Steel kettle',
  'Glass kettle',
  'Tin kettle',
  'Travel kettle',
  'Whistling kettle',
  'Tea maker',
];

function makeShop(): string {
  const cards = KETTLES.map(
    (name, index) => `  <li>
    <h3><a href="#${index}">${name}</a></h3>
    <p>${19 + index * 4}.90 €</p>
    <button${index === 2 ? ' disabled' : ''}>Add to cart</button>
  </li>`,
  );
  return `<title>Kettles</title>
${STYLE}
<header><a href="#">Practice shop</a> <a href="#cart">Cart (0)</a></header>
<main>
<h1>${KETTLES.length} kettles</h1>
<label>Sort by <select><option>Relevance<option>Price<option>Newest</select></label>
<ul class="cards">
${cards.join('\n')}
</ul>
</main>`;
}

function makeForm(): string {
  const countries = Array.from({ length: 200 }, (_, index) => `<option>Country ${index + 1}`);
  return `<title>Checkout</title>
${STYLE}
<main>
<h1>Your details</h1>
<form aria-label="Checkout">
  <label>Full name <input value="Ada" required></label>
  <label>Email <input type="email" required placeholder="name@example.org"></label>
  <label>Password <input type="password" value="secret"></label>
  <label>Country <select>${countries.join('')}</select></label>
  <fieldset><legend>Delivery</legend>
    <label><input type="radio" name="d" checked> Standard, free</label>
    <label><input type="radio" name="d"> Express, 9.00 €</label>
  </fieldset>
  <label><input type="checkbox"> Send me news</label>
  <details><summary>Gift</summary><label>Message <textarea></textarea></label></details>
  <button>Place order</button>
</form>
</main>`;
}

function makeTable(): string {
  const rows = Array.from(
    { length: 1000 },
    (_, index) =>
      `<tr><td>${1001 + index}<td>Customer ${index + 1}<td>${index * 3}.00 €<td><button>Open</button>`,
  );
  return `<title>Orders</title>
${STYLE}
<main>
<h1>Orders</h1>
<label>Filter <input type="search"></label>
<table><caption>All orders</caption>
<thead><tr><th>Order<th>Customer<th>Total<th></thead>
<tbody>
${rows.join('\n')}
</table>
</main>`;
}

const HIDDEN = `<title>Hidden things</title>
${STYLE}
<main>
<h1>What a person sees</h1>
<p>Plain words.</p>
<p style="display:none">Not displayed.</p>
<p style="opacity:0">Transparent.</p>
<p style="font-size:1px">Too small.</p>
<p style="position:absolute;left:-9999px">Off the page.</p>
<details><summary>Closed</summary><p>Inside.</p></details>
<div style="cursor:pointer">A place where the pointer becomes a hand</div>
<button aria-label="Close" onclick="void 0">×</button>
<div inert><button>Out of reach</button></div>
</main>`;

/** Pages to try the observation on; more are in the end-to-end tests and the benchmark. */
export const FIXTURES: readonly { id: string; name: string; html: string }[] = [
  { id: 'shop', name: 'Shop', html: makeShop() },
  { id: 'form', name: 'Form', html: makeForm() },
  { id: 'table', name: '1,000 rows', html: makeTable() },
  { id: 'hidden', name: 'Hidden things', html: HIDDEN },
];
