// Everything that a practice site remembers; one per server, gone when it closes.
import { findProduct } from './catalogue.mjs';
import { makeInvoices } from './invoices.mjs';
import { firstMessages } from './mail.mjs';

const FIRST_ORDER_NUMBER = 1001;

export const SHIPPING_CENTS = { standard: 490, express: 1290, pickup: 0 };

export const FIRST_SETTINGS = {
  displayName: 'Robin',
  about: '',
  language: 'en',
  interests: ['kitchen'],
  newsletter: '',
  theme: 'system',
  textSize: '100',
  birthday: '',
  household: '2',
  accent: '#1f7a5c',
  homeCity: '',
  currency: 'EUR',
  twoStep: 'off',
  signature: 'Kind regards, Robin',
  rating: '0',
  avatarColour: 'green',
  nickname: '',
  receipts: 'monthly',
};

function firstState() {
  return {
    /** Placed orders, oldest first. */
    orders: [],
    nextOrderNumber: FIRST_ORDER_NUMBER,
    /** Mail of the inbox, newest first. */
    messages: firstMessages(),
    nextMessageId: 100,
    settings: structuredClone(FIRST_SETTINGS),
    /** How often the settings form was saved. */
    settingsSaves: 0,
    invoices: makeInvoices(),
    /** Names of those who logged in, in order. */
    logins: [],
    accountClosed: false,
    /** By session id: { cart: { [productId]: quantity }, address, user }. */
    sessions: {},
    /** `METHOD path?query` of every request for a page or a form, in order. */
    requests: [],
  };
}

/** A fresh state and the function that puts everything back to the beginning, in the same object. */
export function createState() {
  const state = firstState();
  return { state, reset: () => void Object.assign(state, firstState()) };
}

/** The session's own data, made when it is not there yet. */
export function sessionOf(state, id) {
  return (state.sessions[id] ??= { cart: {}, address: undefined, user: undefined });
}

/** Lines and totals of `{ productId: quantity }`. */
export function priceCart(cart, shipping) {
  const lines = Object.entries(cart).flatMap(([id, quantity]) => {
    const product = findProduct(id);
    return product && quantity > 0 ? [{ product, quantity, cents: product.priceCents * quantity }] : [];
  });
  const subtotalCents = lines.reduce((sum, line) => sum + line.cents, 0);
  const shippingCents = shipping === undefined ? 0 : (SHIPPING_CENTS[shipping] ?? 0);
  const quantity = lines.reduce((sum, line) => sum + line.quantity, 0);
  return { lines, quantity, subtotalCents, shippingCents, totalCents: subtotalCents + shippingCents };
}

/** Always a new order: the shop has no idea whether it saw the same form before. */
export function placeOrder(state, { items, address, payment }) {
  const priced = priceCart(items, address.shipping);
  const order = {
    number: `P-${state.nextOrderNumber++}`,
    items: priced.lines.map(({ product, quantity, cents }) => ({
      id: product.id,
      name: product.name.en,
      quantity,
      cents,
    })),
    subtotalCents: priced.subtotalCents,
    shippingCents: priced.shippingCents,
    totalCents: priced.totalCents,
    address,
    payment,
  };
  state.orders.push(order);
  return order;
}
