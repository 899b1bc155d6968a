// The frame around every page: head, header with search and cart, footer.
import { html, raw } from './html.mjs';
import { priceCart } from './state.mjs';
import { en } from './texts/en.mjs';
import { zh } from './texts/zh.mjs';

const TEXTS = { en, zh };

export const LANGS = Object.keys(TEXTS);

export function textsIn(lang) {
  return TEXTS[lang] ?? en;
}

const PRICE_FORMATS = Object.fromEntries(
  LANGS.map((lang) => [lang, new Intl.NumberFormat(lang, { style: 'currency', currency: 'EUR' })]),
);

export function formatPrice(cents, lang) {
  return PRICE_FORMATS[lang].format(cents / 100);
}

function navLink(context, href, label) {
  const here = href === '/' ? context.path === '/' : context.path.startsWith(href);
  return html`<li><a href="${href}" ${here ? raw('aria-current="page"') : ''}>${label}</a></li>`;
}

function languageLink({ lang, path, query }) {
  const other = new URLSearchParams(query);
  other.set('lang', lang === 'zh' ? 'en' : 'zh');
  return html`<a class="language" lang="${lang === 'zh' ? 'en' : 'zh'}" href="${path}?${other}"
    >${textsIn(lang).otherLanguage}</a
  >`;
}

function header(context) {
  const { t, session, query } = context;
  const { quantity } = priceCart(session.cart);
  return html`<header class="site-header">
    <a class="brand" href="/shop">${t.siteName}</a>
    <nav aria-label="${t.nav}">
      <ul>
        ${navLink(context, '/', t.navStart)} ${navLink(context, '/shop', t.navShop)}
        ${navLink(context, '/inbox', t.navInbox)} ${navLink(context, '/settings', t.navSettings)}
        ${navLink(context, '/invoices', t.navInvoices)}
        ${navLink(context, '/login', session.user ?? t.navLogin)}
      </ul>
    </nav>
    ${
      context.path.startsWith('/shop')
        ? html`<form class="search" role="search" action="/shop/search" method="get">
            <input
              type="search"
              name="q"
              aria-label="${t.searchLabel}"
              placeholder="${t.searchLabel}"
              value="${query.get('q') ?? ''}"
            />
            <button type="submit">${t.search}</button>
          </form>`
        : ''
    }
    <a class="cart-link" href="/shop/cart">${t.cart(quantity)}</a>
    ${languageLink(context)}
  </header>`;
}

/** A whole document. `scripts`: files of public/ to load as modules; `head`: more markup for the head. */
export function layout(context, { title, body, scripts = [], head = '' }) {
  const { t, lang } = context;
  return html`<!doctype html>
    <html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} - ${t.siteName}</title>
        <link rel="icon" href="/public/icon.svg" />
        <link rel="stylesheet" href="/public/style.css" />
        ${head} ${scripts.map((file) => html`<script type="module" src="/public/${file}"></script>`)}
      </head>
      <body>
        <a class="skip" href="#content">${t.skip}</a>
        ${header(context)}
        <main id="content">${body}</main>
        <footer class="site-footer"><p>${t.footer}</p></footer>
      </body>
    </html>`;
}

/** A message that screen readers announce. */
export function notice(text, kind = 'good') {
  return html`<p class="notice ${kind}" role="${kind === 'bad' ? 'alert' : 'status'}">${text}</p>`;
}

export function page(context, parts, status = 200) {
  return { status, body: String(layout(context, parts)) };
}

export function redirect(location) {
  return { status: 303, headers: { location } };
}

export function json(value, status = 200) {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

export function notFound(context) {
  const { t } = context;
  const body = html`<h1>${t.notFoundTitle}</h1>
    <p>${t.notFoundText}</p>`;
  return page(context, { title: t.notFoundTitle, body }, 404);
}
