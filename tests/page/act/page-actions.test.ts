import { expect, it } from 'vitest';
import { ACTIONS } from '../../../lib/actions/registry';
import { hasParameter, listParameters } from '../../../lib/actions/action-parameters';
import { findPageAction, PAGE_ACTION_NAMES } from '../../../lib/page/act/page-actions';

const ofThePage = ACTIONS.filter((action) => action.runsIn === 'page');

it('runs exactly the page actions of the vocabulary', () => {
  expect([...PAGE_ACTION_NAMES].sort()).toEqual(ofThePage.map((action) => action.name).sort());
});

it.each(ofThePage.map((action) => [action.name, action] as const))(
  '%s agrees on its element',
  (name, action) => {
    const ref = listParameters(action).find((parameter) => parameter.name === 'ref');
    const needs = ref ? (ref.required ? 'required' : 'optional') : 'none';
    expect(findPageAction(name)?.element).toBe(needs);
    expect(hasParameter(action, 'ref')).toBe(needs !== 'none');
  },
);
