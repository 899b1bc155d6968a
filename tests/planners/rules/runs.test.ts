import { describe, expect, test } from 'vitest';
import type { ActionCall } from '../../../lib/trajectories/action';
import { describeCall, done, failed, readFixture, runRules, type Response } from './support';

const LISTING = readFixture('listing');
const PRODUCT = readFixture('product');
const CART = readFixture('cart');
const CHECKOUT = readFixture('checkout');
const THANKS =
  'page "Thank you - Lumen House"  https://lumen.example/orders/17  scrolled 0 of 400\nmain\n  heading 1 "Thank you"\n  status "Order 17 is on its way."';

/** The shop as a table: what a call on a page leads to. */
function shop(call: ActionCall, page: string): Response {
  const key = `${describeCall(call)}`;
  if (call.name === 'type_text' && call.args['submit'] === true) return { page: LISTING, leaves: true };
  if (page === LISTING && /^click e2[0-8]$/.test(key)) return { page: PRODUCT, leaves: true };
  if (page === PRODUCT && key === 'click e42')
    return { page: PRODUCT.replace('Basket (0)', 'Basket (2)'), leaves: true };
  if (key === 'click e7') return { page: CART, leaves: true };
  if (page === CART && key === 'click e61') return { page: CHECKOUT, leaves: true };
  if (page === CHECKOUT && key === 'click e86') return { page: THANKS, leaves: true };
  return {};
}

describe('a run over several pages', () => {
  test('orders from explicit instructions', async () => {
    const task =
      'search for lamp, open the cheapest, add two to the cart, go to the basket, check out; fill the form with: first name Ada, last name Byron, email a@b.example, country Austria; choose Express, accept the terms and place the order';
    const { calls, finish, proposals } = await runRules(task, PRODUCT, shop);
    expect(calls.map(describeCall)).toEqual([
      'type_text e5 "lamp" submit',
      'click e24',
      'type_text e41 "2"',
      'click e42',
      'click e7',
      'click e61',
      'type_text e70 "Ada"',
      'type_text e71 "Byron"',
      'type_text e72 "a@b.example"',
      'select_option e77 options=["Austria"]',
      'set_checked e79 checked',
      'set_checked e84 checked',
      'click e86',
      'finish: All 12 instructions are done. The page “Thank you - Lumen House” shows: Order 17 is on its way.',
    ]);
    expect(finish?.success).toBe(true);
    expect(proposals).toHaveLength(8);
  });

  test('keeps the answers of earlier pages and tells them at the end', async () => {
    const { finish } = await runRules(
      'open Halo Desk Lamp, read the price, go to the basket, read the total',
      LISTING,
      shop,
    );
    expect(finish).toEqual({
      success: true,
      answer: 'price: 49,00 €\ntotal: 116,90 €',
      evidence: 'Total | 116,90 €',
    });
  });

  test('shows every instruction as an item of the plan, with its state', async () => {
    const { proposals } = await runRules(
      'open Halo Desk Lamp, read the price, go to the basket',
      LISTING,
      shop,
    );
    expect(proposals[0]?.plan).toEqual([
      { text: 'open Halo Desk Lamp', state: 'doing' },
      { text: 'read the price', state: 'todo' },
      { text: 'go to the basket', state: 'todo' },
    ]);
    expect(proposals[1]?.plan).toEqual([
      { text: 'open Halo Desk Lamp', state: 'done' },
      { text: 'read the price → 49,00 €', state: 'done' },
      { text: 'go to the basket', state: 'doing' },
    ]);
    expect(proposals.at(-1)?.plan?.every(({ state }) => state === 'done')).toBe(true);
  });

  test('understands Chinese on an English page', async () => {
    const { calls } = await runRules(
      '搜索灯，打开最贵的，把数量改成3，加入购物车，打开购物车，读取总价',
      PRODUCT,
      shop,
    );
    expect(calls.map(describeCall)).toEqual([
      'type_text e5 "灯" submit',
      'click e22',
      'type_text e41 "3"',
      'click e42',
      'click e7',
      'finish: 116,90 €',
    ]);
  });
});

