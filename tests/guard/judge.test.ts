import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../../lib/actions/registry';
import { grantsFor } from '../../lib/guard/grants';
import { judge } from '../../lib/guard/judge';
import type { JudgeInput } from '../../lib/guard/judge';
import { RISKS } from '../../lib/trajectories/action';
import { targetSchema } from '../../lib/trajectories/target';
import type { Target } from '../../lib/trajectories/target';
import { verdictSchema } from '../../lib/trajectories/verdict';
import { judgeAction, judgeClick, makeTarget, SHOP } from './judge-input';

// The same cases at every run; change the seed to look further.
fc.configureGlobal({ seed: 20261122 });

const OTHER = 'https://other.example';

describe('origins', () => {
  it.each<[string, string]>([
    [`${OTHER}/x`, OTHER],
    ['https://evil.shop.example/', 'https://evil.shop.example'],
    ['https://shop.example.evil.example/', 'https://shop.example.evil.example'],
    ['http://shop.example/', 'http://shop.example'],
    ['https://shop.example:8443/', 'https://shop.example:8443'],
    ['https://shop.example\\@evil.example/', 'https://shop.example'],
    ['http://2130706433/', 'http://127.0.0.1'],
  ])('navigating to %s asks for %s unless it is of the run', (url, origin) => {
    const verdict = judgeAction('navigate', { url }, undefined, { origins: [] });
    expect(verdict).toMatchObject({
      decision: 'ask',
      risk: 'leaves-page',
      addsOrigin: origin,
      reasons: [{ key: 'guard.new-origin' }],
    });
    expect(judgeAction('navigate', { url }, undefined, { origins: [origin] }).decision).toBe('allow');
    expect(
      judgeAction('navigate', { url }, undefined, { origins: [], grants: [{ origin, covers: 'visit' }] })
        .decision,
    ).toBe('allow');
    expect(
      judgeAction('navigate', { url }, undefined, { origins: [], grants: [{ origin, covers: 'sends' }] })
        .decision,
    ).toBe('ask');
  });

  it('says when the user named the site', () => {
    const task = { text: 'compare with Other.example', attachments: [] };
    expect(judgeAction('navigate', { url: OTHER }, undefined, { task }).reasons[0]?.key).toBe(
      'guard.new-origin-named',
    );
  });

  it('asks for where a link or form leads, not only where it is', () => {
    expect(judgeClick({ tag: 'a', role: 'link', name: 'Partner', href: `${OTHER}/` })).toMatchObject({
      decision: 'ask',
      addsOrigin: OTHER,
    });
    expect(
      judgeClick({ name: 'Search', submits: { method: 'get', search: true, action: OTHER } }),
    ).toMatchObject({ addsOrigin: OTHER });
    expect(
      judgeAction('hover', { ref: 'e1' }, makeTarget({ tag: 'a', role: 'link', href: OTHER })).decision,
    ).toBe('allow');
  });

  it('asks for the frame of another origin, and for a page that the run was led to', () => {
    expect(judgeClick({ name: 'Next', origin: OTHER })).toMatchObject({ decision: 'ask', addsOrigin: OTHER });
    expect(
      judgeAction('press_keys', { keys: 'Escape' }, undefined, { pageUrl: `${OTHER}/landing` }),
    ).toMatchObject({
      decision: 'ask',
      addsOrigin: OTHER,
    });
  });

  it('names every new origin, when there are several', () => {
    const verdict = judgeClick({
      name: 'Next',
      origin: OTHER,
      submits: { action: 'https://third.example/' },
    });
    expect(verdict.reasons.map((reason) => reason.params['origin'])).toEqual(
      expect.arrayContaining([OTHER, 'https://third.example']),
    );
  });

  it('does not take a going back, or a changing of tabs, for a visit', () => {
    for (const action of ['go_back', 'go_forward', 'reload', 'close_tab', 'switch_tab']) {
      expect(
        judgeAction(action, { tab: 3 }, undefined, { pageUrl: 'chrome://newtab/', origins: [] }).decision,
      ).toBe('allow');
    }
  });
});

