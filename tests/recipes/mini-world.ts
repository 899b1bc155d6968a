import type { Fingerprint } from '../../lib/trajectories/fingerprint';

/** One thing on a page of the world in memory. */
export interface Thing {
  role: string;
  name: string;
  value?: string;
  /** Can be acted on. */
  live?: boolean;
  inputType?: string;
  children?: Thing[];
  /** Returns the URL that the click leads to, if any. */
  click?: () => string | undefined;
  type?: (text: string) => void;
  /** URL after Enter. */
  submit?: () => string | undefined;
}

export interface Page {
  title: string;
  things: Thing[];
}

/** A site in memory: pages by URL, and what was done to it. */
export interface World {
  origin: string;
  open(url: string): Page;
  deeds: string[];
}

/** A thing with what the driver needs to name it. */
export interface Placed {
  thing: Thing;
  ref: string;
  fingerprint: Fingerprint;
}

const NAMED_ITEMS = /^(?:listitem|item|row|article)$/;

/** Prints the page as an observation and gives every live thing its ref. */
export function lookAt(page: Page, url: string): { text: string; placed: Placed[] } {
  const lines = [`page ${JSON.stringify(page.title)}  ${url}  scrolled 0 of 900`];
  const placed: Placed[] = [];
  const visit = (thing: Thing, depth: number, within: string[], near: string | undefined) => {
    const ref = thing.live ? `e${placed.length + 1}` : undefined;
    const parts = [
      ref,
      thing.role,
      thing.name ? JSON.stringify(thing.name) : undefined,
      thing.value === undefined ? undefined : `= ${JSON.stringify(thing.value)}`,
    ];
    lines.push('  '.repeat(depth) + parts.filter((part) => part !== undefined).join(' '));
    if (ref !== undefined) placed.push({ thing, ref, fingerprint: print(thing, within, near) });
    const inner = NAMED_ITEMS.test(thing.role)
      ? `${thing.name} ${(thing.children ?? []).map((child) => child.name).join(' ')}`.trim()
      : near;
    const around = thing.children
      ? [...within, thing.name ? `${thing.role} ${JSON.stringify(thing.name)}` : thing.role]
      : within;
    for (const child of thing.children ?? []) visit(child, depth + 1, around, inner);
  };
  for (const thing of page.things) visit(thing, 0, [], undefined);
  for (const one of placed) {
    const like = placed.filter(
      (other) =>
        other.fingerprint.role === one.fingerprint.role && other.fingerprint.name === one.fingerprint.name,
    );
    one.fingerprint = { ...one.fingerprint, nth: like.indexOf(one), of: like.length };
  }
  return { text: lines.join('\n'), placed };
}

function print(thing: Thing, within: string[], near: string | undefined): Fingerprint {
  return {
    role: thing.role,
    name: thing.name,
    tag: 'x',
    attributes: {},
    within,
    ...(near ? { near: near.slice(0, 120) } : {}),
    nth: 0,
    of: 1,
  };
}

interface Product {
  slug: string;
  name: string;
  price: number;
}

const PRODUCTS: Product[] = [
  { slug: 'steel', name: 'Steel kettle 1.7 l', price: 24.9 },
  { slug: 'glass', name: 'Glass kettle', price: 19 },
  { slug: 'travel', name: 'Travel kettle', price: 29.5 },
  { slug: 'twoslice', name: 'Two-slice toaster', price: 31 },
  { slug: 'long', name: 'Long toaster', price: 45 },
  { slug: 'red', name: 'Red toaster', price: 22.4 },
];

