import { page, userEvent } from 'vitest/browser';
import { beforeEach, expect, test, vi } from 'vitest';
import { EndpointHelp } from '../../../components/endpoint-help';
import { readContext } from '../../../components/settings/context-field';
import { filterModels, MOST_OPTIONS } from '../../../components/settings/model-options';
import { readPrice } from '../../../components/settings/price-form';
import type {
  ConnectionResult,
  SettingsProps,
  SettingsValues,
} from '../../../components/settings/settings-props';
import { SettingsView } from '../../../components/settings/settings-view';
import { systemOf } from '../../../components/this-machine';
import { mount } from './mount';
import { settingsProps } from './settings-fixture';
import { useLocale } from './use-locale';

beforeEach(() => useLocale('en'));

const CHAT: Partial<SettingsValues> = {
  planner: 'chat-model',
  baseUrl: 'https://api.example/v1',
  model: 'big',
};

function show(change: Partial<SettingsProps> = {}, values: Partial<SettingsValues> = CHAT) {
  const props = settingsProps(change);
  return mount(<SettingsView {...props} settings={{ ...props.settings, ...values }} />);
}

const model = () => page.getByLabelText('Model', { exact: true });
const listed = () => page.getByRole('listbox', { name: 'Models' });
const options = () =>
  listed()
    .getByRole('option')
    .elements()
    .map((option) => option.textContent);

const LISTED = [
  {
    id: 'maker/large',
    contextTokens: 200_000,
    images: true,
    price: { prompt: 3, cached: 0.3, completion: 15 },
  },
  { id: 'maker/small', contextTokens: 8192, price: { prompt: 0, completion: 0 } },
  { id: 'other/plain' },
];

test('the endpoint’s models are listed when asked for, with context and price, and one is picked with the keys', async () => {
  const onListModels = vi.fn((_: SettingsValues) => Promise.resolve({ ok: true as const, models: LISTED }));
  show({ onListModels });
  expect(onListModels).not.toHaveBeenCalled();
  await userEvent.click(page.getByRole('button', { name: 'List models' }));
  await expect.element(page.getByText(/^3 models/)).toBeVisible();
  await userEvent.click(model());
  expect(options()).toEqual([
    'maker/large200K context · sees pictures · $3.00 read, $0.30 read from cache, $15.00 written, per million tokens',
    'maker/small8.2K context · free',
    'other/plain',
  ]);
  await userEvent.fill(model(), 'MAKER s');
  expect(options()).toHaveLength(1);
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.element(model()).toHaveValue('maker/small');
  expect(options()).toHaveLength(0);
  await userEvent.keyboard('{ArrowDown}');
  expect(options()).toHaveLength(3);
  await userEvent.keyboard('{Escape}');
  expect(options()).toHaveLength(0);
});

test('a model is picked with the pointer; a name of one’s own stays as it is typed', async () => {
  show({ onListModels: () => Promise.resolve({ ok: true, models: LISTED }) });
  await userEvent.click(page.getByRole('button', { name: 'List models' }));
  await userEvent.click(model());
  await userEvent.click(listed().getByRole('option', { name: /other/ }));
  await expect.element(model()).toHaveValue('other/plain');
  await userEvent.fill(model(), 'my-own');
  await userEvent.keyboard('{Enter}');
  await expect.element(model()).toHaveValue('my-own');
});

test('a list that is empty or cannot be had is said in words', async () => {
  show();
  await userEvent.click(page.getByRole('button', { name: 'List models' }));
  await expect.element(page.getByText(/does not list its models/)).toBeVisible();
});

test('a failed list says why, and what to do about a server of one’s own', async () => {
  const failure = {
    code: 'endpoint-unreachable',
    message: '',
    params: { endpoint: 'http://localhost:11434/v1' },
  };
  show({ onListModels: () => Promise.resolve({ ok: false, failure }) });
  await userEvent.click(page.getByRole('button', { name: 'List models' }));
  await expect.element(page.getByText(/Nothing answers at http:\/\/localhost:11434/)).toBeVisible();
  await userEvent.click(page.getByText('What to do'));
  await expect.element(page.getByText(/OLLAMA_ORIGINS/).first()).toBeVisible();
});

