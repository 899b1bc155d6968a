// Checkout in two steps; the card is typed into a frame of another origin, as in most real shops.
import { countriesIn, countryName } from '../countries.mjs';
import { html, raw } from '../html.mjs';
import { formatPrice, notFound, page, redirect } from '../layout.mjs';
import { SHIPPING_CENTS, placeOrder, priceCart } from '../state.mjs';

const FIELDS = [
  { name: 'fullName', autocomplete: 'name', required: true },
  { name: 'email', type: 'email', autocomplete: 'email', required: true },
  { name: 'phone', type: 'tel', autocomplete: 'tel' },
  { name: 'street', autocomplete: 'street-address', required: true },
  { name: 'postcode', autocomplete: 'postal-code', required: true },
  { name: 'city', autocomplete: 'address-level2', required: true },
];

function field({ name, type = 'text', autocomplete, required }, address, t) {
  return html`<label
    >${t[name]}
    <input
      type="${type}"
      name="${name}"
      autocomplete="${autocomplete}"
      value="${address[name] ?? ''}"
      ${required ? raw('required') : ''}
    />
  </label>`;
}

function countrySelect(address, { t, lang }) {
  return html`<label
    >${t.country}
    <select name="country" autocomplete="country" required>
      <option value="">${t.chooseCountry}</option>
      ${countriesIn(lang).map(
        ({ code, name }) =>
          html`<option value="${code}" ${address.country === code ? raw('selected') : ''}>${name}</option>`,
      )}
    </select>
  </label>`;
}

function shippingRadios(address, { t, lang }) {
  const chosen = address.shipping ?? 'standard';
  return html`<fieldset>
    <legend>${t.delivery}</legend>
    ${Object.entries(SHIPPING_CENTS).map(
      ([id, cents]) =>
        html`<label class="choice">
          <input type="radio" name="shipping" value="${id}" ${chosen === id ? raw('checked') : ''} />
          ${t.shippingOptions[id]} (${cents === 0 ? t.free : formatPrice(cents, lang)})
        </label>`,
    )}
  </fieldset>`;
}

function errorList(errors, t) {
  if (errors.length === 0) return '';
  return html`<div class="notice bad" role="alert">
    <p>${t.errorsTitle}</p>
    <ul>
      ${errors.map((error) => html`<li>${error}</li>`)}
    </ul>
  </div>`;
}

function addressPage(context, address, errors) {
  const { t } = context;
  const body = html`<h1>${t.checkoutTitle}</h1>
    <p class="step">${t.step1}</p>
    ${errorList(errors, t)}
    <form class="stack" action="/shop/checkout" method="post" aria-label="${t.contact}">
      <fieldset>
        <legend>${t.contact}</legend>
        ${FIELDS.map((one) => field(one, address, t))} ${countrySelect(address, context)}
      </fieldset>
      ${shippingRadios(address, context)}
      <p class="actions">
        <a href="/shop/cart">${t.cartTitle}</a><button type="submit" class="primary">${t.toPayment}</button>
      </p>
    </form>`;
  return page(context, { title: t.checkoutTitle, body }, errors.length > 0 ? 422 : 200);
}

export function showAddress(context) {
  if (priceCart(context.session.cart).lines.length === 0) return redirect('/shop/cart');
  return addressPage(context, context.session.address ?? {}, []);
}

function checkAddress(address, t) {
  const missing = [...FIELDS.filter(({ required }) => required).map(({ name }) => name), 'country']
    .filter((name) => !address[name])
    .map((name) => t.errorRequired(t[name]));
  const badEmail = address.email && !/^[^@\s]+@[^@\s]+$/.test(address.email) ? [t.errorEmail] : [];
  return [...missing, ...badEmail];
}

export function saveAddress(context) {
  const { form, session, t } = context;
  const address = Object.fromEntries(
    [...FIELDS.map(({ name }) => name), 'country', 'shipping'].map((name) => [
      name,
      (form.get(name) ?? '').trim(),
    ]),
  );
  if (!(address.shipping in SHIPPING_CENTS)) address.shipping = 'standard';
  const errors = checkAddress(address, t);
  if (errors.length > 0) return addressPage(context, address, errors);
  session.address = address;
  return redirect('/shop/checkout/payment');
}

