import type { Page } from '@playwright/test';
import { findRef } from './find-ref.ts';

/** The same action as page-agent has it. */
export type PageAgentAct =
  | { act: 'click' }
  | { act: 'input'; text: string }
  | { act: 'select'; option: string }
  | { act: 'scroll'; down: boolean };

/** One step of a task: an action on what stands there by then. */
export interface BenchStep {
  kind: string;
  /** Role and name as the observation has them; absent: the action has no element. */
  target?: [role: string, name: string | RegExp];
  name: string;
  args?: Record<string, unknown>;
  /** Absent: page-agent's controller has nothing like it. */
  pageAgent?: PageAgentAct;
  /** Leads to another document. */
  leaves?: boolean;
}

export interface BenchTask {
  name: string;
  /** Where the tab stands before it. */
  path: string;
  steps: BenchStep[];
}

type Target = [role: string, name: string | RegExp];

const follow = (name: string | RegExp): BenchStep => ({
  ...press('click, another page', ['link', name]),
  leaves: true,
});
const submit = (name: string | RegExp): BenchStep => ({
  ...press('click, form sent', ['button', name]),
  leaves: true,
});
const inPlace = (role: string, name: string | RegExp): BenchStep => press('click in place', [role, name]);

function press(kind: string, target: Target): BenchStep {
  return { kind, target, name: 'click', pageAgent: { act: 'click' } };
}

function type(target: Target, text: string): BenchStep {
  return { kind: 'type_text', target, name: 'type_text', args: { text }, pageAgent: { act: 'input', text } };
}

function search(target: Target, text: string): BenchStep {
  return {
    kind: 'type_text, submitted',
    target,
    name: 'type_text',
    args: { text, submit: true },
    leaves: true,
  };
}

function select(name: string, option: string): BenchStep {
  return {
    kind: 'select_option',
    target: ['combobox', name],
    name: 'select_option',
    args: { options: [option] },
    pageAgent: { act: 'select', option },
  };
}

/** A list that is not the browser's own; page-agent has only clicks for it. */
function pick(target: Target, option: string): BenchStep {
  return { kind: 'select_option, custom', target, name: 'select_option', args: { options: [option] } };
}

function check(target: Target): BenchStep {
  return {
    kind: 'set_checked',
    target,
    name: 'set_checked',
    args: { checked: true },
    pageAgent: { act: 'click' },
  };
}

function scroll(direction: 'down' | 'up'): BenchStep {
  return {
    kind: 'scroll',
    name: 'scroll',
    args: { direction },
    pageAgent: { act: 'scroll', down: direction === 'down' },
  };
}

function hover(target: Target): BenchStep {
  return { kind: 'hover', target, name: 'hover' };
}

function go(kind: string, args: Record<string, unknown> = {}): BenchStep {
  return { kind, name: kind, args };
}

/** What a person would have done on the practice site, one action at a time. */
export const TASKS: readonly BenchTask[] = [
  {
    name: 'shop',
    path: '/shop',
    steps: [
      scroll('down'),
      scroll('up'),
      search(['searchbox', 'Search the shop'], 'kettle'),
      {
        ...select('Sort by', 'Price: low to high'),
        kind: 'select_option, another page',
        leaves: true,
      },
      check(['checkbox', 'In stock only']),
      submit('Apply filters'),
      follow('Drift Travel Kettle'),
      type(['spinbutton', 'Quantity'], '2'),
      submit('Add to cart'),
      follow('View cart'),
      type(['spinbutton', 'Quantity of Drift Travel Kettle'], '3'),
      submit('Update quantity of Drift Travel Kettle'),
      follow('Go to checkout'),
      type(['textbox', 'Full name'], 'Ada Lovelace'),
      type(['textbox', 'Email'], 'ada@example.org'),
      type(['textbox', 'Street and number'], '12 St James Square'),
      type(['textbox', 'Postcode'], 'SW1Y'),
      type(['textbox', 'City'], 'London'),
      select('Country', 'United Kingdom'),
      check(['radio', /^Express, next day/]),
      submit('Continue to payment'),
      check(['radio', 'Invoice, 14 days']),
      check(['checkbox', 'I agree to the terms and conditions']),
      submit('Place order'),
      follow('Continue shopping'),
    ],
  },
  {
    name: 'settings',
    path: '/settings',
    steps: [
      type(['textbox', 'Display name'], 'Ada'),
      type(['textbox', 'About me'], 'I like tea.'),
      select('Language', 'German'),
      check(['checkbox', 'Newsletter']),
      check(['radio', 'Dark']),
      type(['spinbutton', 'People in the household'], '3'),
      pick(['combobox', 'Home city'], 'Porto'),
      pick(['button', /^Currency/], 'British pound'),
      check(['switch', 'Two-step login']),
      type(['textbox', 'Nickname'], 'Countess'),
      hover(['button', 'Help']),
      type(['textbox', 'Signature'], 'Yours, Ada'),
      inPlace('tab', 'Offers'),
      inPlace('button', 'What is stored?'),
      scroll('down'),
      inPlace('button', 'Close account'),
      inPlace('button', 'Keep account'),
      submit('Save settings'),
    ],
  },
  {
    name: 'mail',
    path: '/inbox',
    steps: [
      inPlace('button', /^Star: Dinner on Friday/),
      follow(/Dinner on Friday/),
      type(['textbox', 'Your reply'], 'Yes, gladly.'),
      submit('Send reply'),
      submit(/^Archive: Dinner on Friday/),
      follow('Starred'),
      { ...go('go_back'), leaves: true },
      follow('Compose'),
      type(['textbox', 'To'], 'grace@example.org'),
      type(['textbox', 'Subject'], 'Dinner'),
      type(['textbox', 'Message'], 'Shall we say eight?'),
      follow('Discard'),
    ],
  },
  {
    name: 'invoices',
    path: '/invoices',
    steps: [
      inPlace('button', 'Details of INV-00001'),
      inPlace('button', /^Mark INV-0000\d as paid/),
      scroll('down'),
      go('find_text', { text: 'Hypatia Alexandria' }),
    ],
  },
];

/** The call that a model would have made of the text that it sees. */
export function callOf(step: BenchStep, text: string): { name: string; args: Record<string, unknown> } {
  const ref = step.target === undefined ? {} : { ref: findRef(text, ...step.target) };
  return { name: step.name, args: { ...ref, ...step.args } };
}

/** The same element as Playwright finds it. */
export function locate(page: Page, [role, name]: Target) {
  const exact = typeof name === 'string';
  const found = page.getByRole(role as Parameters<Page['getByRole']>[0], { name, exact });
  return found.first();
}
