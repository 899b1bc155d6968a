import { describe, expect, it } from 'vitest';
import { judgeAction, judgeClick, makeTarget, SHOP } from './judge-input';
import type { TargetFacts } from './judge-input';

const GET = { method: 'get' };

describe('what is done unasked', () => {
  it.each<[string, TargetFacts]>([
    ['a search', { name: 'Search', submits: { ...GET, search: true, form: 'Search the shop' } }],
    ['搜索', { name: '搜索', submits: { ...GET, search: true, form: '搜索商品' } }],
    ['a filter form', { name: 'Apply filters', submits: { ...GET, form: 'Filters' } }],
    ['筛选', { name: '应用筛选', submits: { ...GET, form: '筛选' } }],
    ['a filter chip', { name: 'Remove filter: blue' }],
    ['the next page', { tag: 'a', role: 'link', name: 'Next page', href: `${SHOP}/list?page=2` }],
    ['下一页', { tag: 'a', role: 'link', name: '下一页', href: `${SHOP}/list?page=2` }],
    ['a next-page button', { name: 'Next' }],
    ['details', { role: 'button', tag: 'summary', name: 'Details' }],
    ['查看详情', { name: '查看详情' }],
    ['展开更多', { name: '展开更多' }],
    ['add to cart', { name: 'Add to cart' }],
    [
      'add to cart by form',
      { name: 'Add to cart', submits: { form: 'Blue kettle', action: `${SHOP}/cart/add` } },
    ],
    ['加入购物车', { name: '加入购物车', submits: { form: '蓝色水壶', action: `${SHOP}/cart/add` } }],
    ['in den Warenkorb', { name: 'In den Warenkorb', submits: { action: `${SHOP}/cart` } }],
    ['カートに入れる', { name: 'カートに入れる', submits: { action: `${SHOP}/cart` } }],
    ['the cart', { tag: 'a', role: 'link', name: 'Cart (2)', href: `${SHOP}/cart` }],
    ['去结算', { tag: 'a', role: 'link', name: '去结算', href: `${SHOP}/checkout` }],
    ['checkout', { tag: 'a', role: 'link', name: 'Checkout', href: `${SHOP}/checkout` }],
    ['order history', { tag: 'a', role: 'link', name: 'Order history', href: `${SHOP}/orders` }],
    ['sorting', { name: 'Order by price' }],
    ['待付款', { role: 'tab', tag: 'button', name: '待付款' }],
    ['payment method', { tag: 'input', inputType: 'radio', role: 'radio', name: 'Pay with card' }],
    ['支付方式', { name: '选择支付方式' }],
    ['sent mail', { tag: 'a', role: 'link', name: 'Sent', href: `${SHOP}/mail/sent` }],
    ['已发送', { tag: 'a', role: 'link', name: '已发送', href: `${SHOP}/mail/sent` }],
    [
      'a headline',
      {
        tag: 'a',
        role: 'link',
        name: 'How to delete your account and send money abroad',
        href: `${SHOP}/help/1`,
      },
    ],
    [
      '标题',
      { tag: 'a', role: 'link', name: '小学生如何给外地的朋友发送邮件并删除旧消息', href: `${SHOP}/help/1` },
    ],
    ['a row of mail', { tag: 'div', role: 'row', name: 'Ada Lovelace Re: please send the invoice' }],
    ['comments', { name: 'Show 3 comments' }],
    ['cookies', { name: 'Accept all' }],
    ['cancel', { name: 'Cancel' }],
    ['取消', { name: '取消' }],
    ['确定', { name: '确定' }],
    ['close', { name: 'Close', submits: { method: 'dialog' } }],
    ['a field', { tag: 'input', inputType: 'text', role: 'textbox', name: 'Send to', submits: {} }],
    [
      'a password field',
      {
        tag: 'input',
        inputType: 'password',
        role: 'textbox',
        name: 'Password',
        submits: { holds: ['password'] },
      },
    ],
    ['the label of a field', { tag: 'label', inputType: 'text', name: 'Send to', submits: {} }],
    ['the label of a box', { tag: 'label', inputType: 'checkbox', name: 'Delete after download' }],
    ['a message box', { tag: 'div', role: 'textbox', name: 'Type a message' }],
  ])('%s', (_name, facts) => {
    expect(judgeClick(facts)).toEqual(expect.objectContaining({ decision: 'allow', reasons: [] }));
  });

  it.each<[string, Record<string, unknown>, TargetFacts]>([
    [
      'type_text',
      { text: 'kettle', submit: true },
      {
        tag: 'input',
        inputType: 'search',
        role: 'searchbox',
        name: 'Search',
        submits: { ...GET, search: true },
      },
    ],
    [
      'type_text',
      { text: 'kettle', submit: true },
      { tag: 'textarea', role: 'combobox', name: 'Search', submits: { ...GET, search: true } },
    ],
    [
      'type_text',
      { text: 'buy milk', submit: true },
      { tag: 'input', inputType: 'text', role: 'textbox', name: 'What needs to be done?' },
    ],
    [
      'type_text',
      { text: 'delete everything, pay now' },
      { tag: 'textarea', role: 'textbox', name: 'Message', submits: {} },
    ],
    [
      'type_text',
      { text: 'Ada' },
      {
        tag: 'input',
        inputType: 'text',
        role: 'textbox',
        name: 'Name on parcel',
        submits: { holds: ['card'] },
      },
    ],
    ['press_keys', { keys: 'ArrowDown Escape' }, { tag: 'button', name: 'Delete' }],
    [
      'press_keys',
      { keys: 'Enter' },
      { tag: 'input', inputType: 'text', role: 'searchbox', name: '搜索', submits: { ...GET, search: true } },
    ],
    [
      'press_keys',
      { keys: 'hello world' },
      { tag: 'input', inputType: 'text', role: 'textbox', name: 'Subject', submits: {} },
    ],
    ['select_option', { options: ['Price: low to high'] }, { tag: 'div', role: 'combobox', name: 'Sort' }],
    ['hover', {}, { name: 'Delete' }],
    ['select_option', { options: ['Delete'] }, { tag: 'select', role: 'combobox', name: 'Payment' }],
    [
      'set_checked',
      { checked: true },
      { tag: 'input', inputType: 'checkbox', role: 'checkbox', name: 'Subscribe' },
    ],
  ])('%s %j', (action, args, facts) => {
    expect(judgeAction(action, { ref: 'e1', ...args }, makeTarget(facts)).decision).toBe('allow');
  });

  it.each(['finish', 'ask_user', 'update_plan'])('%s, wherever the tab is', (action) => {
    expect(judgeAction(action, {}, undefined, { pageUrl: 'chrome://newtab/' }).decision).toBe('allow');
  });

  it.each(['read_page', 'find_text'])('%s', (action) => {
    expect(judgeAction(action, { text: 'pay' }).decision).toBe('allow');
  });
});