function summary(priced, address, { t, lang }) {
  return html`<section class="panel" aria-labelledby="summary">
    <h2 id="summary">${t.summary}</h2>
    <ul class="lines">
      ${priced.lines.map(
        ({ product, quantity, cents }) =>
          html`<li>
            <span>${quantity} × ${product.name[lang]}</span> <span>${formatPrice(cents, lang)}</span>
          </li>`,
      )}
      <li><span>${t.shipping}</span> <span>${formatPrice(priced.shippingCents, lang)}</span></li>
      <li class="total">
        <strong>${t.total}</strong> <strong>${formatPrice(priced.totalCents, lang)}</strong>
      </li>
    </ul>
    <h3>${t.sendTo}</h3>
    <address>
      ${address.fullName}<br />${address.street}<br />${address.postcode} ${address.city}<br />${countryName(address.country, lang)}
    </address>
  </section>`;
}

function paymentFieldset({ t, lang, frameUrl, url }) {
  const source = `${frameUrl}/card?lang=${lang}&parent=${encodeURIComponent(url.origin)}`;
  return html`<fieldset>
    <legend>${t.payWith}</legend>
    <label class="choice"><input type="radio" name="method" value="card" checked /> ${t.payCard}</label>
    <label class="choice"><input type="radio" name="method" value="invoice" /> ${t.payInvoice}</label>
    <iframe id="card" title="${t.paymentFrame}" src="${source}"></iframe>
  </fieldset>`;
}

function paymentPage(context, errors) {
  const { t, session } = context;
  const priced = priceCart(session.cart, session.address.shipping);
  const body = html`<h1>${t.checkoutTitle}</h1>
    <p class="step">${t.step2}</p>
    ${errorList(errors, t)}
    <div class="with-side end">
      <form
        id="order"
        class="stack"
        action="/shop/orders"
        method="post"
        aria-label="${t.payment}"
        data-error="${t.errorPayment}"
      >
        ${priced.lines.map(
          ({ product, quantity }) =>
            html`<input type="hidden" name="item" value="${product.id}:${quantity}" />`,
        )}
        <input type="hidden" name="token" value="" />
        ${paymentFieldset(context)}
        <p id="order-error" class="notice bad" role="alert" hidden></p>
        <label class="choice"><input type="checkbox" name="terms" required /> ${t.terms}</label>
        <p class="actions">
          <a href="/shop/checkout">${t.backToAddress}</a
          ><button type="submit" class="primary">${t.placeOrder}</button>
        </p>
      </form>
      ${summary(priced, session.address, context)}
    </div>`;
  return page(context, { title: t.payment, body, scripts: ['checkout.js'] }, errors.length > 0 ? 422 : 200);
}

export function showPayment(context) {
  const { session } = context;
  if (priceCart(session.cart).lines.length === 0) return redirect('/shop/cart');
  if (!session.address) return redirect('/shop/checkout');
  return paymentPage(context, []);
}

function readPayment(form) {
  if (form.get('method') === 'invoice') return { method: 'invoice' };
  const card = /^practice-token-(\d{4})$/.exec(form.get('token') ?? '');
  return card ? { method: 'card', last4: card[1] } : undefined;
}

/** Orders what the form lists, whatever became of the cart meanwhile: the same form sent twice is two orders. */
export function createOrder(context) {
  const { form, session, state, t } = context;
  const items = Object.fromEntries(
    form.getAll('item').map((item) => [item.split(':')[0], Number(item.split(':')[1])]),
  );
  if (!session.address || priceCart(items).lines.length === 0) return redirect('/shop/cart');
  const payment = readPayment(form);
  const errors = [...(form.has('terms') ? [] : [t.errorTerms]), ...(payment ? [] : [t.errorPayment])];
  if (errors.length > 0) return paymentPage(context, errors);
  const order = placeOrder(state, { items, address: session.address, payment });
  session.cart = {};
  return redirect(`/shop/orders/${order.number}`);
}

export function showOrder(context) {
  const { t, state, params } = context;
  const order = state.orders.find(({ number }) => number === params[0]);
  if (!order) return notFound(context);
  const { payment, address } = order;
  const priced = priceCart(
    Object.fromEntries(order.items.map(({ id, quantity }) => [id, quantity])),
    address.shipping,
  );
  const body = html`<h1>${t.thanks(address.fullName)}</h1>
    <p class="notice good" role="status">${t.orderConfirmed(address.email)}</p>
    <dl class="big">
      <dt>${t.orderNumber}</dt>
      <dd><strong>${order.number}</strong></dd>
      <dt>${t.paidBy}</dt>
      <dd>${payment.method === 'card' ? t.cardEnding(payment.last4) : t.payInvoice}</dd>
    </dl>
    ${summary(priced, address, context)}
    <p><a href="/shop">${t.continueShopping}</a></p>`;
  return page(context, { title: t.orderNumber, body });
}
