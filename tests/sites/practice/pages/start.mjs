// Where `npm start` leads: what this site is, and things to try.
import { html } from '../html.mjs';
import { page } from '../layout.mjs';
import { PRACTICE_TASKS } from '../tasks.mjs';

const WORDS = {
  en: {
    title: 'Practice site',
    lead: 'A small web shop, an inbox, a settings form and a very long table, made to be worked on. It runs on this machine only; it forgets everything when it is stopped.',
    tasks: 'Tasks to try',
    how: 'Open the page, open the panel, and type the task.',
    places: 'Places',
    open: 'Open',
    list: [
      [
        '/shop',
        'Shop',
        'Sixty products, search and filters, a cart, and a checkout in two steps with the card in a frame of another origin.',
      ],
      ['/inbox', 'Inbox', 'Ten messages to read, answer, star and archive.'],
      ['/settings', 'Settings', 'Every kind of form field, native and home-made.'],
      ['/invoices', 'Invoices', 'Ten thousand rows, each with buttons.'],
      [
        '/archive',
        'Archive',
        'Lists in pages, with a button for more, without end, and drawn only where one looks.',
      ],
      ['/login', 'Log in', 'A user name and a password.'],
      ['/account', 'Account', 'Sends those who are not logged in to the login.'],
      ['/vault', 'Vault', 'Behind a test in a frame, which a person passes with one click.'],
    ],
  },
  zh: {
    title: '练习网站',
    lead: '一个小商店、一个收件箱、一张设置表单和一张很长的表格，供练习使用。网站只在这台电脑上运行，停止后不保留任何内容。',
    tasks: '可以试试的任务',
    how: '打开页面，打开侧边栏，然后输入任务。',
    places: '页面',
    open: '打开',
    list: [
      ['/shop', '商店', '六十件商品、搜索和筛选、购物车，以及两步结账；银行卡表单在另一个来源的框架里。'],
      ['/inbox', '收件箱', '十封邮件，可以阅读、回复、加星标和归档。'],
      ['/settings', '设置', '各种表单控件，原生的和自制的。'],
      ['/invoices', '账单', '一万行，每行都有按钮。'],
      ['/archive', '归档', '分页的、带“加载更多”按钮的、无限滚动的，以及只绘制可见部分的列表。'],
      ['/login', '登录', '用户名和密码。'],
      ['/account', '账户', '未登录者会被带到登录页。'],
      ['/vault', '保险库', '在框架中的测试之后，真人点击一次即可通过。'],
    ],
  },
};

export function showStart(context) {
  const words = WORDS[context.lang];
  const body = html`<section class="hero">
      <h1>${words.title}</h1>
      <p>${words.lead}</p>
    </section>
    <section aria-labelledby="tasks">
      <h2 id="tasks">${words.tasks}</h2>
      <p>${words.how}</p>
      <ol class="tasks">
        ${PRACTICE_TASKS[context.lang].map(
          ({ path, text }) => html`<li><code>${text}</code> <a href="${path}">${words.open} ${path}</a></li>`,
        )}
      </ol>
    </section>
    <section aria-labelledby="places">
      <h2 id="places">${words.places}</h2>
      <dl class="places">
        ${words.list.map(
          ([path, name, text]) =>
            html`<dt><a href="${path}">${name}</a></dt>
              <dd>${text}</dd>`,
        )}
      </dl>
    </section>`;
  return page(context, { title: words.title, body });
}
