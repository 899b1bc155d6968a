import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distil } from '../../lib/recipes/distil';
import { exportRecipe } from '../../lib/recipes/export-recipe';
import { importRecipe } from '../../lib/recipes/import-recipe';
import { migrateRecipe } from '../../lib/recipes/migrate';
import { completeRecipe } from '../../lib/recipes/schema';
import type { EventBody, RunEvent } from '../../lib/trajectories/event';

const word = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.constantFrom(
    'kettle',
    'two',
    '2',
    '水壶',
    '两个',
    'Ada Byron',
    '__proto__',
    '%',
    '"',
    '\u202e',
    '\ud800',
  ),
);
const url = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom('about:blank', 'https://shop.example/?q=kettle', 'not a url', 'javascript:1'),
);
const action = fc.constantFrom(
  'click',
  'type_text',
  'select_option',
  'set_checked',
  'press_keys',
  'navigate',
  'open_tab',
  'switch_tab',
  'go_back',
  'wait_for',
  'scroll',
  'finish',
  'read_page',
  'nonsense',
);
const role = fc.constantFrom('button', 'link', 'textbox', 'combobox', 'radio', 'option', 'clickable');

const fingerprint = fc.record({
  role,
  name: word,
  tag: fc.constantFrom('a', 'button', 'input'),
  attributes: fc.dictionary(fc.constantFrom('id', 'name', 'value', 'data-testid', '9bad'), word, {
    maxKeys: 3,
  }),
  within: fc.array(fc.constantFrom('main', 'navigation "Site"', 'form "Checkout"'), { maxLength: 3 }),
  nth: fc.nat(3),
  of: fc.integer({ min: 1, max: 4 }),
});

const args = fc.oneof(
  fc.record({ text: word, submit: fc.boolean() }, { requiredKeys: ['text'] }),
  fc.record({ url }),
  fc.record({ options: fc.array(word, { minLength: 1, maxLength: 3 }) }),
  fc.record({ checked: fc.boolean() }),
  fc.record({ keys: word }),
  fc.record({ tab: fc.nat(3) }),
  fc.constant({}),
  fc.dictionary(word, fc.jsonValue() as fc.Arbitrary<unknown>, { maxKeys: 3 }),
);

const step = fc.record({
  name: action,
  args,
  fingerprint,
  hasTarget: fc.boolean(),
  url,
  to: fc.option(url, { nil: undefined }),
  value: word,
  status: fc.constantFrom('done', 'done', 'done', 'failed', 'unknown'),
});

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A well-formed log around any steps: each is observed, judged, begun and ended. */
function logOf(task: string, startUrl: string, steps: Step[], answer: string): RunEvent[] {
  const bodies: EventBody[] = [
    {
      type: 'run-started',
      task: { text: task || 'x', attachments: [] },
      planner: { kind: 'rules' },
      tabId: 1,
      url: startUrl,
      origins: [],
      maxSteps: 99,
    },
  ];
  for (const [index, each] of steps.entries()) {
    const actionId = `${index}.0`;
    const effect = { value: each.value, ...(each.to === undefined ? {} : { url: each.to }) };
    const target = { ref: 'e1', fingerprint: each.fingerprint, origin: 'https://shop.example' };
    bodies.push({
      type: 'observed',
      tabId: 1,
      url: each.url,
      title: '',
      text: `t${index}`,
      frames: [],
      elements: 1,
      ms: 1,
    });
    bodies.push({
      type: 'judged',
      actionId,
      verdict: { decision: 'allow', risk: 'reads', reasons: [] },
      sentence: { key: 'x', params: {} },
      ...(each.hasTarget ? { target } : {}),
    });
    bodies.push({
      type: 'action-intended',
      actionId,
      nonce: 'n',
      call: { name: each.name, args: each.args },
      tabId: 1,
    });
    const done = { status: 'done', message: '', effect } as const;
    const result =
      each.status === 'done'
        ? done
        : each.status === 'failed'
          ? ({ status: 'failed', failure: { code: 'x', message: '' } } as const)
          : ({ status: 'unknown', message: '' } as const);
    bodies.push({ type: 'action-ended', actionId, result });
  }
  bodies.push({ type: 'run-finished', success: true, answer });
  return bodies.map((body, seq) => ({ ...body, v: 1, runId: 'run-1', seq, at: seq }));
}

const observation = fc
  .array(
    fc.record({
      indent: fc.nat(3),
      role: fc.oneof(role, fc.constantFrom('listitem', 'heading', 'text', 'row')),
      name: word,
      live: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((lines) =>
    lines
      .map(
        ({ indent, role, name, live }) =>
          `${'  '.repeat(indent)}${live ? 'e1 ' : ''}${role} ${JSON.stringify(name)}`,
      )
      .join('\n'),
  );

describe('distil', () => {
  it('never throws, and what it gives passes the same check as any import', () => {
    fc.assert(
      fc.property(
        word,
        url,
        fc.array(step, { maxLength: 8 }),
        word,
        fc.array(observation, { maxLength: 8 }),
        (task, startUrl, steps, answer, texts) => {
          const result = distil(logOf(task, startUrl, steps, answer), (hash) => texts[Number(hash.slice(1))]);
          if (!result.ok) {
            expect(result.failure.code).toMatch(/^distil-/);
            return;
          }
          const recipe = completeRecipe(result.draft, { id: 'recipe-1', name: 'Name', createdAt: 1 });
          expect(migrateRecipe(JSON.parse(JSON.stringify(recipe)))).toEqual({ ok: true, recipe });
          expect(importRecipe(exportRecipe(recipe))).toMatchObject({ ok: true });
        },
      ),
      { numRuns: 300, seed: 8 },
    );
  });

  it('makes recipes of ordinary logs, not only refusals', () => {
    const ordinary = step.map((each): Step => ({
      ...each,
      name: 'click',
      args: {},
      hasTarget: true,
      status: 'done',
      to: undefined,
      fingerprint: { ...each.fingerprint, name: 'Save' },
    }));
    fc.assert(
      fc.property(fc.array(ordinary, { minLength: 1, maxLength: 5 }), (steps) => {
        expect(distil(logOf('save it', 'https://shop.example/', steps, 'Done')).ok).toBe(true);
      }),
      { numRuns: 50, seed: 8 },
    );
  });

  it('never throws on events in any order', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 5 }), fc.infiniteStream(fc.nat()), (steps, chance) => {
        const log = logOf('kettle', 'https://shop.example/', steps, 'kettle');
        const shuffled = log
          .map((event) => ({ event, at: chance.next().value ?? 0 }))
          .toSorted((one, other) => one.at - other.at);
        expect(() => distil(shuffled.map(({ event }) => event))).not.toThrow();
      }),
      { numRuns: 100, seed: 8 },
    );
  });
});
