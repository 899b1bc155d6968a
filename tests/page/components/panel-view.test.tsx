import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PanelView } from '../../../components/panel/panel-view';
import { StepRow } from '../../../components/step-row';
import { ARMING_MS } from '../../../components/panel/use-armed';
import {
  approvalWaiting,
  failed,
  finished,
  IDLE_ACTIONS,
  longRun,
  panelWith,
  proposed,
  stateWith,
  step,
  thinking,
  waitingFor,
  working,
} from './fixtures';
import { mount } from './mount';
import { useLocale } from './use-locale';

beforeEach(() => useLocale('en'));

describe('a user who has taken over', () => {
  test('is told that the run waits, what was noted, and goes on with one click', async () => {
    const resume = vi.fn();
    const acts = [
      { did: 'click' as const, on: 'button "Older"', tabId: 1 },
      { did: 'click' as const, on: 'button "Sign in"', tabId: 1 },
      { did: 'type' as const, on: 'textbox "Search"', value: 'kettle', tabId: 1 },
      { did: 'set' as const, on: 'combobox "Size"', value: 'Large', tabId: 1 },
    ];
    const run = { state: stateWith({ status: 'paused', pausedFor: 'user-acted', acts }), events: [] };
    mount(<PanelView {...panelWith({ run, actions: { ...IDLE_ACTIONS, resume } })} />);
    await expect.element(page.getByRole('status')).toMatchTextContent(/^Paused/);
    const card = page.getByRole('region', { name: 'Take-over' });
    await expect.element(card).toMatchTextContent(/You are acting on the page, so I wait\./);
    const items = card.getByRole('listitem').elements();
    expect(items.map((item) => item.textContent)).toEqual([
      'You clicked button “Sign in”',
      'You typed “kettle” into text box “Search”',
      'You set list box “Size” to “Large”',
    ]);
    await userEvent.click(card.getByRole('button', { name: 'Go on' }));
    expect(resume).toHaveBeenCalledOnce();
  });

  test('is not asked when they paused it themselves', () => {
    const run = { state: stateWith({ status: 'paused', pausedFor: 'user' }), events: [] };
    mount(<PanelView {...panelWith({ run })} />);
    expect(page.getByRole('region', { name: 'Take-over' }).elements()).toEqual([]);
  });
});

describe('a page that asks the user to sign in', () => {
  test.each([
    ['login', 'Please sign in to shop.example yourself; I go on after that.'],
    ['code', 'Please enter the code that shop.example asks for yourself; I go on after that.'],
    ['captcha', 'Please show shop.example that you are a person; I go on after that.'],
  ] as const)('%s', async (kind, words) => {
    const handOver = vi.fn();
    const origin = 'https://shop.example';
    const waiting = { kind: 'wall' as const, actionId: `wall:${kind}:${origin}`, wall: { kind, origin } };
    const run = { state: stateWith({ status: 'needs-user', waiting }), events: [] };
    mount(<PanelView {...panelWith({ run, actions: { ...IDLE_ACTIONS, handOver } })} />);
    const card = page.getByRole('region', { name: 'Sign-in' });
    await expect.element(card).toMatchTextContent(words);
    await userEvent.click(card.getByRole('button', { name: 'Go on' }));
    expect(handOver).toHaveBeenCalledExactlyOnceWith(waiting.actionId, true);
  });
});

