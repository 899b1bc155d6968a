import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PracticeSite, startPracticeSite } from './practice/server.mjs';

/** A visitor with a cookie jar: enough of a browser to shop over plain HTTP. */
class Visitor {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly url: string) {}

  async get(path: string): Promise<{ status: number; text: string; location: string }> {
    return this.send(path, { method: 'GET' });
  }

  async post(
    path: string,
    fields: Record<string, string>,
  ): Promise<{ status: number; text: string; location: string }> {
    return this.send(path, { method: 'POST', body: new URLSearchParams(fields) });
  }

  private async send(path: string, init: RequestInit) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(this.url + path, { ...init, redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0]?.split('=') ?? [];
      if (name) this.cookies.set(name, value ?? '');
    }
    return {
      status: response.status,
      text: await response.text(),
      location: response.headers.get('location') ?? '',
    };
  }
}

const ADDRESS = {
  fullName: 'Ada Lovelace',
  email: 'ada@example.org',
  phone: '',
  street: '12 St James Square',
  postcode: 'SW1Y',
  city: 'London',
  country: 'GB',
  shipping: 'express',
};
const ORDER = { item: 'drift-travel-kettle:2', method: 'invoice', terms: 'on', token: '' };

let site: PracticeSite;
let visitor: Visitor;

beforeEach(async () => {
  site = await startPracticeSite();
  visitor = new Visitor(site.url);
});

afterEach(() => site.close());

async function fillCart(): Promise<void> {
  await visitor.get('/shop');
  await visitor.post('/shop/cart/items', { product: 'drift-travel-kettle', quantity: '2' });
  await visitor.post('/shop/checkout', ADDRESS);
}

describe('the shop', () => {
  it('has 60 products and finds the kettles, cheapest first', async () => {
    expect((await visitor.get('/shop/search')).text).toContain('60 products');
    const { text } = await visitor.get('/shop/search?q=kettle&sort=price-asc');
    expect(text).toContain('5 products');
    expect(text.indexOf('Drift Travel Kettle')).toBeLessThan(text.indexOf('Alder Stovetop Kettle'));
  });

  it('filters by brand, price and stock', async () => {
    const { text } = await visitor.get('/shop/search?q=kettle&brand=Fjell&brand=Drift&max=60');
    expect(text).toContain('2 products');
    expect((await visitor.get('/shop/search?q=kettle&brand=Fjell&stock=in')).text).toContain('Nothing found');
  });

  it('speaks Chinese and goes on speaking it', async () => {
    expect((await visitor.get('/shop?lang=zh')).text).toContain('居家好物');
    expect((await visitor.get('/shop/search?q=水壶')).text).toContain('Drift 旅行水壶');
    expect((await visitor.get('/settings')).text).toContain('保存设置');
  });

  it('offers 249 countries', async () => {
    await fillCart();
    const { text } = await visitor.get('/shop/checkout');
    expect(text.match(/<option value="[A-Z]{2}"/g)).toHaveLength(249);
  });

  it('takes an order with its totals', async () => {
    await fillCart();
    const { location } = await visitor.post('/shop/orders', ORDER);
    expect(location).toBe('/shop/orders/P-1001');
    expect((await visitor.get(location)).text).toContain('P-1001');
    expect(site.state.orders).toMatchObject([{ totalCents: 2 * 2290 + 1290, address: { city: 'London' } }]);
    expect(JSON.parse((await visitor.get('/api/orders')).text)).toMatchObject({ count: 1 });
  });

  it('takes the same order twice when it is sent twice', async () => {
    await fillCart();
    await visitor.post('/shop/orders', ORDER);
    await visitor.post('/shop/orders', ORDER);
    expect(site.state.orders.map(({ number }) => number)).toEqual(['P-1001', 'P-1002']);
  });

  it('says what is missing and keeps what was typed', async () => {
    await visitor.get('/shop');
    await visitor.post('/shop/cart/items', { product: 'drift-travel-kettle', quantity: '1' });
    const { status, text } = await visitor.post('/shop/checkout', { ...ADDRESS, city: '', email: 'ada' });
    expect(status).toBe(422);
    expect(text).toContain('City: please fill in this field.');
    expect(text).toContain('this does not look like an email address');
    expect(text).toContain('value="12 St James Square"');
  });

  it('wants the terms and a card or an invoice', async () => {
    await fillCart();
    const { item, token } = ORDER;
    const { text } = await visitor.post('/shop/orders', { item, token, method: 'card' });
    expect(text).toContain('Please agree to the terms');
    expect(text).toContain('Please enter your card');
    expect(site.state.orders).toEqual([]);
  });

  it('keeps a cart for each visitor', async () => {
    await fillCart();
    expect((await new Visitor(site.url).get('/shop/cart')).text).toContain('Your cart is empty.');
    expect((await visitor.get('/shop/cart')).text).toContain('€45.80');
    await visitor.post('/shop/cart/items/drift-travel-kettle', { quantity: '0' });
    expect((await visitor.get('/shop/cart')).text).toContain('Your cart is empty.');
  });

  it('escapes what people type', async () => {
    const { text } = await visitor.get(`/shop/search?q=${encodeURIComponent('<script>alert(1)</script>"')}`);
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('&lt;script&gt;alert');
  });
});

