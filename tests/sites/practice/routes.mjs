// Which address leads to which page, and what every page is given.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { findProduct } from './catalogue.mjs';
import { LANGS, json, notFound, textsIn } from './layout.mjs';
import { productImage } from './product-image.mjs';
import { sessionOf } from './state.mjs';
import { showCardFrame } from './pages/card-frame.mjs';
import { listArchive, showArchive } from './pages/archive.mjs';
import { changeCart, showCart } from './pages/cart.mjs';
import { createOrder, saveAddress, showAddress, showOrder, showPayment } from './pages/checkout.mjs';
import * as inbox from './pages/inbox.mjs';
import { payInvoice, showInvoices } from './pages/invoices.mjs';
import { logIn, logOut, showLogin } from './pages/login.mjs';
import { closeAccount, saveSettings, showSettings } from './pages/settings.mjs';
import { addToCart, showHome, showProduct, showSearch } from './pages/shop.mjs';
import { showStart } from './pages/start.mjs';
import { passVault, showAccount, showChallenge, showVault } from './pages/walls.mjs';

const MAX_FORM_BYTES = 1_000_000;
const ROOT = new URL('../../../', import.meta.url);

const VENDOR = {
  'preact.mjs': 'node_modules/preact/dist/preact.mjs',
  'preact-hooks.mjs': 'node_modules/preact/hooks/dist/hooks.mjs',
};

const TYPES = { css: 'text/css', js: 'text/javascript', mjs: 'text/javascript', svg: 'image/svg+xml' };

const ROUTES = [
  ['GET', /^\/$/, showStart],
  ['GET', /^\/shop$/, showHome],
  ['GET', /^\/shop\/search$/, showSearch],
  ['GET', /^\/shop\/product\/([\w-]+)$/, showProduct],
  ['GET', /^\/shop\/cart$/, showCart],
  ['POST', /^\/shop\/cart\/items$/, addToCart],
  ['POST', /^\/shop\/cart\/items\/([\w-]+)$/, changeCart],
  ['GET', /^\/shop\/checkout$/, showAddress],
  ['POST', /^\/shop\/checkout$/, saveAddress],
  ['GET', /^\/shop\/checkout\/payment$/, showPayment],
  ['POST', /^\/shop\/orders$/, createOrder],
  ['GET', /^\/shop\/orders\/([\w-]+)$/, showOrder],
  ['GET', /^\/inbox$/, inbox.showInbox],
  ['GET', /^\/inbox\/compose$/, inbox.showCompose],
  ['POST', /^\/inbox\/compose$/, inbox.sendMessage],
  ['GET', /^\/inbox\/(\d+)$/, inbox.showMessage],
  ['POST', /^\/inbox\/(\d+)\/reply$/, inbox.replyToMessage],
  ['POST', /^\/inbox\/(\d+)\/(archive|restore)$/, inbox.moveMessage],
  ['POST', /^\/api\/messages\/(\d+)\/star$/, inbox.starMessage],
  ['GET', /^\/settings$/, showSettings],
  ['POST', /^\/settings$/, saveSettings],
  ['POST', /^\/settings\/close$/, closeAccount],
  ['GET', /^\/invoices$/, showInvoices],
  ['POST', /^\/api\/invoices\/(\d+)\/pay$/, payInvoice],
  ['GET', /^\/archive$/, showArchive],
  ['GET', /^\/archive\/(pages|more|endless|virtual)$/, showArchive],
  ['GET', /^\/api\/archive$/, listArchive],
  ['GET', /^\/login$/, showLogin],
  ['POST', /^\/login$/, logIn],
  ['POST', /^\/logout$/, logOut],
  ['GET', /^\/account$/, showAccount],
  ['GET', /^\/vault$/, showVault],
  ['GET', /^\/vault\/pass$/, passVault],
  ['GET', /^\/api\/orders$/, ({ state }) => json({ count: state.orders.length, orders: state.orders })],
];