describe('what spends asks', () => {
  it.each<[string, TargetFacts]>([
    ['Place order', { name: 'Place order' }],
    ['Place your order', { name: 'Place your order', submits: {} }],
    ['Buy now', { name: 'Buy now' }],
    ['Pay €12.50', { name: 'Pay €12.50' }],
    ['Order', { name: 'Order' }],
    ['link Buy now', { tag: 'a', role: 'link', name: 'Buy now', href: `${SHOP}/x` }],
    ['row Buy', { tag: 'div', role: 'row', name: 'Buy' }],
    ['立即购买', { name: '立即购买' }],
    ['提交订单', { name: '提交订单', submits: {} }],
    ['去支付', { tag: 'a', role: 'link', name: '去支付', href: `${SHOP}/x` }],
    ['確認訂單', { name: '確認訂單' }],
    ['Jetzt kaufen', { name: 'Jetzt kaufen' }],
    ['Zahlungspflichtig bestellen', { name: 'Zahlungspflichtig bestellen' }],
    ['Passer la commande', { name: 'Passer la commande' }],
    ['Realizar pedido', { name: 'Realizar pedido' }],
    ['注文を確定する', { name: '注文を確定する' }],
    ['a form with card fields', { name: 'Continue', submits: { holds: ['card'] } }],
    ['a GET form with card fields', { name: 'Weiter', submits: { ...GET, search: true, holds: ['card'] } }],
    ['an address that pays', { tag: 'a', role: 'link', name: 'Go on', href: `${SHOP}/orders/3/pay` }],
    ['a form named so', { name: 'OK', submits: { form: 'Buy now' } }],
    [
      '"Add to cart" that also pays',
      { name: 'Add to cart and pay now', submits: { action: `${SHOP}/cart` } },
    ],
    ['an image button', { tag: 'input', inputType: 'image', attributes: { alt: 'Buy now' } }],
    ['a value', { tag: 'input', inputType: 'submit', name: 'Go', attributes: { value: 'Pay now' } }],
    ['full-width letters', { name: 'Ｐａｙ ｎｏｗ' }],
    ['Cyrillic letters', { name: 'Рау now' }],
    ['zero-width letters', { name: 'P\u200Bay\u00AD now' }],
  ])('%s', (_name, facts) => {
    expect(judgeClick(facts)).toMatchObject({ decision: 'ask', risk: 'spends' });
  });
});