describe('before a run', () => {
  test('has the names that others rely on', async () => {
    mount(<PanelView {...panelWith()} />);
    await expect.element(page.getByRole('textbox', { name: 'Task' })).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Run', exact: true })).toBeEnabled();
    await expect.element(page.getByRole('status')).toMatchTextContent(/^Ready/);
    expect(page.getByRole('status').elements()).toHaveLength(1);
  });

  test('Enter runs, Shift+Enter makes a line', async () => {
    const run = vi.fn(() => Promise.resolve(true));
    mount(<PanelView {...panelWith({ actions: { ...IDLE_ACTIONS, run } })} />);
    const task = page.getByRole('textbox', { name: 'Task' });
    await userEvent.click(task);
    await userEvent.keyboard('first{Shift>}{Enter}{/Shift}second');
    await expect.element(task).toHaveValue('first\nsecond');
    expect(run).not.toHaveBeenCalled();
    await userEvent.keyboard('{Enter}');
    expect(run).toHaveBeenCalledExactlyOnceWith('first\nsecond', []);
    await expect.element(task).toHaveValue('');
  });

  test('an empty task is said, not run, and the box has the focus', async () => {
    const run = vi.fn(() => Promise.resolve(true));
    mount(<PanelView {...panelWith({ actions: { ...IDLE_ACTIONS, run } })} />);
    await userEvent.click(page.getByRole('button', { name: 'Run', exact: true }));
    await expect.element(page.getByRole('alert')).toMatchTextContent('Write what needs doing first.');
    await expect.element(page.getByRole('textbox', { name: 'Task' })).toHaveFocus();
    expect(run).not.toHaveBeenCalled();
  });

  test('a task that could not start stays in the box', async () => {
    mount(<PanelView {...panelWith({ actions: { ...IDLE_ACTIONS, run: () => Promise.resolve(false) } })} />);
    const task = page.getByRole('textbox', { name: 'Task' });
    await userEvent.type(task, 'Buy milk{Enter}');
    await expect.element(page.getByRole('button', { name: 'Run', exact: true })).toBeEnabled();
    await expect.element(task).toHaveValue('Buy milk');
  });

  test('what is selected on the page and how it looks are attached by a button each', async () => {
    const run = vi.fn(() => Promise.resolve(true));
    const picture = { kind: 'picture' as const, hash: 'a'.repeat(64) };
    const attachSelection = vi.fn(() => Promise.resolve([{ kind: 'selection' as const, text: 'Kettle' }]));
    const attachPicture = vi.fn(() => Promise.resolve([picture]));
    const actions = { ...IDLE_ACTIONS, run, attachSelection, attachPicture };
    mount(<PanelView {...panelWith({ draft: { id: 1, text: 'this', attachments: [] }, actions })} />);
    await userEvent.click(page.getByRole('button', { name: 'Attach selection' }));
    await userEvent.click(page.getByRole('button', { name: 'Attach a picture of the page' }));
    const chips = page.getByRole('list', { name: 'Attachments' });
    await expect.element(chips).toMatchTextContent(/“Kettle”.*Picture of the page/);
    await userEvent.click(page.getByRole('button', { name: 'Run', exact: true }));
    expect(run).toHaveBeenCalledExactlyOnceWith('this', [{ kind: 'selection', text: 'Kettle' }, picture]);
  });

  test('attachments come as chips, can be removed, and go along', async () => {
    const run = vi.fn(() => Promise.resolve(true));
    const attachments = [
      { kind: 'selection' as const, text: 'Drift Travel Kettle' },
      { kind: 'link' as const, url: 'https://shop.example/offer', text: '' },
      { kind: 'image' as const, url: 'https://shop.example/kettle.png', alt: '' },
    ];
    mount(
      <PanelView
        {...panelWith({ draft: { id: 1, text: 'this one', attachments }, actions: { ...IDLE_ACTIONS, run } })}
      />,
    );
    const chips = page.getByRole('list', { name: 'Attachments' });
    await expect.element(chips).toMatchTextContent(/Drift Travel Kettle.*shop\.example\/offer.*kettle\.png/);
    await userEvent.click(page.getByRole('button', { name: /Remove shop\.example\/offer/ }));
    await userEvent.click(page.getByRole('button', { name: 'Run', exact: true }));
    expect(run).toHaveBeenCalledExactlyOnceWith('this one', [attachments[0], attachments[2]]);
  });

  test.for([
    'chrome://settings/',
    'https://chromewebstore.google.com/category/extensions',
    'file:///etc/hosts',
  ])('%s: said, and Run is off', async (url) => {
    mount(<PanelView {...panelWith({ page: { url, title: '' } })} />);
    await expect.element(page.getByRole('main')).toMatchTextContent(/extension|only/);
    await expect.element(page.getByRole('button', { name: 'Run', exact: true })).toBeDisabled();
  });

  test('a chat model without an endpoint leads to the settings', async () => {
    const openSettings = vi.fn();
    const planner = { kind: 'chat-model', model: '', ready: false } as const;
    mount(<PanelView {...panelWith({ planner, actions: { ...IDLE_ACTIONS, openSettings } })} />);
    await expect.element(page.getByRole('button', { name: 'Run', exact: true })).toBeDisabled();
    await userEvent.click(page.getByRole('button', { name: 'Open settings' }));
    expect(openSettings).toHaveBeenCalledOnce();
  });

  test('a recipe unfolds to its values and runs with them', async () => {
    const runRecipe = vi.fn(() => Promise.resolve(true));
    const recipes = [
      { id: 'r1', name: 'Reorder', params: [{ name: 'what', label: 'Search', example: 'kettle' }] },
    ];
    mount(<PanelView {...panelWith({ recipes, actions: { ...IDLE_ACTIONS, runRecipe } })} />);
    await userEvent.click(
      page.getByRole('list', { name: /Recipes/ }).getByRole('button', { name: 'Reorder' }),
    );
    await userEvent.fill(page.getByRole('textbox', { name: 'Search' }), 'lamp');
    await userEvent.click(page.getByRole('button', { name: 'Run recipe' }));
    expect(runRecipe).toHaveBeenCalledExactlyOnceWith('r1', { what: 'lamp' });
  });
});

