import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validateCall } from '../../../lib/actions/validate-call';
import type { ActionResult } from '../../../lib/trajectories/action';
import { parseTask } from '../../../lib/planners/rules/parse-task';
import { protectText, restoreText } from '../../../lib/planners/rules/protect-text';
import { readObservation } from '../../../lib/planners/rules/read-observation';
import { splitInstructions } from '../../../lib/planners/rules/split-instructions';
import { done, failed, readFixture, runRules } from './support';

const FIXTURES = [
  'listing',
  'product',
  'cart',
  'checkout',
  'inbox',
  'message',
  'settings',
  'table',
  'chinese',
  'chinese-form',
];
const PAGES = FIXTURES.map(readFixture);

const page = fc.oneof(fc.constantFrom(...PAGES), fc.constant(''), fc.string({ maxLength: 200 }));
const phrase = fc.constantFrom(
  'search for lamp', 'open the cheapest', 'add two to the cart', 'fill the form with: first name Ada, city Paris', 'submit',
  'read the total', 'sort by price', 'filter by Halo', 'archive the message from Bob', 'reply to Ada with "Yes"', 'click Next 3 times',
  'set quantity to 4', 'choose Express', 'check the terms', 'uncheck Newsletter', 'wait 2 seconds', 'go back', 'open the second result',
  'type hello into the search box', 'delete it', 'switch to the other tab', 'mark INV-2 as paid', 'log out', 'how many results are there',
  '搜索灯', '打开最贵的', '加入购物车两件', '填写表单：姓名 Ada，城市 巴黎', '提交', '读取总价', '回复：“好”', '下一页', 'repeat that', '只看有货',
); // prettier-ignore
const words = fc.oneof(phrase, fc.string({ maxLength: 40 }), fc.string({ unit: 'grapheme', maxLength: 30 }));
const task = fc
  .array(words, { minLength: 1, maxLength: 6 })
  .chain((parts) =>
    fc.constantFrom(', ', '; ', ' then ', '，然后', '\n', ' and ').map((glue) => parts.join(glue)),
  );
const result: fc.Arbitrary<ActionResult> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(done()) },
  { weight: 2, arbitrary: fc.constant(failed('It did not work. Options: "A", "B".')) },
  {
    weight: 1,
    arbitrary: fc.constant<ActionResult>({ status: 'unknown', message: 'It may have happened.' }),
  },
);
const script = fc.array(fc.record({ page, result, leaves: fc.boolean() }), { minLength: 1, maxLength: 12 });

test('any task on any pages ends within six proposals per instruction and ten more, and never throws', async () => {
  await fc.assert(
    fc.asyncProperty(task, page, script, async (text, start, answers) => {
      const most = parseTask(text).length * 6 + 10;
      let at = 0;
      const { finish, proposals } = await runRules(text, start, () => answers[at++ % answers.length] ?? {}, {
        mostProposals: most,
      });
      expect(finish, `${text} took ${proposals.length} proposals`).toBeDefined();
      expect(finish?.answer).not.toBe('');
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('every call is valid in the vocabulary and every call id is unique in its run', async () => {
  await fc.assert(
    fc.asyncProperty(task, page, script, async (text, start, answers) => {
      let at = 0;
      const { calls } = await runRules(text, start, () => answers[at++ % answers.length] ?? {});
      for (const call of calls) expect(validateCall(call), JSON.stringify(call)).toMatchObject({ ok: true });
      expect(new Set(calls.map(({ callId }) => callId)).size).toBe(calls.length);
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('equal contexts get equal proposals', async () => {
  await fc.assert(
    fc.asyncProperty(task, page, async (text, start) => {
      const [one, other] = [
        await runRules(text, start, undefined, { mostProposals: 3 }),
        await runRules(text, start, undefined, { mostProposals: 3 }),
      ];
      expect(one.proposals).toEqual(other.proposals);
    }),
    { numRuns: 50 },
  );
}, 60_000);

test('any string can be split and parsed; nothing is invented and nothing quoted is broken', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), task), (text) => {
      const whole = protectText(text);
      const parts = splitInstructions(whole.text);
      expect(parts.length).toBeLessThanOrEqual(text.length + 1);
      expect(parseTask(text).length).toBeLessThanOrEqual(200);
      expect(restoreText(whole.text, whole.originals)).toBe(text.replace(/[\uE000-\uF8FF]/g, ''));
    }),
    { numRuns: 500 },
  );
});

test('quoted values survive whatever they hold', () => {
  fc.assert(
    fc.property(
      fc
        .string({ minLength: 1, maxLength: 40 })
        .filter((text) => text.trim() === text && !/["“”\uE000-\uF8FF]/.test(text) && text !== ''),
      (value) => {
        const [instruction] = parseTask(`type "${value}" into the note, submit`);
        expect(instruction).toMatchObject({ kind: 'set', value });
      },
    ),
  );
});

test('any text can be read as an observation', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ maxLength: 400 }), page), (text) => {
      const tree = readObservation(text);
      expect(tree.nodes.length).toBeLessThanOrEqual(text.split('\n').length);
    }),
    { numRuns: 300 },
  );
});