describe('trouble', () => {
  test('a failed action is tried on the next-best element once, then given up in plain words', async () => {
    const page =
      'page "A"  https://a.example/  scrolled 0 of 0\nmain\n  e1 button "Save"\n  e2 link "Save draft"';
    const { calls, finish } = await runRules('click Save', page, () => ({
      result: failed('It is covered.'),
    }));
    expect(calls.map(describeCall)).toEqual([
      'click e1',
      'click e2',
      'give up: “click Save” did not work: It is covered.',
    ]);
    expect(finish?.success).toBe(false);
  });

  test('a list that has no such option is asked for the one that says the same', async () => {
    const page =
      'page "A"  https://a.example/  scrolled 0 of 0\nmain\n  e1 combobox "Country" = "Choose" (40 options)';
    const respond = (call: ActionCall): Response =>
      String(call.args['options']) === 'UK'
        ? {
            result: failed('"UK" is not among the options. Options: "France", "United Kingdom" and 38 more.'),
          }
        : {};
    const { calls } = await runRules('set country to UK', page, respond);
    expect(calls.map(describeCall).slice(0, 2)).toEqual([
      'select_option e1 options=["UK"]',
      'select_option e1 options=["United Kingdom"]',
    ]);
  });

  test('what the user refuses ends the run', async () => {
    const { proposals, history } = await runRules('place the order', CHECKOUT, () => ({}), {
      mostProposals: 1,
    });
    const call = proposals[0]?.actions[0] as ActionCall;
    history.splice(-1, 1, {
      type: 'result',
      seq: 9,
      call,
      result: { status: 'not-done', message: 'the user refused it.', answer: 'deny' },
    });
    const finish = await proposeAfter('place the order', CHECKOUT, history);
    expect(finish.map(describeCall)).toEqual([
      'give up: “place the order” was not allowed, so I stopped. the user refused it.',
    ]);
  });

  test('an interrupted click that left no trace is asked about, never repeated on its own', async () => {
    const { proposals, history } = await runRules('place the order', CHECKOUT, () => ({}), {
      mostProposals: 1,
    });
    const call = proposals[0]?.actions[0] as ActionCall;
    history.splice(-1, 1, {
      type: 'result',
      seq: 9,
      call,
      result: { status: 'unknown', message: 'It may or may not have happened.' },
    });
    const actions = await proposeAfter('place the order', CHECKOUT, history);
    expect(actions[0]).toMatchObject({
      name: 'ask_user',
      args: { choices: ['Yes, do it again', 'No, go on'] },
    });
  });

  test('an interrupted click after which the page is another one counts as done', async () => {
    const { proposals, history } = await runRules('place the order', CHECKOUT, () => ({}), {
      mostProposals: 1,
    });
    const call = proposals[0]?.actions[0] as ActionCall;
    history.splice(-1, 1, {
      type: 'result',
      seq: 9,
      call,
      result: { status: 'unknown', message: 'It may or may not have happened.' },
    });
    const actions = await proposeAfter('place the order', THANKS, history);
    expect(actions.map(describeCall)).toEqual([
      'finish: Done: place the order. The page “Thank you - Lumen House” shows: Order 17 is on its way.',
    ]);
  });

  test('what is missing right after an action is waited for once', async () => {
    const empty = 'page "A"  https://a.example/  scrolled 0 of 0\nmain\n  e1 button "Load"';
    const full = `${empty}\n  e2 button "Continue"`;
    const respond = (call: ActionCall): Response => (call.name === 'wait_for' ? { page: full } : {});
    const { calls } = await runRules('click Load, click Continue', empty, respond);
    expect(calls.map(describeCall).slice(0, 3)).toEqual([
      'click e1',
      'wait_for "Continue" seconds=3',
      'click e2',
    ]);
  });

  test('a closed menu that may hold the target is opened first', async () => {
    const open = readFixture('inbox')
      .replace('collapsed popup=menu', 'expanded popup=menu')
      .replace('navigation "Folders"', '  menu\n    e90 menuitem "Account settings"\nnavigation "Folders"');
    const respond = (call: ActionCall): Response => (describeCall(call) === 'click e2' ? { page: open } : {});
    const { calls } = await runRules('open account settings', readFixture('inbox'), respond);
    expect(calls.map(describeCall).slice(0, 2)).toEqual(['click e2', 'click e90']);
  });

  test('a form that comes back with errors is no success', async () => {
    const errors = CHECKOUT.replace(
      'e72 textbox "Email" required',
      'e72 textbox "Email" required invalid error="Enter an address with an @"',
    );
    const { finish } = await runRules('submit', CHECKOUT, () => ({ page: errors, leaves: true }));
    expect(finish).toMatchObject({
      success: false,
      answer: '“submit”: the page did not accept it: Email: Enter an address with an @',
    });
  });

  test('nothing is done when a part of the task cannot be read', async () => {
    const { calls } = await runRules(
      'search for lamp; ponder the meaning of life; open the first result',
      LISTING,
    );
    expect(calls.map(describeCall)).toHaveLength(1);
    expect(describeCall(calls[0] as ActionCall)).toContain('I only follow explicit instructions');
  });
});

