import { expect, it } from 'vitest';
import { ACTIONS } from '../../../lib/actions/registry';
import { listParameters } from '../../../lib/actions/action-parameters';
import { findPageAction, PAGE_ACTION_NAMES } from '../../../lib/page/act/page-actions';

const ofThePage = ACTIONS.filter((action) => action.runsIn === 'page');

it('runs exactly the page actions of the vocabulary', () => {
  expect([...PAGE_ACTION_NAMES].sort()).toEqual(ofThePage.map((action) => action.name).sort());
});

it.each(ofThePage.map((action) => [action.name, action] as const))(
  '%s agrees on its element',
  (name, action) => {
    const ref = listParameters(action).find((parameter) => parameter.name === 'ref');
    // The first of elements that stand elsewhere among the arguments is handed over like a `ref`.
    const elsewhere = action.refs?.some((path) => path !== 'ref') ? 'optional' : 'none';
    const needs = ref ? (ref.required ? 'required' : 'optional') : elsewhere;
    expect(findPageAction(name)?.element).toBe(needs);
  },
);
