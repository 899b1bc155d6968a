// The cart: quantities, removal, totals.
import { findProduct } from '../catalogue.mjs';
import { html } from '../html.mjs';
import { formatPrice, notFound, page, redirect } from '../layout.mjs';
import { priceCart } from '../state.mjs';
import { readQuantity } from './shop.mjs';

function row({ product, quantity, cents }, { t, lang }) {
  const name = product.name[lang];
  const action = `/shop/cart/items/${product.id}`;
  return html`<tr>
    <th scope="row"><a href="/shop/product/${product.id}">${name}</a></th>
    <td class="number">${formatPrice(product.priceCents, lang)}</td>
    <td>
      <form class="inline" action="${action}" method="post">
        <input
          type="number"
          name="quantity"
          aria-label="${t.quantityOf(name)}"
          value="${quantity}"
          min="0"
          max="20"
        />
        <button type="submit" aria-label="${t.updateName(name)}">${t.update}</button>
      </form>
    </td>
    <td class="number">${formatPrice(cents, lang)}</td>
    <td>
      <form class="inline" action="${action}" method="post">
        <input type="hidden" name="quantity" value="0" />
        <button type="submit" class="quiet" aria-label="${t.removeName(name)}">${t.remove}</button>
      </form>
    </td>
  </tr>`;
}

function table(priced, context) {
  const { t, lang } = context;
  return html`<table class="cart">
      <thead>
        <tr>
          <th scope="col">${t.columnProduct}</th>
          <th scope="col" class="number">${t.columnPrice}</th>
          <th scope="col">${t.columnQuantity}</th>
          <th scope="col" class="number">${t.columnTotal}</th>
          <th scope="col">${t.columnActions}</th>
        </tr>
      </thead>
      <tbody>
        ${priced.lines.map((line) => row(line, context))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colspan="3">${t.subtotal}</th>
          <td class="number"><strong>${formatPrice(priced.subtotalCents, lang)}</strong></td>
          <td></td>
        </tr>
      </tfoot>
    </table>
    <p class="actions">
      <a href="/shop">${t.continueShopping}</a>
      <a class="button primary" href="/shop/checkout">${t.checkout}</a>
    </p>`;
}

export function showCart(context) {
  const { t, session } = context;
  const priced = priceCart(session.cart);
  const body = html`<h1>${t.cartTitle}</h1>
    ${
      priced.lines.length > 0
        ? table(priced, context)
        : html`<p>${t.cartEmpty}</p>
            <p><a href="/shop">${t.continueShopping}</a></p>`
    }`;
  return page(context, { title: t.cartTitle, body });
}

/** Quantity 0 removes the line. */
export function changeCart(context) {
  const product = findProduct(context.params[0]);
  if (!product) return notFound(context);
  const quantity = readQuantity(context.form.get('quantity'), product, 0);
  if (quantity === 0) delete context.session.cart[product.id];
  else context.session.cart[product.id] = quantity;
  return redirect('/shop/cart');
}
