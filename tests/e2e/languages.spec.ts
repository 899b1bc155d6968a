import type { Page } from '@playwright/test';
import { expect, test } from './support/test';

test.use({ locale: 'zh-CN' });

/** Words of the English interface that no name of a product or format explains. */
const ENGLISH = /\b(the|and|this|run|runs|task|save|settings|library|model|step|steps|nothing)\b/i;

async function expectChinese(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  const names = await page
    .locator('button, input, textarea, select, [aria-label]')
    .evaluateAll((elements) =>
      elements.map((element) => `${element.getAttribute('aria-label') ?? ''} ${element.textContent ?? ''}`),
    );
  const text = `${await page.locator('body').innerText()} ${names.join(' ')}`;
  expect(text).toMatch(/\p{Script=Han}/u);
  expect(text.split('\n').filter((line) => ENGLISH.test(line))).toEqual([]);
}

test('in Chinese: the panel, the settings and the library, and a task in Chinese runs', async ({
  extension,
  site,
}) => {
  const tab = await extension.context.newPage();
  await tab.goto(`${site.url}/shop?lang=zh`);
  const panel = await extension.open(`sidepanel.html?tab=${await extension.tabIdOf(tab)}`);
  const status = panel.getByRole('status');
  await expect(status).toHaveText(/^就绪/);
  await expectChinese(panel);

  await panel.getByRole('textbox', { name: '任务' }).fill('搜索水壶，打开最便宜的，把数量改成2，加入购物车');
  await panel.getByRole('button', { name: '运行', exact: true }).click();
  await expect(status).toHaveText(/^已完成/);
  await expectChinese(panel);
  const carts = Object.values(site.state.sessions).map((session) => session.cart);
  expect(Object.values(carts.find((cart) => Object.keys(cart).length > 0) ?? {})).toEqual([2]);

  const settings = await extension.open('settings.html');
  await expect(settings.getByRole('heading', { level: 1 })).toHaveText('设置');
  await expectChinese(settings);
  const library = await extension.open('library.html');
  await expect(library.getByRole('heading', { level: 1 })).toHaveText('记录库');
  await library.getByRole('list', { name: '运行' }).getByRole('link').click();
  await expect(library.getByRole('list', { name: '时间线' })).toBeVisible();
  await expectChinese(library);
});
