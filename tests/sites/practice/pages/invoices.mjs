// One table of 10,000 rows, all of them in the document.
import { html, raw, escapeHtml } from '../html.mjs';
import { formatPrice, json, page } from '../layout.mjs';

function row({ number, name, city, status, cents }, index, lang) {
  const button =
    status === 'Paid'
      ? ''
      : `<button type="button" data-invoice="${index}" aria-label="Mark ${number} as paid">Mark as paid</button>`;
  return `<tr><th scope="row">${number}</th><td>${escapeHtml(name)}</td><td>${escapeHtml(city)}</td><td class="state">${status}</td><td class="number">${formatPrice(cents, lang)}</td><td><button type="button" data-details="${index}" aria-label="Details of ${number}">Details</button> ${button}</td></tr>`;
}

export function showInvoices(context) {
  const { state } = context;
  const open = state.invoices.filter(({ status }) => status !== 'Paid').length;
  const body = html`<h1>Invoices</h1>
    <p><span id="open-count">${open}</span> of ${state.invoices.length} invoices are not paid.</p>
    <p id="invoice-status" class="notice plain sticky" role="status"></p>
    <table class="invoices">
      <caption>
        All invoices
      </caption>
      <thead>
        <tr>
          <th scope="col">Number</th>
          <th scope="col">Customer</th>
          <th scope="col">City</th>
          <th scope="col">State</th>
          <th scope="col" class="number">Amount</th>
          <th scope="col">Actions</th>
        </tr>
      </thead>
      <tbody>
        ${raw(state.invoices.map((invoice, index) => row(invoice, index, context.lang)).join('\n'))}
      </tbody>
    </table>`;
  return page(context, { title: 'Invoices', body, scripts: ['invoices.js'] });
}

export function payInvoice({ state, params }) {
  const invoice = state.invoices[Number(params[0])];
  if (!invoice) return json({ error: 'no such invoice' }, 404);
  invoice.status = 'Paid';
  return json({ number: invoice.number, name: invoice.name, status: invoice.status });
}