test('filtering keeps the endpoint’s order, and long lists are cut where the next letter helps more', () => {
  expect(filterModels(LISTED, ' small  maker ').map(({ id }) => id)).toEqual(['maker/small']);
  expect(filterModels(LISTED, '')).toHaveLength(3);
  expect(MOST_OPTIONS).toBeLessThan(100);
});

const REPORT: ConnectionResult & { ok: true } = {
  ok: true,
  models: [],
  capabilities: { toolCalls: false, streaming: true, jsonSchema: true, images: true, contextTokens: 4096 },
  requests: 4,
  usage: { promptTokens: 380, cachedTokens: 0, completionTokens: 20 },
};

test('a test tells what it tries, then what the model can do, a line each, and what it took', async () => {
  let end: (report: ConnectionResult) => void = () => undefined;
  const onTest: SettingsProps['onTest'] = (_, onStage) => {
    onStage('images');
    return new Promise((resolve) => (end = resolve));
  };
  show({ onTest });
  await userEvent.click(page.getByRole('button', { name: 'Test connection' }));
  await expect.element(page.getByText('Showing a picture…')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Test connection' })).toBeDisabled();
  end(REPORT);
  await expect.element(page.getByText('It answers. The test took 4 requests and 400 tokens.')).toBeVisible();
  const list = page.getByRole('list', { name: 'What the model can do' });
  const lines = list
    .getByRole('listitem')
    .elements()
    .map((line) => line.textContent);
  expect(lines).toEqual([
    'No tool calls: Errand asks for JSON instead.',
    'Keeps to a JSON schema.',
    'Streams: its words appear as they come.',
    'Sees pictures: tick “Model sees images” to have them sent.',
    'Can read 4.1K tokens at once.',
  ]);
});

test('a test can be stopped, and what came of it is not about another model', async () => {
  const signals: AbortSignal[] = [];
  const onTest: SettingsProps['onTest'] = (_, __, signal) => {
    signals.push(signal);
    return new Promise((resolve) => {
      const failure = { code: 'aborted', message: '' };
      signal.addEventListener('abort', () => resolve({ ok: false, failure, models: [] }));
    });
  };
  show({ onTest });
  await userEvent.click(page.getByRole('button', { name: 'Test connection' }));
  await userEvent.click(page.getByRole('button', { name: 'Stop test' }));
  expect(signals[0]?.aborted).toBe(true);
  await expect.element(page.getByText('It was stopped.')).toBeVisible();
  await userEvent.fill(model(), 'another');
  expect(page.getByText('It was stopped.').elements()).toHaveLength(0);
});

test('what an earlier test showed is there again, and the user’s word on the context goes first', async () => {
  const onContextTokens = vi.fn();
  const found = { toolCalls: true, contextTokens: 4096 };
  const known = [{ baseUrl: 'https://api.example/v1', model: 'big', found }];
  show({ known, onContextTokens });
  await expect.element(page.getByText('Takes tool calls.')).toBeVisible();
  const context = page.getByLabelText('Context size (tokens)');
  await expect.element(context).toHaveAttribute('placeholder', '4096');
  await userEvent.fill(context, 'a lot');
  await userEvent.click(page.getByRole('button', { name: 'Save' }));
  await expect.element(page.getByRole('alert')).toMatchTextContent(/whole number from 1024/);
  expect(onContextTokens).not.toHaveBeenCalled();
  await userEvent.fill(context, '32k');
  await userEvent.click(page.getByRole('button', { name: 'Save' }));
  expect(onContextTokens).toHaveBeenCalledExactlyOnceWith('https://api.example/v1', 'big', 32_000);
});

test.each([
  ['32000', 32_000],
  ['128k', 128_000],
  ['1,000,000', 1_000_000],
  ['1M', 1_000_000],
  ['', undefined],
])('the context size "%s" is read as %s', (text, value) => {
  expect(readContext(text)).toEqual({ ok: true, value });
});

test.each(['12', '-4000', 'much', '1e9', '4k5'])('the context size "%s" is refused', (text) => {
  expect(readContext(text)).toEqual({ ok: false });
});

test('prices are added, changed and removed by the user; one told by the endpoint says so', async () => {
  const onPrices = vi.fn();
  const listed = { baseUrl: 'https://router.example/v1', model: 'maker/large', prompt: 3, completion: 15 };
  const prices = [{ ...listed, source: 'endpoint' as const }];
  show({ prices, onPrices });
  await expect
    .element(page.getByText('$3.00 read, $15.00 written, per million tokens · told by the endpoint'))
    .toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Add a price' }));
  await expect.element(page.getByLabelText('Name of the model')).toHaveValue('big');
  await userEvent.fill(page.getByLabelText('Read', { exact: true }), '0,25');
  await userEvent.click(page.getByRole('button', { name: 'Keep price' }));
  await expect.element(page.getByRole('alert')).toBeVisible();
  await userEvent.fill(page.getByLabelText('Written'), '$2');
  await userEvent.click(page.getByRole('button', { name: 'Keep price' }));
  const added = {
    baseUrl: 'https://api.example/v1',
    model: 'big',
    prompt: 0.25,
    completion: 2,
    source: 'user',
  };
  expect(onPrices).toHaveBeenLastCalledWith([...prices, added]);
  await userEvent.click(page.getByRole('button', { name: /Change the price of maker\/large/ }));
  await userEvent.fill(page.getByLabelText('From cache'), '0.3');
  await userEvent.click(page.getByRole('button', { name: 'Keep price' }));
  expect(onPrices).toHaveBeenLastCalledWith([{ ...listed, cached: 0.3, source: 'user' }]);
  await userEvent.click(page.getByRole('button', { name: /Remove the price of maker\/large/ }));
  expect(onPrices).toHaveBeenLastCalledWith([]);
});

test.each([
  ['0.25', 0.25],
  ['$ 1,5', 1.5],
  ['.1', 0.1],
  ['', undefined],
  ['free', undefined],
  ['-1', undefined],
])('the price "%s" is read as %s', (text, usd) => {
  expect(readPrice(text)).toBe(usd);
});

const machine = (system: 'linux' | 'mac' | 'windows') => ({
  system,
  extensionOrigin: 'chrome-extension://abc',
});

test.each([
  ['mac', 'launchctl setenv OLLAMA_ORIGINS "chrome-extension://abc"'],
  ['windows', 'setx OLLAMA_ORIGINS "chrome-extension://abc"'],
  ['linux', 'Environment="OLLAMA_ORIGINS=chrome-extension://abc"'],
] as const)('Ollama that refuses the extension is told what to allow, on %s', async (system, command) => {
  const failure = { code: 'origin-refused', message: '', params: { endpoint: 'http://localhost:11434/v1' } };
  const root = mount(<EndpointHelp failure={failure} open machine={machine(system)} />);
  await expect.element(page.getByText('What to do')).toBeVisible();
  expect(root.querySelector('pre')?.textContent).toContain(command);
});

test.each([
  ['http://localhost:1234/v1', 'lms server start --cors'],
  ['http://gpu.lan:8000/v1', '--allowed-origins \'["chrome-extension://abc"]\''],
  ['http://127.0.0.1:8080/v1', 'llama-server'],
  ['http://192.168.1.7:9999/v1', 'chrome-extension://abc'],
])('the help for %s has what to type', (endpoint, words) => {
  const failure = { code: 'endpoint-unreachable', message: '', params: { endpoint } };
  const root = mount(<EndpointHelp failure={failure} open machine={machine('linux')} />);
  expect(root.textContent).toContain(words);
});

test('hosted endpoints, and failures of another kind, get no such help', () => {
  const unreachable = {
    code: 'endpoint-unreachable',
    message: '',
    params: { endpoint: 'https://api.example/v1' },
  };
  expect(mount(<EndpointHelp failure={unreachable} />).textContent).toBe('');
  const key = { code: 'wrong-key', message: '', params: { endpoint: 'http://localhost:11434/v1' } };
  expect(mount(<EndpointHelp failure={key} />).textContent).toBe('');
});

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36', 'linux'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 'mac'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64)', 'windows'],
] as const)('%s is told by its name', (userAgent, system) => {
  expect(systemOf(userAgent)).toBe(system);
});