describe('in a run', () => {
  test('plan, steps and the current one', async () => {
    mount(<PanelView {...panelWith({ run: working() })} />);
    await expect.element(page.getByRole('status')).toMatchTextContent(/^Working/);
    const plan = page.getByRole('list', { name: 'Plan' });
    await expect.element(plan.getByRole('listitem').nth(2)).toHaveAttribute('aria-current', 'step');
    await expect.element(page.getByText('3 of 5')).toBeVisible();
    const steps = page.getByRole('list', { name: 'Steps' });
    await expect.element(steps.getByRole('listitem').last()).toMatchTextContent('Click button “Add to cart”');
    expect(document.querySelectorAll('.turning')).toHaveLength(1);
  });

  test('words of the planner show while they stream', async () => {
    mount(<PanelView {...panelWith({ run: thinking(), streaming: 'I will add the sec' })} />);
    const steps = page.getByRole('list', { name: 'Steps' });
    await expect.element(steps.getByRole('listitem').last()).toMatchTextContent('I will add the sec');
    expect(document.querySelectorAll('.turning')).toHaveLength(1);
  });

  test('a failed step says so in words, and unfolds to what is known', async () => {
    const broken = step('2.0', 'click', 'link "Offer"', {
      result: failed('stale-ref', 'e7 is gone; observe again.'),
    });
    mount(
      <PanelView
        {...panelWith({ run: { state: stateWith({ steps: [broken] }), events: [proposed(2, '')] } })}
      />,
    );
    const row = page.getByRole('list', { name: 'Steps' }).getByRole('listitem').first();
    await expect.element(row).toMatchTextContent(/Failed.*The page changed before this could be done\./);
    await expect.element(page.getByText('e7 is gone; observe again.')).not.toBeVisible();
    await userEvent.click(row.getByText('“Offer”'));
    await expect.element(page.getByText('e7 is gone; observe again.')).toBeVisible();
  });

  test('a long run is folded', async () => {
    const root = mount(<PanelView {...panelWith({ run: longRun(240) })} />);
    expect(root.querySelectorAll('.row-step').length).toBeLessThan(50);
    await userEvent.click(page.getByRole('button', { name: 'Show 200 earlier steps' }));
    await vi.waitFor(() => expect(root.querySelectorAll('.row-step').length).toBeGreaterThan(100));
  });

  test('a word in mid-run', async () => {
    const say = vi.fn(() => Promise.resolve(true));
    mount(<PanelView {...panelWith({ run: working(), actions: { ...IDLE_ACTIONS, say } })} />);
    await userEvent.type(page.getByRole('textbox', { name: /Tell Errand/ }), 'the blue one{Enter}');
    expect(say).toHaveBeenCalledExactlyOnceWith('the blue one');
  });

  test('pause and stop; a paused run resumes', async () => {
    const actions = { ...IDLE_ACTIONS, pause: vi.fn(), stop: vi.fn(), resume: vi.fn() };
    mount(<PanelView {...panelWith({ run: working(), actions })} />);
    await userEvent.click(page.getByRole('button', { name: 'Pause' }));
    await userEvent.click(page.getByRole('button', { name: 'Stop' }));
    const { state, events } = working();
    mount(<PanelView {...panelWith({ run: { state: { ...state, status: 'paused' }, events }, actions })} />);
    await userEvent.click(page.getByRole('button', { name: 'Resume' }));
    expect([actions.pause, actions.stop, actions.resume].map((spy) => spy.mock.calls.length)).toEqual([
      1, 1, 1,
    ]);
  });

  test('text of strangers stays text', async () => {
    const evil = step('2.0', 'click', 'button "<img src=x onerror=alert(1)>\u202Egnp.exe"');
    const root = mount(
      <PanelView
        {...panelWith({ run: { state: stateWith({ steps: [evil] }), events: [proposed(2, '<b>hi</b>')] } })}
      />,
    );
    expect(root.querySelector('img, .row-say b')).toBeNull();
    expect(root.textContent).not.toContain('\u202E');
  });
});