async function readForm(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_FORM_BYTES) throw new Error('the form is too long');
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString());
}

function readCookies(request) {
  const pairs = (request.headers.cookie ?? '').split(/;\s*/).map((pair) => pair.split('='));
  return Object.fromEntries(pairs);
}

async function file(location, name) {
  const body = await readFile(location).catch(() => undefined);
  if (!body) return { status: 404, body: 'not found' };
  const type = TYPES[name.split('.').at(-1)] ?? 'text/plain';
  return { status: 200, headers: { 'content-type': `${type}; charset=utf-8` }, body };
}

/** Files and pictures; undefined when the address is not one of theirs. */
async function serveAsset(path) {
  const [, folder, name] = /^\/(public|vendor|image)\/([\w.-]+)$/.exec(path) ?? [];
  if (folder === 'public') return file(new URL(`./public/${name}`, import.meta.url), name);
  if (folder === 'vendor' && name in VENDOR) return file(new URL(VENDOR[name], ROOT), name);
  const product = folder === 'image' ? findProduct(name.replace(/\.svg$/, '')) : undefined;
  if (product)
    return { status: 200, headers: { 'content-type': 'image/svg+xml' }, body: productImage(product) };
  return undefined;
}

function send(response, { status, headers = {}, body = '' }, cookies = []) {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    ...(cookies.length > 0 ? { 'set-cookie': cookies } : {}),
    ...headers,
  });
  response.end(body);
}

function langOf(url, cookies) {
  return [url.searchParams.get('lang'), cookies.lang].find((lang) => LANGS.includes(lang)) ?? 'en';
}

async function makeContext(request, url, state, frameUrl) {
  const cookies = readCookies(request);
  const sessionId = cookies.session ?? randomUUID();
  const lang = langOf(url, cookies);
  return {
    url,
    path: url.pathname,
    query: url.searchParams,
    form: request.method === 'POST' ? await readForm(request) : new URLSearchParams(),
    lang,
    t: textsIn(lang),
    state,
    session: sessionOf(state, sessionId),
    frameUrl,
    newCookies: [
      ...(cookies.session ? [] : [`session=${sessionId}; Path=/; HttpOnly; SameSite=Lax`]),
      ...(cookies.lang === lang ? [] : [`lang=${lang}; Path=/; SameSite=Lax`]),
    ],
  };
}

async function answer(request, response, state, frameUrl) {
  const url = new URL(request.url, `http://${request.headers.host}`);
  const asset = await serveAsset(url.pathname);
  if (asset) return send(response, asset);
  state.requests.push(`${request.method} ${url.pathname}${url.search}`);
  const context = await makeContext(request, url, state, frameUrl);
  for (const [method, pattern, show] of ROUTES) {
    const match = method === request.method ? pattern.exec(url.pathname) : null;
    if (match) return send(response, show({ ...context, params: match.slice(1) }), context.newCookies);
  }
  return send(response, notFound(context), context.newCookies);
}

function guarded(handle) {
  return (request, response) => {
    handle(request, response).catch((error) =>
      send(response, { status: 500, body: `error: ${error.message}` }),
    );
  };
}

/** Request handler of the site itself. */
export function createSite(state, frameUrl) {
  return guarded((request, response) => answer(request, response, state, frameUrl));
}

/** Request handler of the second origin: the card frame, the test of the vault and the files they need. */
export function createFrameSite() {
  return guarded(async (request, response) => {
    const url = new URL(request.url, `http://${request.headers.host}`);
    const asset = await serveAsset(url.pathname);
    if (asset) return send(response, asset);
    if (url.pathname === '/challenge') return send(response, showChallenge({ query: url.searchParams }));
    if (url.pathname !== '/card') return send(response, { status: 404, body: 'not found' });
    const lang = langOf(url, {});
    return send(response, showCardFrame({ t: textsIn(lang), lang, query: url.searchParams }));
  });
}