describe('the user', () => {
  test('chooses between equals, and the choice is acted on', async () => {
    const respond = (call: ActionCall): Response =>
      call.name === 'ask_user'
        ? { result: done('The user answered:', (call.args['choices'] as string[])[1]) }
        : {};
    const { calls } = await runRules('add to basket', LISTING, respond);
    expect(calls[0]).toMatchObject({
      name: 'ask_user',
      args: {
        choices: [
          'Add to basket – Halo Desk Lamp',
          'Add to basket – Nordlys Chandelier',
          'Add to basket – Nordlys Bedside Lamp',
          'Add to basket – Halo Floor Lamp',
        ],
      },
    });
    expect(calls.slice(1).map(describeCall)[0]).toBe('click e23');
  });

  test('may answer with a number', async () => {
    const respond = (call: ActionCall): Response =>
      call.name === 'ask_user' ? { result: done('The user answered:', '3') } : {};
    const { calls } = await runRules('add to basket', LISTING, respond);
    expect(calls.map(describeCall)[1]).toBe('click e27');
  });

  test('adds instructions in mid-run', async () => {
    const { calls } = await runRules('open Halo Desk Lamp', LISTING, shop, {
      said: { 1: 'and read the price, please' },
    });
    expect(calls.map(describeCall)).toEqual(['click e20', 'finish: 49,00 €']);
  });

  test('means the attached link or element with "this"', async () => {
    const link = { kind: 'link' as const, url: 'https://a.example/x', text: 'X' };
    expect(
      (await runRules('open this', LISTING, undefined, { attachments: [link] })).calls.map(describeCall)[0],
    ).toBe('navigate url="https://a.example/x"');
    expect(
      (await runRules('打开这个链接', LISTING, undefined, { attachments: [link] })).calls.map(
        describeCall,
      )[0],
    ).toBe('navigate url="https://a.example/x"');
    const fingerprint = {
      role: 'button',
      name: 'Save',
      tag: 'button',
      attributes: {},
      within: [],
      nth: 0,
      of: 1,
    };
    const { calls } = await runRules('click it', LISTING, undefined, {
      attachments: [{ kind: 'element', fingerprint }],
    });
    expect(calls[0]).toMatchObject({ name: 'click', target: fingerprint });
    const selection = { kind: 'selection' as const, text: 'Selected words' };
    expect(
      (await runRules('read this', LISTING, undefined, { attachments: [selection] })).finish?.answer,
    ).toBe('Selected words');
  });
});

describe('small steps', () => {
  test('a reply opens the message, then types and sends', async () => {
    const respond = (call: ActionCall): Response =>
      describeCall(call) === 'click e12' ? { page: readFixture('message'), leaves: true } : {};
    const { calls } = await runRules('reply to Ada with "Yes, at noon."', readFixture('inbox'), respond);
    expect(calls.map(describeCall).slice(0, 3)).toEqual([
      'click e12',
      'type_text e32 "Yes, at noon."',
      'click e33',
    ]);
  });

  test('"and send" after a reply sends once', async () => {
    const { calls } = await runRules('reply with "Yes" and send it', readFixture('message'));
    expect(calls.map(describeCall).slice(0, 2)).toEqual(['type_text e32 "Yes"', 'click e33']);
    expect(calls.filter(({ name }) => name === 'click')).toHaveLength(1);
  });

  test('a filter is applied with its button', async () => {
    const { calls } = await runRules('filter by brand Halo', LISTING);
    expect(calls.map(describeCall).slice(0, 2)).toEqual(['set_checked e10 checked', 'click e17']);
  });

  test('"three times" and "repeat" are written out', async () => {
    const clicks = async (task: string) =>
      (await runRules(task, LISTING)).calls.map(describeCall).filter((call) => call === 'click e32').length;
    expect(await clicks('click Next 3 times')).toBe(3);
    expect(await clicks('click Next, then repeat that twice')).toBe(3);
    expect(await clicks('点击 Next 两次')).toBe(2);
  });

  test('without a search field the text of the page is searched', async () => {
    const respond = (call: ActionCall): Response =>
      call.name === 'find_text' ? { result: done('1 match', '"Hypatia" near e5 button "Open"') } : {};
    const { calls, finish } = await runRules('find "Hypatia"', CART, respond);
    expect(calls.map(describeCall)[0]).toBe('find_text "Hypatia"');
    expect(finish?.answer).toBe('Found: "Hypatia" near button "Open"');
  });

  test('without a quantity field adding two is clicking twice', async () => {
    const { calls } = await runRules('add two of the Halo Floor Lamp to the cart', LISTING);
    expect(calls.map(describeCall).slice(0, 2)).toEqual(['click e29', 'click e29']);
  });

  test('fields that already hold the value are left alone', async () => {
    const { calls } = await runRules(
      'set the display name to Robin and choose Same as system',
      readFixture('settings'),
    );
    expect(calls.map(({ name }) => name)).toEqual(['finish']);
  });

  test('several tries are over after six proposals', async () => {
    const { calls, finish } = await runRules('add 20 of the Halo Floor Lamp to the cart', LISTING, () => ({
      leaves: true,
    }));
    expect(calls.filter(({ name }) => name === 'finish')).toHaveLength(1);
    expect(finish?.success).toBe(false);
  });
});

async function proposeAfter(
  task: string,
  page: string,
  history: Parameters<typeof Array.prototype.push>[0][],
): Promise<ActionCall[]> {
  const { createRulesPlanner } = await import('../../../lib/planners/rules/create-rules-planner');
  const observation = { tabId: 1, url: 'https://lumen.example/checkout', title: '', text: page };
  const context = {
    task: { text: task, attachments: [] },
    plan: [],
    history: [...history, { type: 'observation', seq: 10, ...observation }],
    observation,
    tabs: [],
    runId: 'run',
  };
  const answer = await createRulesPlanner({ now: () => 0 }).propose(
    context,
    new AbortController().signal,
    () => {},
  );
  return answer.ok ? answer.proposal.actions : [];
}
