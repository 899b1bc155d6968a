import { signal } from '@preact/signals';
import { page, userEvent } from 'vitest/browser';
import { beforeEach, expect, test, vi } from 'vitest';
import type {
  BuiltinModelStatus,
  SettingsProps,
  SettingsValues,
} from '../../../components/settings/settings-props';
import { SettingsView } from '../../../components/settings/settings-view';
import { mount } from './mount';
import { settingsProps, UNSET } from './settings-fixture';
import { useLocale } from './use-locale';

const planner = () => page.getByLabelText('Planner', { exact: true });

beforeEach(() => useLocale('en'));

test('nothing is asked for while the built-in rules plan', async () => {
  mount(<SettingsView {...settingsProps()} />);
  await expect.element(planner()).toHaveValue('rules');
  expect(page.getByLabelText('API key').elements()).toHaveLength(0);
});

test('a provider fills in the base URL when it is picked, and what was typed is saved', async () => {
  const onSave = vi.fn(() => Promise.resolve());
  mount(<SettingsView {...settingsProps({ onSave })} />);
  await userEvent.selectOptions(planner(), 'Chat model');
  await expect.element(page.getByLabelText('Base URL')).toHaveValue('');
  await userEvent.selectOptions(page.getByLabelText('Provider'), 'Ollama');
  await expect.element(page.getByLabelText('Base URL')).toHaveValue('http://localhost:11434/v1');
  await userEvent.fill(page.getByLabelText('API key', { exact: true }), 'sk-test');
  await userEvent.fill(page.getByLabelText('Model', { exact: true }), 'qwen3:8b');
  await userEvent.click(page.getByLabelText('Model sees images'));
  await userEvent.click(page.getByRole('button', { name: 'Save' }));
  expect(onSave).toHaveBeenCalledExactlyOnceWith({
    planner: 'chat-model',
    provider: 'ollama',
    baseUrl: 'http://localhost:11434/v1',
    apiKey: 'sk-test',
    model: 'qwen3:8b',
    budgets: { run: { steps: 50 }, day: {} },
    modelSeesImages: true,
  });
  await expect.element(page.getByRole('status')).toMatchTextContent(/saved/i);
});

test('the same settings read again do not undo what is being typed', async () => {
  mount(<SettingsView {...settingsProps()} />);
  await userEvent.selectOptions(planner(), 'Chat model');
  await userEvent.fill(page.getByLabelText('Base URL'), 'http://localhost:9/v1');
  mount(<SettingsView {...settingsProps({ settings: { ...UNSET } })} />);
  await expect.element(page.getByLabelText('Base URL')).toHaveValue('http://localhost:9/v1');
});

test('what is typed the moment the form is there stays', async () => {
  const onSave = vi.fn((_settings: SettingsValues) => Promise.resolve());
  mount(<SettingsView {...settingsProps({ settings: CHAT, onSave })} />);
  const budget = document.querySelector<HTMLInputElement>('#observation-budget');
  if (!budget) throw new Error('no field for the budget');
  budget.value = '400';
  budget.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await userEvent.click(page.getByRole('button', { name: 'Save' }));
  expect(onSave.mock.calls.map(([settings]) => settings.observationBudget)).toEqual([400]);
});

test('other settings from elsewhere are shown', async () => {
  mount(<SettingsView {...settingsProps({ settings: CHAT })} />);
  mount(
    <SettingsView {...settingsProps({ settings: { ...CHAT, model: 'other', observationBudget: 700 } })} />,
  );
  await expect.element(page.getByLabelText('Model', { exact: true })).toHaveValue('other');
  await expect.element(page.getByLabelText('Observation budget (tokens)')).toHaveValue('700');
});

test('the key is hidden until it is asked for', async () => {
  mount(
    <SettingsView {...settingsProps({ settings: { ...UNSET, planner: 'chat-model', apiKey: 'sk-1' } })} />,
  );
  const key = page.getByLabelText('API key', { exact: true });
  await expect.element(key).toHaveAttribute('type', 'password');
  await userEvent.click(page.getByRole('button', { name: 'Show' }));
  await expect.element(key).toHaveAttribute('type', 'text');
  await expect.element(key).toHaveValue('sk-1');
});

