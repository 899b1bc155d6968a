import type { Page } from '@playwright/test';
import { expect, test } from './support/test';

/** Colours of the overlay's pixels right at the corner of an element: drawn on or not. */
async function isMarked(playground: Page, name: string): Promise<boolean> {
  const frame = playground.frames().find((one) => one.url().endsWith('/playground-frame.html'));
  if (!frame) throw new Error('no frame');
  return frame
    .getByRole('button', { name })
    .first()
    .evaluate(async (element) => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const canvas = document.documentElement.querySelector<HTMLCanvasElement>(':scope > canvas');
      const { left, top } = element.getBoundingClientRect();
      const pixel = canvas
        ?.getContext('2d')
        ?.getImageData(left * devicePixelRatio, (top - 7) * devicePixelRatio, 1, 1);
      return (pixel?.data[3] ?? 0) > 0;
    });
}

test('shows what a planner reads of some HTML, and what changes by an edit', async ({ extension }) => {
  const playground = await extension.open('playground.html');
  const source = playground.getByRole('textbox', { name: 'HTML' });
  const lines = playground.getByRole('listbox', { name: 'Observation' }).getByRole('option');
  await expect(lines.first()).toContainText('page "Kettles"');
  await expect(playground.getByRole('status')).toHaveText(
    /^[\d.]+ ms · about \d+ tokens · \d+ elements · \d+ refs$/,
  );

  await source.fill(
    '<title>Mine</title><style>p { display: none }</style><h1>Hello</h1><p>Hidden</p><button style="color: red">Go</button>',
  );
  await expect(lines).toHaveText([/^page "Mine"/, 'heading 1 "Hello"', /^e\d+ button "Go"$/]);
  const ref = await lines.nth(2).textContent();

  await source.fill(
    '<title>Mine</title><style>p { display: block }</style><h1>Hello</h1><p>Hidden</p><button style="color: red" disabled>Go</button>',
  );
  const changes = playground.getByText('(was', { exact: false });
  await expect(changes).toContainText(`${ref} disabled`);
  await expect(changes).toContainText('+ text "Hidden"');
  await expect(lines.nth(3)).toHaveText(`${ref} disabled`);
});

test('runs nothing of the HTML and fetches nothing', async ({ extension, site }) => {
  const playground = await extension.open('playground.html');
  const answered: string[] = [];
  extension.context.on(
    'response',
    (response) => void (response.url().startsWith('http') && answered.push(response.url())),
  );
  const before = site.state.requests.length;
  const code = "document.title = 'ran'; top.document.title = 'ran'";
  await playground.getByRole('textbox', { name: 'HTML' }).fill(
    `<title>Quiet</title><script>${code}</script><img src="${site.url}/x.png" onerror="${code}"><iframe src="${site.url}/"></iframe>
     <link rel="stylesheet" href="${site.url}/x.css"><meta http-equiv="refresh" content="0;url=${site.url}/"><style>@import "${site.url}/y.css"; body { background: url(${site.url}/z.png) }</style>
     <form action="${site.url}/"><button onclick="${code}">Press</button></form><a href="${site.url}/">Leave</a>`,
  );
  const lines = playground.getByRole('listbox').getByRole('option');
  await expect(lines.filter({ hasText: 'button "Press"' })).toBeVisible();
  const frame = playground.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Press' }).click();
  await expect(lines.filter({ hasText: 'button "Press"' })).toHaveAttribute('aria-selected', 'true');
  await frame.getByRole('link', { name: 'Leave' }).click();
  await expect(lines.filter({ hasText: 'link "Leave"' })).toHaveAttribute('aria-selected', 'true');
  await expect(playground).toHaveTitle('Errand · Playground');
  expect(answered).toEqual([]);
  expect(site.state.requests.length).toBe(before);
});

test('a line shows its element and an element its line, by mouse and by keyboard', async ({ extension }) => {
  const playground = await extension.open('playground.html');
  const list = playground.getByRole('listbox', { name: 'Observation' });
  await expect(list.getByRole('option').first()).toContainText('Kettles');
  expect(await isMarked(playground, 'Add to cart')).toBe(true);
  await playground.getByRole('checkbox', { name: 'Show refs' }).uncheck();
  expect(await isMarked(playground, 'Add to cart')).toBe(false);

  await list.getByRole('option').filter({ hasText: 'button "Add to cart"' }).first().click();
  expect(await isMarked(playground, 'Add to cart')).toBe(true);
  await list.focus();
  await playground.keyboard.press('Home');
  await expect(list.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  expect(await isMarked(playground, 'Add to cart')).toBe(false);
  await playground.keyboard.press('ArrowDown');
  await expect(list.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true');

  await playground.frameLocator('iframe').getByRole('combobox').click();
  await expect(list.getByRole('option', { selected: true })).toContainText('Sort by');
});

test('examples, scope and budget change what is read', async ({ extension }) => {
  const playground = await extension.open('playground.html');
  const list = playground.getByRole('listbox', { name: 'Observation' });
  await playground.getByRole('combobox', { name: 'Example' }).selectOption('1,000 rows');
  await expect(list).toContainText('Orders');
  await expect(list).not.toContainText('Customer 999');
  await playground.getByRole('combobox', { name: 'Scope' }).selectOption('Whole page');
  await playground.getByRole('textbox', { name: 'Budget (tokens)' }).fill('900000');
  await expect(list).toContainText('Customer 999');
  await playground.getByRole('textbox', { name: 'Budget (tokens)' }).fill('some');
  await expect(playground.getByRole('status')).toHaveText('The budget is a whole number of tokens.');
});
