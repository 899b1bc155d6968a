import { expect, test } from './support/test';

test('a whole page is read as Markdown; the script that finds articles comes along and leaves nothing in the page', async ({
  openDesk,
}) => {
  const { tab, panel } = await openDesk('/shop');
  const before = await tab.content();
  await panel.start('Read the page');
  await panel.expectStatus('Done');
  await expect(panel.result).toContainText('# ');
  await expect(panel.result).toContainText(/\[[^\]]+\]\(http:\/\/127\.0\.0\.1/);
  expect(await tab.content()).toBe(before);
});

test('an article is read without the menu around it', async ({ openDesk }) => {
  const { tab, panel } = await openDesk('/shop');
  await tab.evaluate(() => {
    const words = 'The kettle was boiling, and nobody had asked for tea, which was odd for a Sunday. '.repeat(
      5,
    );
    document.body.innerHTML = `<nav><a href="/a">Menu entry</a></nav><article><h1>Tea</h1>${`<p>${words}</p>`.repeat(4)}</article>`;
  });
  await panel.start('Read the page');
  await panel.expectStatus('Done');
  await expect(panel.result).toContainText('nobody had asked for tea');
  await expect(panel.result).not.toContainText('Menu entry');
});