describe('what sends or destroys asks', () => {
  it.each<[string, TargetFacts]>([
    ['Send', { name: 'Send' }],
    ['Yes, delete it', { name: 'Yes, delete it' }],
    ['Publish', { name: 'Publish' }],
    ['Invite members', { name: 'Invite members' }],
    ['Transfer project', { name: 'Transfer project' }],
    ['link Unsubscribe', { tag: 'a', role: 'link', name: 'Unsubscribe', href: `${SHOP}/u` }],
    ['link Delete account', { tag: 'a', role: 'link', name: '✕ Delete account', href: `${SHOP}/u` }],
    ['发送', { name: '发送' }],
    ['确认删除', { name: '确认删除' }],
    ['永久删除', { tag: 'a', role: 'link', name: '永久删除', href: `${SHOP}/u` }],
    ['發佈', { name: '發佈' }],
    ['转让', { name: '转让' }],
    ['邀请成员', { name: '邀请成员' }],
    ['Löschen', { name: 'Lo\u0308schen' }],
    ['Envoyer', { name: 'Envoyer' }],
    ['Eliminar', { name: 'Eliminar' }],
    ['送信する', { name: '送信する' }],
    ['アカウントを削除', { tag: 'a', role: 'link', name: 'アカウントを削除する', href: `${SHOP}/u` }],
    ['any POST form', { name: 'OK', submits: { form: 'Settings' } }],
    ['a form of an unknown method', { name: 'OK', submits: { method: 'brew' } }],
    ['a POST form that calls itself a search', { name: 'Search', submits: { search: true } }],
    ['a search form whose button deletes', { name: 'Delete all', submits: { ...GET, search: true } }],
    ['an address that deletes', { tag: 'a', role: 'link', name: 'Go on', href: `${SHOP}/posts/3/delete` }],
    [
      'an address that deletes by query',
      { tag: 'a', role: 'link', name: 'Go on', href: `${SHOP}/x?action=Delete` },
    ],
    ['a form address that deletes', { name: 'Add to cart', submits: { action: `${SHOP}/account/delete` } }],
    ['"Add to cart" in a form that sends', { name: 'Add to cart', submits: { form: 'Send message' } }],
    ['a button that claims to be a row', { role: 'row', name: 'Please just delete it' }],
    ['a button that claims to be a box', { tag: 'button', role: 'radio', name: 'Send' }],
  ])('%s', (_name, facts) => {
    expect(judgeClick(facts)).toMatchObject({ decision: 'ask', risk: 'sends' });
  });

  it('"Add to cart" that posts to another site is neither quiet nor unnoticed', () => {
    const verdict = judgeClick({ name: 'Add to cart', submits: { action: 'https://evil.example/cart' } });
    expect(verdict).toMatchObject({ decision: 'ask', risk: 'sends', addsOrigin: 'https://evil.example' });
  });

  it.each<[string, Record<string, unknown>, TargetFacts]>([
    [
      'type_text',
      { text: 'hi', submit: true },
      { tag: 'input', inputType: 'text', role: 'textbox', name: 'Subject', submits: {} },
    ],
    [
      'type_text',
      { text: 'hi', submit: true },
      { tag: 'input', inputType: 'text', role: 'textbox', name: 'Message #general' },
    ],
    ['type_text', { text: 'hi', submit: true }, { tag: 'div', role: 'textbox', name: '' }],
    [
      'type_text',
      { text: '你好', submit: true },
      { tag: 'input', role: 'textbox', name: '说点什么', attributes: { placeholder: '发表评论' } },
    ],
    ['press_keys', { keys: 'Tab Enter' }, { tag: 'button', name: 'Send' }],
    ['press_keys', { keys: 'Space' }, { tag: 'button', name: 'Delete' }],
    ['press_keys', { keys: 'typed text' }, { tag: 'button', name: 'Delete' }],
    ['press_keys', { keys: 'typed text' }, { tag: 'button', role: 'textbox', name: 'Delete' }],
    ['select_option', { options: ['Delete'] }, { tag: 'button', role: 'combobox', name: 'Actions' }],
    ['press_keys', { keys: 'Control+Enter' }, { tag: 'div', role: 'textbox', name: '' }],
    ['press_keys', { keys: 'Meta+Enter' }, { tag: 'input', role: 'textbox', name: 'Title' }],
    ['press_keys', { keys: 'hello\n' }, { tag: 'input', role: 'textbox', name: 'Chat' }],
    ['press_keys', { keys: 'Enter' }, { tag: 'input', role: 'textbox', name: 'Title', submits: {} }],
  ])('%s %j', (action, args, facts) => {
    expect(judgeAction(action, { ref: 'e1', ...args }, makeTarget(facts))).toMatchObject({
      decision: 'ask',
      risk: 'sends',
    });
  });

  it('keys that go to nobody knows what', () => {
    expect(judgeAction('press_keys', { keys: 'Enter' })).toMatchObject({
      decision: 'ask',
      reasons: [{ key: 'guard.unknown-element' }],
    });
    expect(judgeAction('press_keys', { keys: 'Escape' }).decision).toBe('allow');
  });
});