/** A shop: search, a list of results, product pages with a quantity, a cart with a total, a checkout. */
export function makeShop(change: { renameAdd?: string; orderId?: string } = {}): World {
  const origin = 'https://shop.example';
  const deeds: string[] = [];
  const cart: { product: Product; quantity: number }[] = [];
  let query = '';
  let quantity = '1';
  const details = { name: '', password: '', delivery: '' };
  const header: Thing = {
    role: 'banner',
    name: '',
    children: [
      { role: 'link', name: 'Practice shop', live: true, click: () => `${origin}/` },
      { role: 'link', name: 'Cart', live: true, click: () => `${origin}/cart` },
      {
        role: 'search',
        name: '',
        children: [
          {
            role: 'searchbox',
            name: 'Search products',
            live: true,
            type: (text) => void (query = text),
            submit: () => searchUrl(),
          },
          { role: 'button', name: 'Search', live: true, click: () => searchUrl() },
        ],
      },
    ],
  };
  const searchUrl = () => `${origin}/search?q=${encodeURIComponent(query)}`;
  const money = (amount: number) => `£${amount.toFixed(2)}`;
  const main = (...children: Thing[]): Thing[] => [header, { role: 'main', name: '', children }];
  const results = (q: string): Thing[] => {
    const found = PRODUCTS.filter((product) => product.name.toLowerCase().includes(q.toLowerCase()));
    return main(
      { role: 'heading', name: `Results for ${q}` },
      {
        role: 'list',
        name: `Things like ${q}`,
        children: found.map((product) => ({
          role: 'listitem',
          name: `${money(product.price)} | In stock`,
          children: [
            { role: 'link', name: product.name, live: true, click: () => `${origin}/p/${product.slug}` },
            {
              role: 'button',
              name: 'Compare',
              live: true,
              click: () => void deeds.push(`compare ${product.name}`),
            },
          ],
        })),
      },
    );
  };
  const productPage = (product: Product): Thing[] =>
    main(
      { role: 'heading', name: product.name },
      { role: 'text', name: money(product.price) },
      {
        role: 'spinbutton',
        name: 'Quantity',
        value: quantity,
        live: true,
        type: (text) => void (quantity = text),
      },
      {
        role: 'button',
        name: change.renameAdd ?? 'Add to cart',
        live: true,
        click: () => {
          cart.push({ product, quantity: Number(quantity) });
          deeds.push(`add ${quantity} ${product.name}`);
          return `${origin}/p/${product.slug}/added`;
        },
      },
    );
  const total = () => cart.reduce((sum, line) => sum + line.product.price * line.quantity, 0);
  const pages: Record<string, (url: URL) => Thing[]> = {
    '/': () => main({ role: 'heading', name: 'Welcome' }),
    '/search': (url) => results(url.searchParams.get('q') ?? ''),
    '/cart': () =>
      main(
        { role: 'heading', name: 'Your cart' },
        { role: 'text', name: `Total: ${money(total())}` },
        { role: 'link', name: 'Checkout', live: true, click: () => `${origin}/checkout` },
      ),
    '/checkout': () =>
      main(
        { role: 'heading', name: 'Checkout' },
        {
          role: 'textbox',
          name: 'Full name',
          value: details.name,
          live: true,
          type: (text) => void (details.name = text),
        },
        {
          role: 'textbox',
          name: 'Password',
          live: true,
          inputType: 'password',
          type: (text) => void (details.password = text),
        },
        {
          role: 'combobox',
          name: 'Delivery',
          value: details.delivery,
          live: true,
          type: (text) => void (details.delivery = text),
        },
        {
          role: 'button',
          name: 'Place order',
          live: true,
          click: () => {
            deeds.push(`order for ${details.name} by ${details.delivery}`);
            return `${origin}/orders/${change.orderId ?? '1001'}`;
          },
        },
      ),
  };
  return {
    origin,
    deeds,
    open(text) {
      const url = new URL(text);
      const product = PRODUCTS.find((each) => url.pathname === `/p/${each.slug}`);
      if (product) return { title: product.name, things: productPage(product) };
      if (url.pathname.endsWith('/added')) {
        const added: Thing = { role: 'heading', name: 'It is in the cart' };
        return { title: 'Added', things: [...(pages['/cart']?.(url) ?? []), added] };
      }
      if (url.pathname.startsWith('/orders/')) {
        const id = url.pathname.split('/')[2] ?? '';
        return {
          title: 'Thank you',
          things: main(
            { role: 'heading', name: 'Thank you' },
            { role: 'status', name: `Order number: #${id} | Paid: ${money(total())}` },
          ),
        };
      }
      return {
        title: 'Shop',
        things: pages[url.pathname]?.(url) ?? main({ role: 'heading', name: 'Not found' }),
      };
    },
  };
}
