import { describe, expect, it } from 'vitest';
import { fillForm } from '../../lib/actions/fill-form';
import { definitionWith, TYPES_AND_CHECKS } from '../actions/several-elements';
import { judgeAction, makeTarget } from './judge-input';

const PLAIN = makeTarget({ role: 'textbox', name: 'City', tag: 'input', inputType: 'text' });
const PASSWORD = makeTarget({ role: 'textbox', name: 'Password', tag: 'input', inputType: 'password' });
const BOX = makeTarget({ role: 'checkbox', name: 'Agree', tag: 'input', inputType: 'checkbox' });
const DELETE = makeTarget({ name: 'Delete everything' });
const DROP = definitionWith({ refs: ['ref', 'to'] });

function judgeMany(definition = DROP, ...[target, ...others]: ReturnType<typeof makeTarget>[]) {
  return judgeAction('click', { ref: 'e1', to: 'e2' }, target, { definition, others });
}

describe('choose', () => {
  const list = makeTarget({ role: 'combobox', name: 'Do', tag: 'div' });
  it.each(['Delete account', 'More / Delete account'])('asks about pressing what says %j', (text) => {
    expect(judgeAction('choose', { ref: 'e1', text }, list)).toMatchObject({
      decision: 'ask',
      risk: 'sends',
    });
  });
  it('asks nobody about a native select, or an ordinary choice', () => {
    const select = makeTarget({ role: 'combobox', name: 'Do', tag: 'select' });
    expect(judgeAction('choose', { ref: 'e1', text: 'Delete account' }, select).decision).toBe('allow');
    expect(judgeAction('choose', { ref: 'e1', text: 'France' }, list).decision).toBe('allow');
  });
});

describe('an action on several elements', () => {
  it('is judged on each of them', () => {
    expect(judgeMany(DROP, PLAIN, BOX).decision).toBe('allow');
    expect(judgeMany(DROP, PLAIN, DELETE)).toMatchObject({ decision: 'ask', risk: 'sends' });
    expect(judgeMany(DROP, DELETE, PLAIN)).toMatchObject({ decision: 'ask', risk: 'sends' });
  });

  it('gives each reason once', () => {
    expect(judgeMany(DROP, DELETE, DELETE).reasons).toEqual(judgeMany(DROP, DELETE).reasons);
  });

  it('is refused when one of its parts is', () => {
    expect(judgeMany(TYPES_AND_CHECKS, PLAIN, BOX).decision).toBe('allow');
    expect(judgeMany(TYPES_AND_CHECKS, PASSWORD, BOX)).toMatchObject({
      decision: 'deny',
      risk: 'credentials',
    });
  });

  it('is asked about when a part has no element that was found', () => {
    expect(judgeMany(TYPES_AND_CHECKS, PLAIN).decision).toBe('allow');
    const three = {
      ...TYPES_AND_CHECKS,
      parts: () => [...(TYPES_AND_CHECKS.parts?.({}, []) ?? [])].reverse(),
    };
    expect(judgeMany(three, PLAIN)).toMatchObject({ decision: 'ask', risk: 'sends' });
  });

  it('takes origins of all into account', () => {
    const elsewhere = { ...PLAIN, origin: 'https://other.example' };
    expect(judgeMany(DROP, PLAIN, elsewhere)).toMatchObject({
      decision: 'ask',
      addsOrigin: 'https://other.example',
    });
  });
});

describe('fill_form', () => {
  const judgeForm = (
    fields: { ref: string; value: unknown }[],
    ...targets: ReturnType<typeof makeTarget>[]
  ) => judgeAction('fill_form', { fields }, targets[0], { others: targets.slice(1) });
  const two = (value: unknown) => [
    { ref: 'e1', value: 'Ada' },
    { ref: 'e2', value },
  ];

  it('is as risky as each of its fields would be alone', () => {
    expect(judgeForm(two('Rome'), PLAIN, PLAIN).decision).toBe('allow');
    expect(judgeForm(two(true), PLAIN, BOX).decision).toBe('allow');
    expect(judgeForm(two('hunter2'), PLAIN, PASSWORD)).toMatchObject({
      decision: 'deny',
      risk: 'credentials',
    });
    const list = makeTarget({ role: 'combobox', name: 'Do', tag: 'div' });
    expect(judgeForm(two('Delete account'), PLAIN, list)).toMatchObject({ decision: 'ask', risk: 'sends' });
    expect(judgeForm(two('Delete account'), PLAIN, PLAIN).decision).toBe('allow');
  });

  it('judges a box that is ticked in words as one that is ticked', () => {
    const nameOf = (value: string | boolean) =>
      fillForm.parts?.({ fields: [{ ref: 'e1', value }] }, [BOX])[0]?.definition.name;
    expect([nameOf('true'), nameOf(true), nameOf('yes')]).toEqual(['set_checked', 'set_checked', 'choose']);
  });

  it('is asked about when a field was not found', () => {
    expect(judgeForm(two('Rome'), PLAIN).decision).toBe('ask');
  });
});
