import { makeDocument, makeWords, repeat, seedNumbers } from './seeded.ts';

const EURO = (cents: number): string => `${(cents / 100).toFixed(2)} €`;

export function makeShop(): string {
  const next = seedNumbers(7);
  const card = (index: number): string => `<div class="card">
    <a href="/item/${index}"><img alt="Picture of item ${index}" width="120" height="80" src="data:,"><h3>${makeWords(next, 2)} ${index}</h3></a>
    <p>${makeWords(next, 8)}</p><span class="stars" role="img" aria-label="${1 + next(5)} of 5 stars">★★★</span>
    <a href="/item/${index}#reviews">${next(90)} reviews</a><b>${EURO(500 + next(9000))}</b>
    <button class="buy">Add to cart</button></div>`;
  const filter = (index: number): string =>
    `<label class="filter"><input type="checkbox" class="gone"><i></i>${makeWords(next, 1)} ${index}</label>`;
  return makeDocument(
    'Kettles - Practice shop',
    `.grid { display: grid; grid-template-columns: repeat(4, 1fr); gap: 12px } .card { border: 1px solid #ccc; padding: 8px }
     .filter { display: block } .gone { opacity: 0; position: absolute } .filter i { display: inline-block; width: 12px; height: 12px; border: 1px solid }
     .skip { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0) }`,
    `<a class="skip" href="#main">Skip to content</a>
     <header><a href="/">Practice shop</a><form role="search"><input type="search" aria-label="Search products"><button>Search</button></form>
     <nav aria-label="Departments">${repeat(8, (index) => `<a href="/d/${index}">${makeWords(next, 1)}</a>`)}</nav></header>
     <main id="main"><h1>42 results</h1><aside><h2>Filter</h2>${repeat(12, filter)}</aside>
     <select aria-label="Sort by"><option>Relevance<option>Price<option>Newest</select>
     <div class="grid">${repeat(60, card)}</div></main><footer>${repeat(12, (index) => `<a href="/f/${index}">${makeWords(next, 2)}</a>`)}</footer>`,
  );
}

export function makeCrm(): string {
  const next = seedNumbers(11);
  const row = (index: number): string => `<tr><td><input type="checkbox" aria-label="Select ${index}"></td>
    <td><a href="/c/${index}">${makeWords(next, 2)}</a></td><td>${makeWords(next, 1)}@example.org</td><td>${makeWords(next, 2)}</td>
    <td>${EURO(next(900_000))}</td><td><select aria-label="Stage"><option>New<option selected>Open<option>Won</select></td>
    <td>2026-0${1 + next(9)}-1${next(9)}</td><td><button>Edit</button> <button aria-label="Delete">✕</button></td></tr>`;
  const heads = ['', 'Name', 'Mail', 'Company', 'Worth', 'Stage', 'Seen', ''];
  return makeDocument(
    'Customers',
    'table { border-collapse: collapse } td, th { border: 1px solid #ddd; padding: 2px 6px }',
    `<nav>${repeat(10, (index) => `<a href="/n/${index}">${makeWords(next, 1)}</a>`)}</nav><h1>Customers</h1>
     <input aria-label="Filter"><button>New customer</button>
     <table><thead><tr>${heads.map((head) => `<th scope="col">${head && `<button>${head}</button>`}</th>`).join('')}</tr></thead>
     <tbody>${repeat(200, row)}</tbody></table>`,
  );
}

export function makeLongForm(): string {
  const next = seedNumbers(13);
  const options = repeat(200, (index) => `<option>${makeWords(next, 2)} ${index}</option>`);
  const field = (index: number): string => `<p><label for="s${index}">Choice ${index}</label>
    <select id="s${index}" ${index % 5 === 0 ? 'required' : ''}>${options}</select>
    <label>Note ${index} <input type="text" placeholder="${makeWords(next, 2)}"></label>
    <label><input type="radio" name="r${index}"> yes</label><label><input type="radio" name="r${index}" checked> no</label></p>`;
  return makeDocument(
    'Application for everything',
    'select { width: 160px }',
    `<main><h1>Application</h1><form aria-label="Application">${repeat(20, field)}
     <label>Born <input type="date"></label><label>Guests <input type="number" min="1" max="9" value="2"></label>
     <label>Secret <input type="password" value="hidden"></label><label>Plans <textarea rows="3"></textarea></label>
     <button>Send</button></form></main>`,
  );
}

/** Half of the rows listen themselves, half rely on their list; none has a role. */
export function makeMail(): string {
  const next = seedNumbers(17);
  const row = (
    index: number,
  ): string => `<div class="row"><span class="star">☆</span><b>${makeWords(next, 2)}</b>
    <span>${makeWords(next, 6)} ${index}</span><time>1${next(9)}:0${next(9)}</time></div>`;
  return makeDocument(
    'Inbox',
    '.row { display: flex; gap: 12px; cursor: pointer; border-bottom: 1px solid #eee; padding: 4px }',
    `<header><input type="search" aria-label="Search mail"><button>Compose</button></header>
     <div id="own">${repeat(50, row)}</div><div id="list">${repeat(50, row)}</div>
     <script>
       for (const row of document.querySelectorAll('#own .row')) {
         row.addEventListener('click', () => row.classList.toggle('open'));
         row.firstChild.addEventListener('click', (event) => event.stopPropagation());
       }
       document.getElementById('list').addEventListener('click', (event) => event.target.closest('.row')?.classList.toggle('open'));
     </script>`,
  );
}