describe('allow on this site', () => {
  const send = { name: 'Send' };

  it('covers that class on that origin', () => {
    const grants = grantsFor(judgeClick(send), `${SHOP}/page`, makeTarget(send));
    expect(grants).toEqual([{ origin: SHOP, covers: 'sends' }]);
    expect(judgeClick(send, { grants }).decision).toBe('allow');
    expect(judgeClick({ ...send, origin: OTHER }, { grants, origins: [SHOP, OTHER] }).decision).toBe('ask');
  });

  it('does not cover another class', () => {
    const grants = [{ origin: SHOP, covers: 'sends' }];
    expect(judgeClick({ name: 'Buy now' }, { grants }).decision).toBe('ask');
    expect(judgeClick({ name: 'Log in', submits: { holds: ['one-time-code'] } }, { grants }).decision).toBe(
      'ask',
    );
  });

  it.each<[string, Parameters<typeof judgeClick>[0]]>([
    ['money', { name: 'Buy now' }],
    ['secrets', { name: 'Log in', submits: { holds: ['password'] } }],
  ])('never covers %s', (_name, facts) => {
    expect(grantsFor(judgeClick(facts), `${SHOP}/page`, makeTarget(facts))).toEqual([]);
    const grants = RISKS.map((covers) => ({ origin: SHOP, covers }));
    expect(judgeClick(facts, { grants }).decision).toBe('ask');
  });

  it('of a visit does not allow what is done there', () => {
    const verdict = judgeClick({ name: 'Send', origin: OTHER });
    const grants = [{ origin: OTHER, covers: 'visit' }];
    expect(verdict.addsOrigin).toBe(OTHER);
    expect(judgeClick({ name: 'Send', origin: OTHER }, { grants }).decision).toBe('ask');
  });
});

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('Send', 'Buy', '删除', 'Add to cart', 'Search', '支付', ''),
);
const address = fc.oneof(
  text,
  fc.webUrl(),
  fc.constantFrom('javascript:void(0)', 'data:,x', `${SHOP}/pay`, 'http://['),
);
const anySubmission = fc.record({
  action: address,
  method: fc.oneof(fc.constantFrom('get', 'post', 'dialog', 'GET'), text),
  form: text,
  holds: fc.subarray(['password' as const, 'one-time-code' as const, 'card' as const]),
  search: fc.boolean(),
});

const anyTarget: fc.Arbitrary<Target> = fc
  .record(
    {
      ref: fc.constant('e1'),
      fingerprint: fc.record({
        role: fc.oneof(fc.constantFrom('button', 'link', 'textbox', 'row', 'radio'), text),
        name: text,
        tag: fc.oneof(fc.constantFrom('button', 'a', 'input', 'textarea', 'div', 'select'), text),
        attributes: fc.dictionary(fc.oneof(fc.constantFrom('value', 'alt', 'placeholder', 'id'), text), text),
        within: fc.array(text),
        nth: fc.nat(),
        of: fc.integer({ min: 1 }),
      }),
      origin: fc.oneof(fc.constant(SHOP), fc.constant('null'), address),
      inputType: fc.oneof(fc.constantFrom('password', 'submit', 'text', 'radio'), text),
      autocomplete: fc.oneof(fc.constantFrom('cc-number', 'off', 'one-time-code'), text),
      href: address,
      opensTab: fc.boolean(),
      submits: anySubmission,
      disabled: fc.boolean(),
    },
    { requiredKeys: ['ref', 'fingerprint', 'origin'] },
  )
  .filter((target) => targetSchema.safeParse(target).success);

const anyArgs = fc.oneof(
  fc.record({
    ref: fc.constant('e1'),
    submit: fc.boolean(),
    text,
    keys: fc.oneof(fc.constantFrom('Enter', 'a', 'Control+Enter'), text),
  }),
  fc.record({ url: address }),
  fc.dictionary(fc.string(), fc.jsonValue()),
);