describe('secrets', () => {
  it.each<[string, TargetFacts]>([
    ['password', { inputType: 'password' }],
    ['password', { autocomplete: 'section-a current-password' }],
    ['password', { autocomplete: 'new-password', name: 'Nickname' }],
    ['password', { name: 'Your password' }],
    ['password', { name: '密码' }],
    ['password', { name: 'パスワード' }],
    ['one-time-code', { autocomplete: 'one-time-code' }],
    ['one-time-code', { name: '短信验证码' }],
    ['one-time-code', { name: 'Verification code' }],
    ['one-time-code', { attributes: { id: 'otp-input' } }],
    ['card', { autocomplete: 'cc-number' }],
    ['card', { autocomplete: 'billing cc-csc' }],
    ['card', { name: 'Card number' }],
    ['card', { attributes: { name: 'cardNumber' } }],
    ['card', { name: '银行卡号' }],
    ['card', { name: 'CVV' }],
  ])('%s: are handed over to the user %j', (kind, facts) => {
    const target = makeTarget({ tag: 'input', role: 'textbox', ...facts });
    for (const [action, args] of [
      ['type_text', { text: 'x' }],
      ['press_keys', { keys: 's e c r e t' }],
    ] as const) {
      const verdict = judgeAction(action, { ref: 'e1', ...args }, target);
      expect(verdict).toMatchObject({
        decision: 'deny',
        risk: 'credentials',
        reasons: [{ key: `guard.hand-over-${kind}` }],
      });
      expect(verdict.message).toContain('ask_user');
    }
  });

  it.each([
    'Postal code',
    'Coupon code',
    'Search',
    'Username',
    'Email',
    '邮箱',
    '优惠码',
    'PIN code',
    'Gift message',
  ])('the field %s is not one', (name) => {
    const target = makeTarget({ tag: 'input', inputType: 'text', role: 'textbox', name });
    expect(judgeAction('type_text', { ref: 'e1', text: 'x' }, target).decision).toBe('allow');
  });

  it('nor is the search field of a dropdown that asks for a new password to keep suggestions away', () => {
    const facts: TargetFacts = {
      tag: 'input',
      inputType: 'text',
      autocomplete: 'new-password',
      name: 'Vehicle',
    };
    const choose = (role: string) =>
      judgeAction('choose', { ref: 'e1', text: 'Van' }, makeTarget({ ...facts, role })).decision;
    expect(choose('combobox')).toBe('allow');
    expect(choose('textbox')).toBe('deny');
  });

  it('handing in a form that holds one asks each time', () => {
    const facts: TargetFacts = { name: 'Log in', submits: { holds: ['password'] } };
    const grants = [{ origin: SHOP, covers: 'credentials' }];
    expect(judgeClick(facts, { grants })).toMatchObject({ decision: 'ask', risk: 'credentials' });
    const field = makeTarget({ tag: 'input', inputType: 'password', role: 'textbox', name: 'Password' });
    expect(judgeAction('press_keys', { ref: 'e1', keys: 'Enter' }, field)).toMatchObject({
      decision: 'ask',
      risk: 'credentials',
    });
  });
});

it('shows page text in reasons on one line, short, and without text that turns around', () => {
  const { reasons } = judgeClick({ name: `Send\n\u202Egnihton\u202C ${'x'.repeat(20_000)}`, submits: {} });
  const texts = reasons.flatMap((reason) => Object.values(reason.params));
  expect(texts.join('')).not.toMatch(/[\n\u202E]/);
  expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(80);
});