test('the connection is tried with what is in the form; the answer comes in words', async () => {
  const failure = { code: 'wrong-key', message: '401', params: { endpoint: 'https://api.example/v1' } };
  const onTest = vi.fn((): ReturnType<SettingsProps['onTest']> =>
    Promise.resolve({ ok: false, failure, models: [{ id: 'a-model' }] }),
  );
  const settings: SettingsValues = { ...UNSET, planner: 'chat-model', baseUrl: 'https://api.example/v1' };
  mount(<SettingsView {...settingsProps({ settings, onTest })} />);
  await userEvent.click(page.getByRole('button', { name: 'Test connection' }));
  expect(onTest).toHaveBeenCalledExactlyOnceWith(settings, expect.any(Function), expect.any(AbortSignal));
  await expect
    .element(page.getByText('https://api.example/v1 refused the API key. Check it in the settings.'))
    .toBeVisible();
  await userEvent.click(page.getByLabelText('Model', { exact: true }));
  await expect.element(page.getByRole('option', { name: 'a-model' })).toBeVisible();
});

test('a fallback model is asked for only where it is wanted, and saved with the rest', async () => {
  const onSave = vi.fn((_settings: SettingsValues) => Promise.resolve());
  mount(<SettingsView {...settingsProps({ settings: { ...UNSET, planner: 'chat-model' }, onSave })} />);
  await expect.element(page.getByLabelText('Fallback endpoint')).not.toBeInTheDocument();
  await userEvent.click(page.getByLabelText('Ask another model when this one cannot answer'));
  await userEvent.fill(page.getByLabelText('Fallback endpoint'), ' http://localhost:2/v1 ');
  await userEvent.fill(page.getByLabelText('Fallback key'), 'sk-2');
  await userEvent.fill(page.getByLabelText('Fallback model'), 'small');
  await userEvent.click(page.getByLabelText('Keep what the model thinks'));
  await userEvent.click(page.getByRole('button', { name: 'Save' }));
  expect(onSave.mock.lastCall?.[0]).toMatchObject({
    fallback: { baseUrl: 'http://localhost:2/v1', apiKey: 'sk-2', model: 'small' },
    keepThinking: true,
  });
  await expect.element(page.getByLabelText('Fallback key')).toHaveAttribute('type', 'password');
  await userEvent.click(page.getByLabelText('Ask another model when this one cannot answer'));
  await userEvent.click(page.getByRole('button', { name: 'Save' }));
  expect(onSave.mock.lastCall?.[0].fallback).toBeUndefined();
});

test.each([
  ['missing', /Built-in model: not available\. This browser has no model of its own\./],
  ['unable', /Built-in model: not available\. The browser says that it does not run on this device\./],
] as const)(
  'a built-in model that is %s cannot be chosen, and the reason is there',
  async (state, reason) => {
    mount(<SettingsView {...settingsProps({ builtinModel: { state } })} />);
    await expect.element(page.getByRole('option', { name: 'Built-in model' })).toBeDisabled();
    await expect.element(page.getByText(reason)).toBeVisible();
  },
);