describe('approval', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const button = (name: string) =>
    [...document.querySelectorAll('button')].find((candidate) => candidate.textContent === name);

  async function arm() {
    await vi.advanceTimersByTimeAsync(ARMING_MS);
  }

  test('tells the facts, takes no focus, and is armed only after a while', async () => {
    const answer = vi.fn();
    const run = waitingFor(approvalWaiting('sends'));
    mount(<PanelView {...panelWith({ run, actions: { ...IDLE_ACTIONS, answer } })} />);
    const region = document.querySelector('section[aria-label="Approval"]');
    expect(region?.textContent).toContain('Click button “Place order”');
    expect(region?.textContent).toContain('https://shop.example/checkout/confirm');
    expect(region?.contains(document.activeElement)).toBe(false);
    await vi.advanceTimersByTimeAsync(ARMING_MS - 50);
    button('Allow once')?.click();
    expect(answer).not.toHaveBeenCalled();
    await arm();
    button('Allow once')?.click();
    expect(answer).toHaveBeenCalledExactlyOnceWith('11.0', 'allow-once');
  });

  test('the next approval starts unarmed', async () => {
    mount(<PanelView {...panelWith({ run: waitingFor(approvalWaiting('sends')) })} />);
    await arm();
    expect(button('Allow once')?.disabled).toBe(false);
    mount(
      <PanelView {...panelWith({ run: waitingFor({ ...approvalWaiting('sends'), actionId: '12.0' }) })} />,
    );
    expect(button('Allow once')?.disabled).toBe(true);
  });

  test.for(['spends', 'credentials'] as const)('%s is never allowed for a whole site', (risk) => {
    mount(<PanelView {...panelWith({ run: waitingFor(approvalWaiting(risk)) })} />);
    expect(button('Allow on this site')).toBeUndefined();
    expect(button('Deny')?.disabled).toBe(false);
  });

  test('access is asked for in the click itself; a refusal of the browser is said', async () => {
    const answerAccess = vi.fn(() => Promise.resolve(false));
    const origin = 'https://pay.example';
    const run = waitingFor({ kind: 'access', actionId: `access:${origin}`, origin, reasons: [] });
    mount(<PanelView {...panelWith({ run, actions: { ...IDLE_ACTIONS, answerAccess } })} />);
    await arm();
    button('Allow once')?.click();
    expect(answerAccess).toHaveBeenCalledExactlyOnceWith(`access:${origin}`, origin, 'allow-once');
    await vi.advanceTimersByTimeAsync(50);
    expect(document.querySelector('[role=alert]')?.textContent).toContain('did not give access');
  });

  test('a question stands among the steps in its own words', async () => {
    const { sentence: _none, ...asked } = step('11.0', 'ask_user', '');
    const call = { name: 'ask_user', args: { question: 'Which day?' } };
    mount(
      <ul>
        <StepRow step={{ ...asked, call }} />
      </ul>,
    );
    await expect.element(page.getByRole('listitem')).toMatchTextContent(/Ask “Which day\?”/);
  });

  test('a question takes a choice', () => {
    const reply = vi.fn(() => Promise.resolve(true));
    const run = waitingFor({
      kind: 'question',
      actionId: '11.0',
      question: 'When?',
      choices: ['Friday', 'Monday'],
    });
    mount(<PanelView {...panelWith({ run, actions: { ...IDLE_ACTIONS, reply } })} />);
    button('Monday')?.click();
    expect(reply).toHaveBeenCalledExactlyOnceWith('11.0', 'Monday');
  });
});