describe('the other pages', () => {
  it('send, answer, star and archive mail', async () => {
    await visitor.post('/inbox/1/reply', { text: 'Yes, gladly' });
    await visitor.post('/inbox/2/archive', {});
    await visitor.post('/api/messages/3/star', {});
    await visitor.post('/inbox/compose', { to: 'a@b.example', subject: 'Hello', body: 'There' });
    const byId = (id: number) => site.state.messages.find((message) => message.id === id);
    expect(byId(1)?.replies).toEqual(['Yes, gladly']);
    expect(byId(2)?.folder).toBe('archive');
    expect(byId(3)?.starred).toBe(true);
    expect(site.state.messages[0]).toMatchObject({ folder: 'sent', subject: 'Hello' });
  });

  it('save settings, with several values where several are chosen', async () => {
    const form = new URLSearchParams({ displayName: 'Ada', twoStep: 'on' });
    form.append('interests', 'garden');
    form.append('interests', 'books');
    await fetch(`${site.url}/settings`, { method: 'POST', body: form, redirect: 'manual' });
    expect(site.state.settings).toMatchObject({
      displayName: 'Ada',
      twoStep: 'on',
      interests: ['garden', 'books'],
    });
    expect(site.state.settingsSaves).toBe(1);
  });

  it('list 10,000 invoices, the same ones every time', async () => {
    const { text } = await visitor.get('/invoices');
    expect(text.match(/<tr>/g)?.length).toBeGreaterThan(10_000);
    expect(site.state.invoices[7341]).toMatchObject({ number: 'INV-07342', name: 'Hypatia Alexandria' });
    await visitor.post('/api/invoices/7341/pay', {});
    expect(site.state.invoices[7341]?.status).toBe('Paid');
  });

  it('send those who are not logged in to the login and back again', async () => {
    const { location } = await visitor.get('/account');
    expect(location).toBe('/login?next=/account');
    expect((await visitor.get(location)).text).toContain('value="/account"');
    const entered = { user: 'robin', password: 'practice-2026', next: '/account' };
    expect((await visitor.post('/login', entered)).location).toBe('/account');
    expect((await visitor.get('/account')).text).toContain('Member number: M-2041');
    expect((await visitor.post('/login', { ...entered, next: '//evil.example' })).location).toBe('/login');
  });

  it('let through only those who have passed the test', async () => {
    expect((await visitor.get('/vault')).text).toContain('Verify you are human');
    expect((await visitor.get('/vault/pass')).location).toBe('/vault');
    expect((await visitor.get('/vault')).text).toContain('The word is Quartz');
  });

  it('let in only those who know the password', async () => {
    await visitor.get('/login');
    expect((await visitor.post('/login', { user: 'robin', password: 'wrong' })).status).toBe(401);
    await visitor.post('/login', { user: 'robin', password: 'practice-2026' });
    expect((await visitor.get('/login')).text).toContain('Hello, robin');
    expect(site.state.logins).toEqual(['robin']);
  });
});

describe('a site', () => {
  it('serves the card frame from another origin', async () => {
    await fillCart();
    const { text } = await visitor.get('/shop/checkout/payment');
    expect(text).toContain(`src="${site.frameUrl}/card`);
    expect(new URL(site.frameUrl).origin).not.toBe(new URL(site.url).origin);
    const frame = await fetch(`${site.frameUrl}/card?parent=${site.url}`);
    expect(await frame.text()).toContain('cc-number');
  });

  it('remembers requests for pages and forgets everything on reset', async () => {
    await fillCart();
    await visitor.post('/shop/orders', ORDER);
    await visitor.get('/public/style.css');
    expect(site.state.requests).toEqual([
      'GET /shop',
      'POST /shop/cart/items',
      'POST /shop/checkout',
      'POST /shop/orders',
    ]);
    const { state } = site;
    site.reset();
    expect(state.orders).toEqual([]);
    expect(state.requests).toEqual([]);
    await fillCart();
    expect((await visitor.post('/shop/orders', ORDER)).location).toBe('/shop/orders/P-1001');
  });

  it('says so when its port is taken', async () => {
    const port = Number(new URL(site.url).port);
    await expect(startPracticeSite({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
