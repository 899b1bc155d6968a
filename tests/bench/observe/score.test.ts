import { describe, expect, it } from 'vitest';
import type { NodeFacts, RefFacts } from './in-page/judge.ts';
import {
  addScores,
  hasSameRoleAndName,
  isInteractive,
  isSameName,
  scoreRecall,
  scoreRefs,
  type AxFacts,
} from './score.ts';

function makeAx(role: string, name = '', more: Partial<AxFacts> = {}): AxFacts {
  return { role, name, ignored: false, editable: false, ...more };
}

function makeNode(more: Partial<NodeFacts> = {}): NodeFacts {
  return { part: false, closed: false, html: '<b>', ...more };
}

function makeRef(role: string, name: string, more: Partial<RefFacts> = {}): RefFacts {
  return {
    ref: 'e1',
    role,
    name,
    focusable: false,
    behindLabel: false,
    listens: false,
    html: '<b>',
    ...more,
  };
}

describe('recall', () => {
  it('asks for what acts and can be perceived, and names what has no ref', () => {
    const score = scoreRecall([
      { ax: makeAx('button', 'Save'), node: makeNode({ ref: 'e1' }) },
      { ax: makeAx('link', 'Lost'), node: makeNode() },
      { ax: makeAx('link', 'Skip'), node: makeNode({ unseen: 'clipped away' }) },
      { ax: makeAx('option', 'One of 200'), node: makeNode({ part: true }) },
    ]);
    expect(score).toMatchObject({ perceivable: 2, found: 1 });
    expect(score.misses).toEqual(['MISSING link "Lost"  <b>']);
  });

  it('counts closed shadow trees apart', () => {
    const score = scoreRecall([{ ax: makeAx('button'), node: makeNode({ closed: true }) }]);
    expect(score).toMatchObject({ perceivable: 0, closed: 1 });
  });
});

describe('interactive', () => {
  it.each([makeAx('DisclosureTriangle'), makeAx('Date'), makeAx('generic', '', { editable: true })])(
    '$role is',
    (ax) => expect(isInteractive(ax)).toBe(true),
  );
  it.each([makeAx('heading'), makeAx('button', '', { ignored: true })])('$role is not', (ax) =>
    expect(isInteractive(ax)).toBe(false),
  );
});

describe('precision', () => {
  it('takes the tree, the focus, a label or a listener as a reason', () => {
    const score = scoreRefs([
      { ref: makeRef('button', 'Save'), ax: makeAx('button', 'Save') },
      { ref: makeRef('clickable', 'Row', { listens: true }), ax: makeAx('generic') },
      { ref: makeRef('clickable', 'Tab', { focusable: true }), ax: makeAx('generic') },
      { ref: makeRef('clickable', 'Only a hand'), ax: makeAx('generic') },
    ]);
    expect(score).toMatchObject({ refs: 4, precise: 3, comparable: 4, named: 4 });
  });

  it('compares no name where the browser has no node because a label acts for the field', () => {
    const score = scoreRefs([{ ref: makeRef('checkbox', 'News', { behindLabel: true }), ax: undefined }]);
    expect(score).toMatchObject({ refs: 1, precise: 1, comparable: 0 });
  });
});

describe('roles and names', () => {
  it.each([
    ['button', 'More', makeAx('DisclosureTriangle', 'More'), true],
    ['textbox', 'Born', makeAx('Date', 'Born'), true],
    ['button', 'Save', makeAx('link', 'Save'), false],
    ['button', 'Save', makeAx('button', 'Send'), false],
    ['clickable', 'Row', makeAx('generic', ''), true],
    ['clickable', 'Row', makeAx('generic', 'Other'), false],
    ['clickable', 'Row', makeAx('button', 'Row'), false],
    ['clickable', 'Row', undefined, true],
    ['button', 'Save', undefined, false],
  ] as const)('%s %j against %o', (role, name, ax, same) =>
    expect(hasSameRoleAndName({ role, name }, ax)).toBe(same),
  );

  it('does not mind white space and what cannot be seen', () =>
    expect(isSameName('Save it', '\u200b Save \n it \ue001')).toBe(true));
  it('minds case, which a style sheet can change', () => expect(isSameName('Save', 'SAVE')).toBe(false));
  it('takes nothing for what stood in the place of a zero-width space', () =>
    expect(isSameName('get /pet/{id}', 'get \u200b/pet\u200b/{id}')).toBe(true));
  it('lets a long name be cut, a short one not', () => {
    expect(isSameName(`${'a'.repeat(300)}…`, 'a'.repeat(900))).toBe(true);
    expect(isSameName('Sav…', 'Save')).toBe(false);
  });
});

it('scores add up', () => {
  const one = scoreRecall([{ ax: makeAx('link', 'Lost'), node: makeNode() }]);
  expect(addScores([one, one])).toMatchObject({
    perceivable: 2,
    found: 0,
    misses: [one.misses[0], one.misses[0]],
  });
});