test('the built-in model is chosen, downloaded with its progress shown, and saved', async () => {
  const onSave = vi.fn((_settings: SettingsValues) => Promise.resolve());
  const onDownloadModel = vi.fn();
  const status = signal<BuiltinModelStatus>({ state: 'downloadable' });
  const View = () => (
    <SettingsView {...settingsProps({ builtinModel: status.value, onDownloadModel, onSave })} />
  );
  mount(<View />);
  await userEvent.selectOptions(planner(), 'Built-in model');
  await userEvent.click(page.getByRole('button', { name: 'Download the model' }));
  expect(onDownloadModel).toHaveBeenCalledOnce();
  status.value = { state: 'downloading', share: 0.421 };
  await expect.element(page.getByText('The browser downloads its model: 42 %')).toBeVisible();
  await expect.element(page.getByRole('progressbar')).toHaveAttribute('value', '0.421');
  status.value = { state: 'download-failed' };
  await expect.element(page.getByRole('button', { name: 'Download the model' })).toBeVisible();
  status.value = { state: 'ready' };
  await expect.element(page.getByText('The model is ready.')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Save' }));
  expect(onSave.mock.lastCall?.[0].planner).toBe('builtin-model');
});

test('a standing grant can be taken back', async () => {
  const onRemoveGrant = vi.fn();
  const grant = { origin: 'https://shop.example', covers: 'sends' };
  mount(<SettingsView {...settingsProps({ grants: [grant], onRemoveGrant })} />);
  await userEvent.click(page.getByRole('button', { name: /Take back.*shop\.example/ }));
  expect(onRemoveGrant).toHaveBeenCalledExactlyOnceWith(grant);
});

test('everything is deleted only after a second word', async () => {
  const onDeleteEverything = vi.fn(() => Promise.resolve());
  mount(<SettingsView {...settingsProps({ onDeleteEverything })} />);
  await userEvent.click(page.getByRole('button', { name: 'Delete everything' }));
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Cancel' }));
  expect(onDeleteEverything).not.toHaveBeenCalled();
  await userEvent.click(page.getByRole('button', { name: 'Delete everything' }));
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Delete' }));
  expect(onDeleteEverything).toHaveBeenCalledOnce();
});

const CHAT: SettingsValues = {
  ...UNSET,
  planner: 'chat-model',
  baseUrl: 'http://localhost:1/v1',
  model: 'm',
};

test.each([
  ['2000', 2000],
  [' 2,500 ', 2500],
  ['300', 300],
  ['100000', 100_000],
  ['', undefined],
])('the observation budget "%s" is saved as %s', async (typed, saved) => {
  const onSave = vi.fn((_settings: SettingsValues) => Promise.resolve());
  mount(<SettingsView {...settingsProps({ settings: { ...CHAT, observationBudget: 900 }, onSave })} />);
  const budget = page.getByLabelText('Observation budget (tokens)');
  await expect.element(budget).toHaveValue('900');
  await userEvent.fill(budget, typed);
  await userEvent.click(page.getByRole('button', { name: 'Save' }));
  expect(onSave.mock.calls.map(([settings]) => settings.observationBudget)).toEqual([saved]);
});

test.each(['299', '100001', '1.5', 'many', '-400', '1e4', '12 34'])(
  'an observation budget of "%s" is refused in words and not saved',
  async (typed) => {
    const onSave = vi.fn(() => Promise.resolve());
    mount(<SettingsView {...settingsProps({ settings: CHAT, onSave })} />);
    const budget = page.getByLabelText('Observation budget (tokens)');
    await expect.element(budget).toHaveAttribute('placeholder', '1150');
    await userEvent.fill(budget, typed);
    await userEvent.click(page.getByRole('button', { name: 'Save' }));
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('Type a whole number from 300 to 100000, or nothing.');
    await expect.element(budget).toHaveFocus();
    expect(onSave).not.toHaveBeenCalled();
    await userEvent.fill(budget, '400');
    expect(page.getByRole('alert').elements()).toHaveLength(0);
  },
);

test('the built-in rules read whole pages at no cost: no budget is asked for', () => {
  mount(<SettingsView {...settingsProps()} />);
  expect(page.getByLabelText('Observation budget (tokens)').elements()).toHaveLength(0);
});

test('saving files is asked for in the settings, and said once it is allowed', async () => {
  const onAllowDownloads = vi.fn();
  mount(<SettingsView {...settingsProps({ onAllowDownloads })} />);
  await page.getByRole('button', { name: 'Allow saving files…' }).click();
  expect(onAllowDownloads).toHaveBeenCalledOnce();
  mount(<SettingsView {...settingsProps({ mayDownload: true })} />);
  await expect.element(page.getByText('Errand may save files and sees what is saved.')).toBeVisible();
});

test('budgets: empty is no limit, and an amount that makes no sense is not stored', async () => {
  const onSave = vi.fn((_settings: SettingsValues) => Promise.resolve());
  mount(<SettingsView {...settingsProps({ settings: CHAT, onSave })} />);
  const field = (name: string) => page.getByRole('spinbutton', { name });
  await expect.element(field('Steps per task')).toHaveValue(50);
  await userEvent.fill(field('Steps per task'), '');
  await userEvent.fill(field('US dollars per day'), '2.50');
  await userEvent.fill(field('Tokens per task'), '0');
  await userEvent.click(page.getByRole('button', { name: 'Save' }));
  expect(onSave).not.toHaveBeenCalled();
  await userEvent.fill(field('Tokens per task'), '200000');
  await userEvent.click(page.getByRole('button', { name: 'Save' }));
  expect(onSave.mock.calls[0]?.[0].budgets).toEqual({ run: { tokens: 200_000 }, day: { money: 2.5 } });
});
