// Tasks that the built-in rules can do, by the page they start from: shown on the start page and by `npm start`.

/** From the first word to the order number; what `npm start` does by itself where there is no display. */
export const ORDER_TASK =
  'search for kettle, open the cheapest, set Quantity to 2, click "Add to cart", click "View cart", ' +
  'click "Go to checkout"; fill the form with: Full name Ada Lovelace, Email ada@example.org, ' +
  'Street and number 12 St James Square, Postcode SW1Y, City London, Country United Kingdom; ' +
  'click "Continue to payment", choose "Invoice, 14 days", check "I agree to the terms and conditions", ' +
  'click "Place order", read the order number';

export const PRACTICE_TASKS = {
  en: [
    {
      path: '/shop',
      text: 'search for kettle, open the cheapest, set Quantity to 2, click "Add to cart", click "View cart", read the total',
    },
    {
      path: '/settings',
      text: 'fill the form with: Display name Ada, About me "I like tea"; check Newsletter; click "Save settings"',
    },
    {
      path: '/inbox',
      text: 'open "Dinner on Friday?", type "Yes, gladly" into Your reply, click "Send reply"',
    },
    { path: '/invoices', text: 'find "Hypatia Alexandria"' },
    { path: '/shop', text: ORDER_TASK },
  ],
  zh: [
    {
      path: '/shop?lang=zh',
      text: '搜索水壶，打开最便宜的，把数量改成2，加入购物车，点击“查看购物车”，读取总计',
    },
    {
      path: '/settings?lang=zh',
      text: '填写表单：显示名称 小林，关于我 “喜欢喝茶”；勾选 新闻邮件；点击“保存设置”',
    },
    { path: '/invoices?lang=zh', text: '查找“Hypatia Alexandria”' },
  ],
};
