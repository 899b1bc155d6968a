import type { Page } from '@playwright/test';
import type { PracticeSite } from '../sites/practice/server.mjs';

/** Where a scenario begins. */
export type Application = 'practice' | 'tiddlywiki' | 'actual';

/** What is there to look at when the run is over. */
export interface World {
  /** The tab that the run began in. */
  tab: Page;
  site: PracticeSite;
  /** Texts of the saved tiddlers by title. */
  notes(): Promise<Record<string, string>>;
  /** The answer that the panel shows. */
  answer: string;
}

/** One task, as somebody would write it, and how to tell whether it was done. */
export interface Scenario {
  name: string;
  application: Application;
  path: string;
  task: string;
  /** Takes long and tries little that others do not: only with `SCENARIOS=all`. */
  isLong?: boolean;
  /** What the user replies to questions, in order. */
  replies?: string[];
  /** What the user does when the run asks them to do something on the page. */
  act?(tab: Page): Promise<void>;
  /** Undefined when the task is done; else what is missing. */
  fault(world: World): Promise<string | undefined>;
}

/** Cuts a scenario's check into facts; the names of those that do not hold are the fault. */
function missing(facts: Record<string, boolean>): string | undefined {
  const names = Object.entries(facts).flatMap(([name, holds]) => (holds ? [] : [name]));
  return names.length === 0 ? undefined : `not so: ${names.join('; ')}`;
}

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'shop-compare',
    application: 'practice',
    path: '/shop',
    task: 'Which kettle that is in stock has the best rating for under 60 euros? Put one of it into my cart.',
    fault: async ({ site, answer }) => {
      const carts = Object.values(site.state.sessions).map(({ cart }) => Object.values(cart));
      return missing({
        'one thing in the cart': carts.flat().join() === '1',
        'the answer names it': answer.includes('Borealis Electric Kettle'),
      });
    },
  },
  {
    name: 'shop-order',
    isLong: true,
    application: 'practice',
    path: '/shop',
    task: 'Order two Edda Dotted Notebooks to Ada Lovelace, ada@example.org, 12 St James Square, SW1Y London, United Kingdom, paid by invoice. Tell me the order number and what it costs altogether.',
    fault: async ({ site, answer }) => {
      const [order, ...others] = site.state.orders;
      return missing({
        'one order': order !== undefined && others.length === 0,
        'two notebooks':
          order?.items.map(({ name, quantity }) => `${quantity} ${name}`).join() === '2 Edda Dotted Notebook',
        'by invoice': order?.payment.method === 'invoice',
        'the answer has the number': order !== undefined && answer.includes(order.number),
        'the answer has the total':
          order !== undefined && answer.includes((order.totalCents / 100).toFixed(2)),
      });
    },
  },
  {
    name: 'shop-which',
    application: 'practice',
    path: '/shop',
    task: 'I need a new backpack. Put one into my cart.',
    replies: ['For hiking, several days. Price does not matter.'],
    fault: async ({ site }) => {
      const carts = Object.values(site.state.sessions).flatMap(({ cart }) => Object.keys(cart));
      return missing({ 'one backpack, the large one': carts.length === 1 && /trail/.test(carts[0] ?? '') });
    },
  },
  {
    name: 'shop-tabs',
    application: 'practice',
    path: '/shop',
    task: 'Open the Edda Gooseneck Kettle and the Fjell Trail Backpack in a new tab each and tell me how much they cost together.',
    fault: async ({ answer }) => missing({ 'the sum': /238\.00|238,00|\b238\b/.test(answer) }),
  },
  {
    name: 'shop-chinese',
    application: 'practice',
    path: '/shop?lang=zh',
    task: '找一个评分最高的马克杯，放三个到购物车，告诉我总价。',
    fault: async ({ site, answer }) => {
      const carts = Object.values(site.state.sessions).flatMap(({ cart }) => Object.values(cart));
      return missing({ 'three in the cart': carts.join() === '3', 'the total': answer.includes('44.70') });
    },
  },
  {
    name: 'mail-reply',
    application: 'practice',
    path: '/inbox',
    task: 'Tell Marta that I would love to come to the dinner and will bring wine. Archive both newsletters.',
    fault: async ({ site }) => {
      const { messages } = site.state;
      const replies = messages.flatMap((message) => message.replies);
      const archived = messages.filter(({ folder }) => folder === 'archive').map(({ from }) => from);
      return missing({
        'one reply with wine': replies.length === 1 && /wine/i.test(replies[0] ?? ''),
        'both newsletters': archived.join() === 'Newsletter,Newsletter',
      });
    },
  },
  {
    name: 'mail-search',
    application: 'practice',
    path: '/inbox',
    task: 'What do I have to do by when? Make me a list of everything in my inbox that has a date by which I must act.',
    fault: async ({ answer }) =>
      missing({
        'the water meter': /30 Nov/i.test(answer),
        'the books': /24 Nov/i.test(answer),
        'the dentist or the invoice': /3 Dec|14 days|30 Nov/i.test(answer),
      }),
  },
  {
    name: 'settings-form',
    application: 'practice',
    path: '/settings',
    task: 'In my settings: display name Ada L., born on 10 December 1985, three people in the household, interests music and travel only, dark theme, two-step login on, currency British pound, home city Zurich. Save it.',
    replies: ['Then take Vienna.'],
    fault: async ({ site }) => {
      const { settings } = site.state;
      return missing({
        name: settings['displayName'] === 'Ada L.',
        birthday: settings['birthday'] === '1985-12-10',
        household: settings['household'] === '3',
        interests: [settings['interests'] ?? []].flat().toSorted().join() === 'music,travel',
        theme: settings['theme'] === 'dark',
        'two-step': settings['twoStep'] === 'on',
        currency: settings['currency'] === 'GBP',
        city: settings['homeCity'] === 'Vienna',
      });
    },
  },
  {
    name: 'invoices-table',
    application: 'practice',
    path: '/invoices',
    task: 'Find the invoice of Hypatia Alexandria, tell me its number, amount and status, and mark it as paid if it is not paid yet.',
    fault: async ({ site, answer }) => {
      const invoice = site.state.invoices.find(({ name }) => name === 'Hypatia Alexandria');
      return missing({
        paid: invoice?.status === 'Paid',
        'the number': invoice !== undefined && answer.includes(invoice.number),
      });
    },
  },
  {
    name: 'archive-list',
    application: 'practice',
    path: '/archive/endless',
    task: 'How many invoices are there in this archive, and which is the highest amount?',
    fault: async ({ site, answer }) => {
      const cents = Math.max(...site.state.invoices.slice(0, 61).map((invoice) => invoice.cents));
      const amount = (cents / 100).toFixed(2);
      return missing({
        'the count': /\b61\b/.test(answer),
        'the amount': answer.replaceAll(',', '').includes(amount),
      });
    },
  },
  {
    name: 'login-wall',
    application: 'practice',
    path: '/login',
    task: 'Which user am I logged in as? Log in first if need be.',
    act: async (tab) => {
      await tab.getByLabel('User name').fill('robin');
      await tab.getByLabel('Password').fill('practice-2026');
      await tab.getByRole('button', { name: 'Log in' }).click();
    },
    fault: async ({ site, answer }) =>
      missing({ 'logged in once': site.state.logins.length === 1, 'the name': /robin/i.test(answer) }),
  },
  {
    name: 'impossible',
    application: 'practice',
    path: '/shop',
    task: 'Cancel my order P-0987.',
    fault: async ({ site, answer }) =>
      missing({ 'nothing was ordered': site.state.orders.length === 0, 'says why': answer.length > 20 }),
  },
  {
    name: 'wiki-write',
    application: 'tiddlywiki',
    path: '/',
    task: 'Write a note "Packing list" with a bullet list of passport, charger and rain jacket, tagged "travel".',
    fault: async ({ notes }) => {
      const text = (await notes())['Packing list'] ?? '';
      return missing({ 'all three': /\* ?passport\n\* ?charger\n\* ?rain jacket/i.test(text) });
    },
  },
  {
    name: 'wiki-edit',
    isLong: true,
    application: 'tiddlywiki',
    path: '/',
    task: 'Make a note "Ideas" that says "First idea". Once it is saved, change it so that it has a second line "Second idea", and then make another note "Index" that links to it.',
    fault: async ({ notes }) => {
      const { Ideas = '', Index = '' } = await notes();
      return missing({
        'two lines': /First idea\s*\n+Second idea/.test(Ideas),
        'a link': Index.includes('[[Ideas]]'),
      });
    },
  },
  {
    name: 'budget-transaction',
    isLong: true,
    application: 'actual',
    path: '/',
    task: 'Try the demo budget. Then enter in the account "Bank of America" that I paid 12.50 to a bakery for food today.',
    fault: async ({ tab, answer }) => {
      const rows = tab.getByTestId('transaction-table');
      const text = (await rows.count()) > 0 ? await rows.first().innerText() : '';
      return missing({ 'it is in the table': text.includes('12.50'), 'it was said': answer !== '' });
    },
  },
  {
    name: 'budget-question',
    application: 'actual',
    path: '/',
    task: 'Open the demo and tell me which account has the highest balance, and how much that is. Then make a new category "Bakery" in the group "Usual Expenses".',
    fault: async ({ tab, answer }) =>
      missing({
        'the category': (await tab.getByText('Bakery', { exact: true }).count()) > 0,
        'an amount': /\d[\d,]*\.\d\d/.test(answer),
      }),
  },
];
