// The shop window: home, search with filters, one product.
import {
  BRANDS,
  CATEGORIES,
  SORTS,
  PRODUCTS,
  categoryOf,
  findProduct,
  searchProducts,
} from '../catalogue.mjs';
import { html, raw } from '../html.mjs';
import { formatPrice, notFound, notice, page, redirect } from '../layout.mjs';

const POPULAR_COUNT = 8;
const RELATED_COUNT = 4;
const FEW = 10;
const MOST_PER_ORDER = 20;

function stockText({ stock }, t) {
  if (stock === 0) return html`<span class="stock none">${t.soldOut}</span>`;
  return html`<span class="stock">${stock < FEW ? t.fewLeft(stock) : t.inStock}</span>`;
}

function ratingText({ rating, reviews }, t) {
  const words = t.rating(rating, reviews);
  return html`<span class="rating" role="img" aria-label="${words}" title="${words}">
    <span class="stars" style="--share: ${(rating / 5) * 100}%">★★★★★</span> ${rating}
  </span>`;
}

function card(product, { lang, t }) {
  const href = `/shop/product/${product.id}`;
  return html`<li>
    <article class="card">
      <img src="/image/${product.id}.svg" alt="" width="240" height="180" loading="lazy" />
      <h3><a href="${href}">${product.name[lang]}</a></h3>
      ${ratingText(product, t)}
      <p class="price">${formatPrice(product.priceCents, lang)}</p>
      ${stockText(product, t)}
    </article>
  </li>`;
}

export function showHome(context) {
  const { t, lang } = context;
  const popular = [...PRODUCTS].sort((a, b) => b.reviews - a.reviews).slice(0, POPULAR_COUNT);
  const body = html`<section class="hero">
      <h1>${t.welcomeTitle}</h1>
      <p>${t.tagline}</p>
    </section>
    <section aria-labelledby="categories">
      <h2 id="categories">${t.categories}</h2>
      <ul class="categories">
        ${CATEGORIES.map(
          (category) =>
            html`<li>
              <a href="/shop/search?category=${category.id}" style="--hue: ${category.hue}"
                >${category[lang]}</a
              >
            </li>`,
        )}
      </ul>
    </section>
    <section aria-labelledby="popular">
      <h2 id="popular">${t.popular}</h2>
      <ul class="cards">
        ${popular.map((product) => card(product, context))}
      </ul>
    </section>`;
  return page(context, { title: t.navShop, body });
}

function readFilters(query) {
  const max = Number.parseFloat(query.get('max') ?? '');
  return {
    words: (query.get('q') ?? '').trim(),
    category: query.get('category') || undefined,
    brands: query.getAll('brand'),
    maxCents: Number.isFinite(max) ? Math.round(max * 100) : undefined,
    inStock: query.has('stock'),
    sort: query.get('sort') ?? 'relevance',
  };
}

function checked(on) {
  return on ? raw('checked') : '';
}

function filterForm(filters, { t, query }) {
  return html`<form class="filters" action="/shop/search" method="get" aria-label="${t.filters}">
    <h2>${t.filters}</h2>
    <input type="hidden" name="q" value="${filters.words}" />
    ${filters.category ? html`<input type="hidden" name="category" value="${filters.category}" />` : ''}
    <fieldset>
      <legend>${t.brand}</legend>
      ${BRANDS.map(
        (brand) =>
          html`<label
            ><input
              type="checkbox"
              name="brand"
              value="${brand}"
              ${checked(filters.brands.includes(brand))}
            />
            ${brand}</label
          >`,
      )}
    </fieldset>
    <label
      >${t.maxPrice} <input type="number" name="max" min="0" step="1" value="${query.get('max') ?? ''}"
    /></label>
    <label
      ><input type="checkbox" name="stock" value="in" ${checked(filters.inStock)} /> ${t.inStockOnly}</label
    >
    <label
      >${t.sortBy}
      <select name="sort" data-submit-on-change>
        ${SORTS.map((sort) => html`<option value="${sort}" ${filters.sort === sort ? raw('selected') : ''}>${t.sort[sort]}</option>`)}
      </select>
    </label>
    <button type="submit">${t.applyFilters}</button>
    <a href="/shop/search?q=${encodeURIComponent(filters.words)}">${t.clearFilters}</a>
  </form>`;
}

