import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../../lib/actions/registry';
import { validateCall } from '../../lib/actions/validate-call';
import type { Fingerprint } from '../../lib/trajectories/fingerprint';

const target: Fingerprint = {
  role: 'button',
  name: 'Pay',
  tag: 'button',
  attributes: {},
  within: [],
  nth: 0,
  of: 1,
};

function messageOf(name: string, args: Record<string, unknown>): string {
  const checked = validateCall({ name, args });
  return checked.ok ? 'ok' : `${checked.failure.code}: ${checked.failure.message}`;
}

describe('validateCall', () => {
  it('accepts a good call and returns definition and arguments', () => {
    const checked = validateCall({ name: 'type_text', args: { ref: 'f2e7', text: 'Ada', submit: true } });
    expect(checked).toMatchObject({
      ok: true,
      definition: { name: 'type_text' },
      args: { ref: 'f2e7', text: 'Ada' },
    });
  });

  it('takes null for "not given"', () => {
    expect(validateCall({ name: 'click', args: { ref: 'e1', button: null, double: null } })).toMatchObject({
      ok: true,
      args: { ref: 'e1' },
    });
  });

  it('lets a fingerprint stand for the ref', () => {
    const checked = validateCall({ name: 'click', args: { double: true }, target });
    expect(checked).toMatchObject({ ok: true });
    expect(checked.ok && checked.args).toEqual({ double: true });
    expect(validateCall({ name: 'navigate', args: { url: 'https://a.test/' }, target }).ok).toBe(false);
  });

  it('tells the planner how to repair a call', () => {
    expect(messageOf('click', { reff: 'e1' })).toMatchInlineSnapshot(
      `"bad-arguments: click was not run: ref: invalid input: expected string, received undefined; unrecognized key: "reff". It takes {ref, button?, double?, modifiers?}; call it again with valid arguments."`,
    );
    expect(messageOf('click', { ref: 12 })).toMatchInlineSnapshot(
      `"bad-arguments: click was not run: ref: invalid input: expected string, received number. It takes {ref, button?, double?, modifiers?}; call it again with valid arguments."`,
    );
    expect(messageOf('click', { ref: 'the button' })).toMatchInlineSnapshot(
      `"bad-arguments: click was not run: ref: expected a ref of the observation such as e12 or f2e7. It takes {ref, button?, double?, modifiers?}; call it again with valid arguments."`,
    );
    expect(messageOf('set_checked', { ref: 'e1', checked: 'yes' })).toMatchInlineSnapshot(
      `"bad-arguments: set_checked was not run: checked: invalid input: expected boolean, received string. It takes {ref, checked}; call it again with valid arguments."`,
    );
    expect(messageOf('select_option', { ref: 'e1', options: [] })).toMatchInlineSnapshot(
      `"bad-arguments: select_option was not run: options: too small: expected array to have >=1 items. It takes {ref, options}; call it again with valid arguments."`,
    );
    expect(messageOf('wait_for', {})).toMatchInlineSnapshot(
      `"bad-arguments: wait_for was not run: give text, gone or seconds. It takes {text?, gone?, seconds?}; call it again with valid arguments."`,
    );
    expect(messageOf('wait_for', { seconds: 31 })).toMatchInlineSnapshot(
      `"bad-arguments: wait_for was not run: seconds: too big: expected number to be <=30. It takes {text?, gone?, seconds?}; call it again with valid arguments."`,
    );
    expect(messageOf('navigate', { url: 'shop' })).toMatchInlineSnapshot(
      `"bad-arguments: navigate was not run: url: expected an absolute URL such as https://example.com/page. It takes {url}; call it again with valid arguments."`,
    );
    expect(messageOf('update_plan', { items: [{ text: 'a', state: 'open' }] })).toMatchInlineSnapshot(
      `"bad-arguments: update_plan was not run: items.0.state: invalid option: expected one of "todo"|"doing"|"done"|"skipped". It takes {items}; call it again with valid arguments."`,
    );
    expect(messageOf('fly', {})).toMatchInlineSnapshot(
      `"unknown-action: There is no action "fly". The actions are: click, click_at, draw_path, type_text, choose, fill_form, select_option, set_date, set_checked, set_value, upload_file, press_keys, hover, drag, scroll, read_page, find_text, expand, extract, collect, wait_for, take_screenshot, download, answer_dialog, navigate, go_back, go_forward, reload, open_tab, switch_tab, close_tab, ask_user, update_plan, finish."`,
    );
  });

  it('never throws and never lets a key through that is not declared', () => {
    const names = fc.constantFrom(...ACTIONS.map((action) => action.name));
    fc.assert(
      fc.property(names, fc.dictionary(fc.string(), fc.jsonValue()), (name, args) => {
        const checked = validateCall({ name, args });
        if (checked.ok)
          expect(Object.keys(args).length).toBeGreaterThanOrEqual(Object.keys(checked.args).length);
        else expect(checked.failure.message.length).toBeLessThan(2000);
      }),
    );
  });
});

describe('describe', () => {
  it('names the key and the values of the sentence that the user approves', () => {
    const sentence = (name: string, args: Record<string, unknown>, element?: string) => {
      const checked = validateCall({ name, args });
      if (!checked.ok) throw new Error(checked.failure.message);
      const { key, params } = checked.definition.describe(checked.args, element);
      return `${key} ${JSON.stringify(params)}`;
    };
    expect(sentence('click', { ref: 'e1' }, 'button "Pay"')).toBe(
      'action.click {"target":"button \\"Pay\\""}',
    );
    expect(sentence('click', { ref: 'e1', double: true })).toBe('action.click_double {"target":"e1"}');
    expect(sentence('type_text', { ref: 'e1', text: '' })).toContain('action.type_text_clear');
    expect(sentence('type_text', { ref: 'e1', text: 'x'.repeat(500) }).length).toBeLessThan(200);
    expect(sentence('scroll', { ref: 'e3' })).toBe('action.scroll_to {"target":"e3"}');
    expect(sentence('scroll', {})).toBe('action.scroll_down {}');
    expect(sentence('wait_for', { gone: 'Loading' })).toBe('action.wait_for_gone {"text":"Loading"}');
  });
});

describe('fill_form', () => {
  const fields = [
    { ref: 'e1', value: 'a@b.c' },
    { ref: 'e2', value: 'hunter2' },
    { ref: 'e3', value: true },
  ];

  it('names fields and values in its sentence, secrets apart', () => {
    const checked = validateCall({ name: 'fill_form', args: { fields } });
    if (!checked.ok) throw new Error(checked.failure.message);
    const elements = [
      { name: 'textbox "Mail"', secret: false },
      { name: 'textbox "Password"', secret: true },
      { name: 'checkbox "News"', secret: false },
    ];
    const { params } = checked.definition.describe(checked.args, undefined, elements);
    expect(params['fields']).toBe('Mail: “a@b.c” · Password: ••• · News: ✓');
  });

  it('takes fields of one frame only', () => {
    const apart = [...fields, { ref: 'f2e4', value: 'x' }];
    expect(messageOf('fill_form', { fields: apart })).toContain('its elements are in different frames');
  });
});