const anyInput: fc.Arbitrary<JudgeInput> = fc
  .record({
    definition: fc.constantFrom(...ACTIONS),
    args: anyArgs as fc.Arbitrary<Record<string, unknown>>,
    target: fc.option(anyTarget, { nil: undefined }),
    origins: fc.subarray([SHOP, OTHER, 'null']),
    pageUrl: fc.oneof(fc.constant(`${SHOP}/x`), address),
    grants: fc.array(
      fc.record({ origin: fc.constantFrom(SHOP, OTHER), covers: fc.constantFrom(...RISKS, 'visit') }),
      { maxLength: 3 },
    ),
    task: text.map((words) => ({ text: words, attachments: [] })),
  })
  .map(({ target, ...input }) => ({
    ...input,
    call: { name: input.definition.name, args: input.args },
    ...(target === undefined ? {} : { target }),
  }));

describe('for any input at all', () => {
  it('there is a verdict: valid, with reasons unless allowed, with words for the planner when denied, and always the same', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const verdict = judge(input);
        verdictSchema.parse(verdict);
        expect(RISKS.indexOf(verdict.risk)).toBeGreaterThanOrEqual(RISKS.indexOf(input.definition.risk));
        if (verdict.decision !== 'allow') expect(verdict.reasons.length).toBeGreaterThan(0);
        if (verdict.decision === 'deny') expect(verdict.message).toBeTruthy();
        expect(judge({ ...input })).toEqual(verdict);
      }),
      { numRuns: 500 },
    );
  });

  const strictness = { allow: 0, ask: 1, deny: 2 };

  const additions: [string, (target: Target) => Target][] = [
    ['password field in the form', (target) => withHolds(target, 'password')],
    ['one-time code in the form', (target) => withHolds(target, 'one-time-code')],
    ['card in the form', (target) => withHolds(target, 'card')],
    [
      'POST in place of the method',
      (target) => (target.submits ? { ...target, submits: { ...target.submits, method: 'post' } } : target),
    ],
    [
      'no search',
      (target) => (target.submits ? { ...target, submits: { ...target.submits, search: false } } : target),
    ],
    ['autocomplete of a card', (target) => ({ ...target, autocomplete: 'cc-number' })],
    [
      'a link to an address that pays',
      (target) => (target.href === undefined ? { ...target, href: `${SHOP}/pay` } : target),
    ],
    [
      'a form',
      (target) =>
        target.submits
          ? target
          : {
              ...target,
              submits: { action: `${SHOP}/do`, method: 'post', form: '', holds: [], search: false },
            },
    ],
    ['a label that buys', (target) => withAttribute(target, 'title', 'Buy now')],
    ['a label that deletes', (target) => withAttribute(target, 'aria-label', 'Delete')],
  ];

  it.each(additions)('adding a sensitive fact never makes it milder: %s', (_name, add) => {
    fc.assert(
      fc.property(anyInput, (input) => {
        if (input.target === undefined) return;
        const before = judge(input);
        const after = judge({ ...input, target: add(input.target) });
        expect(RISKS.indexOf(after.risk)).toBeGreaterThanOrEqual(RISKS.indexOf(before.risk));
        if (input.grants.length > 0) return;
        expect(strictness[after.decision]).toBeGreaterThanOrEqual(strictness[before.decision]);
      }),
      { numRuns: 500 },
    );
  });

  it('dropping origins or grants never makes it milder', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const bare = judge({ ...input, origins: [], grants: [] });
        expect(strictness[bare.decision]).toBeGreaterThanOrEqual(strictness[judge(input).decision]);
      }),
      { numRuns: 500 },
    );
  });
});

function withHolds(target: Target, kind: 'password' | 'one-time-code' | 'card'): Target {
  if (!target.submits) return target;
  return { ...target, submits: { ...target.submits, holds: [...new Set([...target.submits.holds, kind])] } };
}

/** Only where there is none yet: replacing what a label said is not adding to it. */
function withAttribute(target: Target, key: string, value: string): Target {
  const { attributes } = target.fingerprint;
  if (attributes[key] !== undefined) return target;
  return { ...target, fingerprint: { ...target.fingerprint, attributes: { ...attributes, [key]: value } } };
}