function searchTitle(filters, { t, lang }) {
  if (filters.words) return t.resultsFor(filters.words);
  return CATEGORIES.find((category) => category.id === filters.category)?.[lang] ?? t.allProducts;
}

export function showSearch(context) {
  const { t } = context;
  const filters = readFilters(context.query);
  const found = searchProducts(filters);
  const title = searchTitle(filters, context);
  const body = html`<div class="with-side">
    ${filterForm(filters, context)}
    <section aria-labelledby="results">
      <h1 id="results">${title}</h1>
      <p role="status">${found.length ? t.products(found.length) : t.nothingFound}</p>
      <ul class="cards">
        ${found.map((product) => card(product, context))}
      </ul>
    </section>
  </div>`;
  return page(context, { title, body, scripts: ['shop.js'] });
}

function buyForm(product, { t }) {
  if (product.stock === 0) return notice(t.errorSoldOut, 'plain');
  const most = Math.min(product.stock, MOST_PER_ORDER);
  return html`<form class="buy" action="/shop/cart/items" method="post">
    <input type="hidden" name="product" value="${product.id}" />
    <label
      >${t.quantity} <input type="number" name="quantity" value="1" min="1" max="${most}" required
    /></label>
    <button type="submit" class="primary">${t.addToCart}</button>
  </form>`;
}

function detailList(product, { t, lang }) {
  return html`<dl>
    <dt>${t.detailBrand}</dt>
    <dd>${product.brand}</dd>
    <dt>${t.detailCategory}</dt>
    <dd><a href="/shop/search?category=${product.category}">${categoryOf(product)[lang]}</a></dd>
    <dt>${t.detailNumber}</dt>
    <dd>PW-${String(PRODUCTS.indexOf(product) + 1).padStart(4, '0')}</dd>
  </dl>`;
}

export function showProduct(context) {
  const { t, lang, params, query } = context;
  const product = findProduct(params[0]);
  if (!product) return notFound(context);
  const name = product.name[lang];
  const related = PRODUCTS.filter((other) => other.category === product.category && other !== product);
  const added = query.get('added');
  const body = html`${added ? html`<div class="notice good" role="status">${t.added(added, name)} <a href="/shop/cart">${t.viewCart}</a></div>` : ''}
    <article class="product">
      <img src="/image/${product.id}.svg" alt="" width="480" height="360" />
      <div>
        <h1>${name}</h1>
        <p>${ratingText(product, t)}</p>
        <p class="price large">${formatPrice(product.priceCents, lang)}</p>
        <p>${stockText(product, t)}</p>
        ${buyForm(product, context)}
        <h2>${t.description}</h2>
        <p>${t.describe(name)}</p>
        <h2>${t.details}</h2>
        ${detailList(product, context)}
      </div>
    </article>
    <section aria-labelledby="related">
      <h2 id="related">${t.related}</h2>
      <ul class="cards">
        ${related.slice(0, RELATED_COUNT).map((other) => card(other, context))}
      </ul>
    </section>`;
  return page(context, { title: name, body });
}

/** Quantity as a form sent it, kept between `least` and what may be ordered. */
export function readQuantity(text, product, least) {
  const wanted = Number.parseInt(text ?? '', 10);
  return Math.max(least, Math.min(Number.isNaN(wanted) ? 1 : wanted, product.stock, MOST_PER_ORDER));
}

export function addToCart(context) {
  const product = findProduct(context.form.get('product'));
  if (!product || product.stock === 0) return notFound(context);
  const quantity = readQuantity(context.form.get('quantity'), product, 1);
  const { cart } = context.session;
  cart[product.id] = readQuantity(String((cart[product.id] ?? 0) + quantity), product, 1);
  return redirect(`/shop/product/${product.id}?added=${quantity}`);
}
