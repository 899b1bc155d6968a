// Lists that show only a part of themselves: page by page, with a button for more, without end, and drawn only where one looks.
import { html } from '../html.mjs';
import { formatPrice, json, page } from '../layout.mjs';

/** The last page has a single row. */
const ARCHIVED = 61;
const PAGE_SIZE = 20;
const VIRTUAL = 300;

const WAYS = {
  pages: 'Page by page',
  more: 'A button for more',
  endless: 'Without end',
  virtual: 'Drawn where one looks',
};

function archived({ invoices }, from, count) {
  return invoices.slice(from, Math.min(from + count, ARCHIVED));
}

function row({ number, name, city, cents }, { lang }) {
  return html`<tr>
    <th scope="row">${number}</th>
    <td>${name}</td>
    <td>${city}</td>
    <td class="number">${formatPrice(cents, lang)}</td>
  </tr>`;
}

function table(rows, context) {
  return html`<table class="archive">
    <thead>
      <tr>
        <th scope="col">Number</th>
        <th scope="col">Customer</th>
        <th scope="col">City</th>
        <th scope="col" class="number">Amount</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map((invoice) => row(invoice, context))}
    </tbody>
  </table>`;
}

function pager(current) {
  const last = Math.ceil(ARCHIVED / PAGE_SIZE);
  const numbers = Array.from({ length: last }, (_, index) => index + 1);
  return html`<nav aria-label="Pages">
    <ul class="pager">
      ${numbers.map((number) =>
        number === current
          ? html`<li><a aria-current="page">${number}</a></li>`
          : html`<li><a href="/archive?page=${number}">${number}</a></li>`,
      )}
      ${current < last ? html`<li><a href="/archive?page=${current + 1}">Next</a></li>` : ''}
    </ul>
  </nav>`;
}

const SHOW = {
  pages: (context) => {
    const current = Math.max(1, Number(context.query.get('page') ?? 1));
    return html`${table(archived(context.state, (current - 1) * PAGE_SIZE, PAGE_SIZE), context)}
    ${pager(current)}`;
  },
  more: (context) =>
    html`${table(archived(context.state, 0, PAGE_SIZE), context)}
      <p class="actions start"><button type="button" id="more">Load more</button></p>`,
  endless: (context) =>
    html`${table(archived(context.state, 0, PAGE_SIZE), context)}
      <p id="endless" role="status">Scroll for more.</p>`,
  virtual: () => html`<div id="virtual" class="virtual" tabindex="0" role="list" aria-label="Archive"></div>`,
};

export function showArchive(context) {
  const way = context.params[0] ?? 'pages';
  const body = html`<h1>Archive: ${WAYS[way]}</h1>
    <p>
      ${Object.entries(WAYS).map(
        ([id, name]) => html`<a href="/archive${id === 'pages' ? '' : `/${id}`}">${name}</a> `,
      )}
    </p>
    ${SHOW[way](context)}`;
  return page(context, { title: 'Archive', body, scripts: ['archive.js'] });
}

/** Rows from `from` on; all of them for the list that draws what it needs. */
export function listArchive({ state, query, lang }) {
  const from = Number(query.get('from') ?? 0);
  const rows = query.has('all') ? state.invoices.slice(0, VIRTUAL) : archived(state, from, PAGE_SIZE);
  const isLast = from + PAGE_SIZE >= ARCHIVED;
  return json({
    isLast,
    rows: rows.map(({ number, name, city, cents }) => ({
      number,
      name,
      city,
      amount: formatPrice(cents, lang),
    })),
  });
}
