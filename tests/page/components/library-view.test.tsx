import { page, userEvent } from 'vitest/browser';
import { beforeEach, expect, test, vi } from 'vitest';
import type { LibraryProps } from '../../../components/library/library-props';
import { LibraryView } from '../../../components/library/library-view';
import type { RunSummary } from '../../../lib/trajectories/run-summary';
import { event, finished, STARTED_AT } from './fixtures';
import { mount } from './mount';
import { useLocale } from './use-locale';

function run(id: string, title: string, status: RunSummary['status']): RunSummary {
  const usage = { promptTokens: 4000, cachedTokens: 0, completionTokens: 100 };
  return {
    id,
    title,
    status,
    site: 'shop.example',
    planner: { kind: 'rules' },
    startedAt: STARTED_AT,
    steps: 8,
    usage,
    tabs: [],
  };
}

const RUNS = [run('run-1', 'Buy a kettle', 'done'), run('run-2', 'Read the inbox', 'paused')];

function propsWith(change: Partial<LibraryProps> = {}): LibraryProps {
  return {
    runs: RUNS,
    recipes: [],
    today: '2026-11-30',
    onOpenSpending: () => undefined,
    onOpen: () => undefined,
    onDelete: () => undefined,
    onDeleteRecipe: () => undefined,
    readExport: () => Promise.resolve({ fileName: 'errand-run-1.json', json: '{}' }),
    onDownload: () => undefined,
    readText: () => Promise.resolve('page "Shop"'),
    onOpenSettings: () => undefined,
    ...change,
  };
}

function open(): Partial<LibraryProps> {
  const { state } = finished();
  const observed = event(0, {
    type: 'observed',
    tabId: 1,
    url: 'https://shop.example/',
    title: 'Shop',
    text: 'hash-of-text',
    frames: [],
    elements: 400,
    ms: 12,
  });
  const ended = event(1, { type: 'run-finished', success: true, answer: 'Bought.' });
  return { openId: 'run-1', open: { state, events: [observed, ended] } };
}

beforeEach(async () => {
  useLocale('en');
  await page.viewport(1200, 800);
});

test('lists runs with their state in words, and filters them', async () => {
  mount(<LibraryView {...propsWith()} />);
  const list = page.getByRole('list', { name: 'Runs' });
  await expect
    .element(list.getByRole('listitem').nth(1))
    .toMatchTextContent(/Read the inbox.*Paused · shop\.example.*8 steps · 4\.1K tokens/);
  await userEvent.fill(page.getByRole('searchbox', { name: 'Filter' }), 'KETTLE done');
  await vi.waitFor(() => expect(list.getByRole('listitem').elements()).toHaveLength(1));
  await userEvent.fill(page.getByRole('searchbox', { name: 'Filter' }), 'nothing like this');
  await expect.element(page.getByText('Nothing matches.')).toBeVisible();
});

test('says what an empty library is for', async () => {
  mount(<LibraryView {...propsWith({ runs: [] })} />);
  await expect.element(page.getByText(/No runs yet/)).toBeVisible();
});

test('opens a run', async () => {
  const onOpen = vi.fn();
  mount(<LibraryView {...propsWith({ onOpen })} />);
  await userEvent.click(page.getByText('Buy a kettle'));
  expect(onOpen).toHaveBeenCalledExactlyOnceWith('run-1');
});

test('a run that is gone is said', async () => {
  mount(<LibraryView {...propsWith({ openId: 'x', open: 'missing' })} />);
  await expect.element(page.getByText('This run is not here any more.')).toBeVisible();
});

test('the timeline shows each event, its record and the text that the planner read', async () => {
  const readText = vi.fn(() => Promise.resolve('page "Shop" https://shop.example/'));
  mount(<LibraryView {...propsWith({ ...open(), readText })} />);
  const rows = page.getByRole('list', { name: 'Timeline' }).getByRole('listitem');
  await expect.element(rows.nth(1)).toMatchTextContent(/End.*Bought\./);
  await userEvent.click(rows.nth(0).getByText('Page read'));
  await userEvent.click(page.getByRole('button', { name: 'Show what the planner read' }));
  expect(readText).toHaveBeenCalledExactlyOnceWith('hash-of-text');
  await expect.element(page.getByText('page "Shop" https://shop.example/')).toBeVisible();
});

test('Export opens a dialog that tells the file and saves it', async () => {
  const onDownload = vi.fn();
  mount(<LibraryView {...propsWith({ ...open(), onDownload })} />);
  await userEvent.click(page.getByRole('button', { name: 'Export' }));
  await expect.element(page.getByText(/errand-run-1\.json/)).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Download' }));
  expect(onDownload).toHaveBeenCalledExactlyOnceWith({ fileName: 'errand-run-1.json', json: '{}' });
});

test('a run is deleted only after a second word', async () => {
  const onDelete = vi.fn();
  mount(<LibraryView {...propsWith({ ...open(), onDelete })} />);
  await userEvent.click(page.getByRole('button', { name: 'Delete' }));
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Delete' }));
  expect(onDelete).toHaveBeenCalledExactlyOnceWith('run-1');
});