describe('after a run', () => {
  test('the answer with its evidence; saved as a recipe', async () => {
    const saveRecipe = vi.fn(() => Promise.resolve(true));
    mount(<PanelView {...panelWith({ run: finished(), actions: { ...IDLE_ACTIONS, saveRecipe } })} />);
    await expect.element(page.getByRole('status')).toMatchTextContent(/^Done/);
    const result = page.getByRole('region', { name: 'Result' });
    await expect.element(result).toMatchTextContent(/Two white kettles.*Total 39\.80/);
    await userEvent.click(result.getByRole('button', { name: 'Save as recipe' }));
    await userEvent.fill(page.getByRole('textbox', { name: /name/i }), 'Kettles');
    await userEvent.click(page.getByRole('button', { name: 'Save', exact: true }));
    expect(saveRecipe).toHaveBeenCalledExactlyOnceWith('Kettles');
    await expect.element(page.getByText(/saved/i)).toBeVisible();
  });

  test('a failed run names the trouble, leads to the settings and can go on', async () => {
    const { outcome: _outcome, ...rest } = finished().state;
    const failure = { code: 'wrong-key', message: 'refused', params: { endpoint: 'https://api.example/v1' } };
    const actions = { ...IDLE_ACTIONS, resume: vi.fn(), openSettings: vi.fn() };
    mount(
      <PanelView
        {...panelWith({ run: { state: { ...rest, status: 'failed', failure }, events: [] }, actions })}
      />,
    );
    await expect.element(page.getByRole('status')).toMatchTextContent(/^Failed/);
    await expect.element(page.getByRole('main')).toMatchTextContent(/api\.example\/v1 refused the API key/);
    await userEvent.click(page.getByRole('button', { name: 'Open settings' }));
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    expect(actions.openSettings).toHaveBeenCalledOnce();
    expect(actions.resume).toHaveBeenCalledOnce();
  });

  test('speaks Chinese', async () => {
    useLocale('zh_CN');
    mount(<PanelView {...panelWith({ run: finished() })} />);
    await expect.element(page.getByRole('status')).toMatchTextContent(/^已完成/);
    await expect
      .element(page.getByRole('list', { name: '步骤' }))
      .toMatchTextContent('点击按钮 “Add to cart”');
  });
});
