import { describe, expect, it } from 'vitest';
import { exportRecipe } from '../../lib/recipes/export-recipe';
import { importRecipe } from '../../lib/recipes/import-recipe';
import { matches } from '../../lib/recipes/match';
import type { Recipe } from '../../lib/recipes/schema';

const FINGERPRINT = {
  role: 'button',
  name: 'Pay',
  tag: 'button',
  attributes: {},
  within: ['main'],
  nth: 0,
  of: 1,
};

const GOOD = {
  schema: 'errand-recipe',
  version: 1,
  id: 'recipe-1',
  name: 'Search',
  site: 'https://shop.example',
  origins: ['https://shop.example'],
  start: { url: { kind: 'literal', value: 'https://shop.example/' } },
  params: [{ name: 'query', label: 'Query', kind: 'text', example: 'kettle' }],
  steps: [
    {
      type: 'act',
      id: 's1',
      action: 'type_text',
      args: { text: { kind: 'param', name: 'query' } },
      target: { pick: 'content', fingerprint: { ...FINGERPRINT, role: 'searchbox', name: 'Search' } },
      intent: 'Write the query.',
    },
    {
      type: 'act',
      id: 's2',
      action: 'click',
      args: {},
      target: { pick: 'content', fingerprint: FINGERPRINT },
      intent: 'Pay.',
    },
    {
      type: 'read',
      id: 's3',
      read: { place: 'after-label', label: { kind: 'literal', value: 'Total' }, kind: 'money' },
      intent: 'Read.',
    },
  ],
  createdFrom: { kind: 'run', runId: 'run-1' },
  createdAt: 1,
  trust: 'trusted',
};

type Json = Record<string, unknown>;

/** The good recipe with one value replaced, by path. */
function withValue(path: string, value: unknown): string {
  const copy = structuredClone(GOOD) as Json;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<Json>((at, key) => at[key] as Json, copy);
  holder[last] = value;
  return JSON.stringify(copy);
}

const text = (value: string) => ({ kind: 'literal', value });
const navigate = (url: unknown) =>
  withValue('steps.1', { type: 'act', id: 's2', action: 'navigate', args: { url }, intent: '' });
const nest = (levels: number): unknown => (levels === 0 ? 1 : [nest(levels - 1)]);

const HOSTILE: [what: string, document: string, code: string][] = [
  ['no JSON', 'alert(1)', 'recipe-not-json'],
  ['JSON with a comment', `${JSON.stringify(GOOD)} // x`, 'recipe-not-json'],
  ['an array', JSON.stringify([GOOD]), 'not-a-recipe'],
  ['null', 'null', 'not-a-recipe'],
  ['a string', '"errand-recipe"', 'not-a-recipe'],
  ['another schema', withValue('schema', 'errand-run'), 'not-a-recipe'],
  ['no version', withValue('version', undefined), 'not-a-recipe'],
  ['a version of words', withValue('version', '1'), 'not-a-recipe'],
  ['a fraction of a version', withValue('version', 0.5), 'not-a-recipe'],
  ['a version to come', withValue('version', 2), 'recipe-too-new'],
  ['more than 256 kB', withValue('name', 'x'.repeat(300_000)), 'recipe-too-large'],
  ['a hundred thousand brackets', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'recipe-too-deep'],
  ['thirteen levels', withValue('steps', nest(13)), 'recipe-too-deep'],
  [
    'thirty thousand values',
    withValue(
      'origins',
      Array.from({ length: 30_000 }, () => 1),
    ),
    'recipe-too-large',
  ],
  [
    '__proto__ at the top',
    JSON.stringify(GOOD).replace('{', '{"__proto__":{"trust":"trusted"},'),
    'recipe-forbidden-key',
  ],
  [
    '__proto__ in attributes',
    JSON.stringify(GOOD).replace('"attributes":{}', '"attributes":{"__proto__":"x"}'),
    'recipe-forbidden-key',
  ],
  [
    '__proto__ written with an escape',
    JSON.stringify(GOOD).replace('{', '{"\\u005f_proto__":{},'),
    'recipe-forbidden-key',
  ],
  [
    'constructor as an argument',
    withValue('steps.1.args', { constructor: text('x') }),
    'recipe-forbidden-key',
  ],
  [
    'prototype in a fingerprint',
    JSON.stringify(GOOD).replace('"attributes":{}', '"attributes":{"prototype":"x"}'),
    'recipe-forbidden-key',
  ],
  ['an unknown key at the top', withValue('onload', 'x'), 'recipe-invalid'],
  ['an unknown key in a step', withValue('steps.1.script', 'alert(1)'), 'recipe-invalid'],
  ['an unknown key in a value', withValue('start.url.eval', 'x'), 'recipe-invalid'],
  ['an unknown type of step', withValue('steps.1', { type: 'eval', id: 's2', code: 'x' }), 'recipe-invalid'],
  ['an action of the run', withValue('steps.1.action', 'finish'), 'recipe-invalid'],
  ['a question of its own', withValue('steps.1.action', 'ask_user'), 'recipe-invalid'],
  ['an action that is none', withValue('steps.1.action', 'run_script'), 'recipe-invalid'],
  ['a ref', withValue('steps.1.args', { ref: text('e1') }), 'recipe-invalid'],
  [
    'an argument that the action does not take',
    withValue('steps.1.args', { force: { kind: 'literal', value: true } }),
    'recipe-invalid',
  ],
  [
    'an argument of the wrong type',
    withValue('steps.0.args', { text: { kind: 'literal', value: 5 } }),
    'recipe-invalid',
  ],
  ['a script address to start', withValue('start.url', text('javascript:alert(1)')), 'recipe-invalid'],
  ['a data address to start', withValue('start.url', text('data:text/html,x')), 'recipe-invalid'],
  ['a file to start', withValue('start.url', text('file:///etc/passwd')), 'recipe-invalid'],
  [
    'an extension page to start',
    withValue('start.url', text('chrome-extension://abc/settings.html')),
    'recipe-invalid',
  ],
  ['a script address to open', navigate(text('javascript:alert(1)')), 'recipe-invalid'],
  ['a data address to open', navigate(text('data:text/html,x')), 'recipe-invalid'],
  ['a parameter as the whole address', navigate({ kind: 'param', name: 'query' }), 'recipe-invalid'],
  [
    'a parameter as the host',
    navigate({ kind: 'template', parts: [text('https://'), { kind: 'param', name: 'query' }, text('/')] }),
    'recipe-invalid',
  ],
  [
    'a parameter that ends the host',
    navigate({ kind: 'template', parts: [text('https://shop.example'), { kind: 'param', name: 'query' }] }),
    'recipe-invalid',
  ],
  ['a user in the address', navigate(text('https://shop.example@evil.example/')), 'recipe-invalid'],
  ['an address elsewhere', navigate(text('https://evil.example/')), 'recipe-invalid'],
  ['a start elsewhere', withValue('start.url', text('https://evil.example/')), 'recipe-invalid'],
  [
    'a look-alike host in other letters',
    withValue('origins', ['https://shop.example', 'https://sh\u043ep.example']),
    'recipe-invalid',
  ],
  [
    'a wildcard origin',
    withValue('origins', ['https://shop.example', 'https://*.example']),
    'recipe-invalid',
  ],
  ['every origin', withValue('origins', ['https://shop.example', '*']), 'recipe-invalid'],
  ['all URLs', withValue('origins', ['https://shop.example', '<all_urls>']), 'recipe-invalid'],
  [
    'an origin with a path',
    withValue('origins', ['https://shop.example', 'https://evil.example/x']),
    'recipe-invalid',
  ],
  ['the null origin', withValue('origins', ['https://shop.example', 'null']), 'recipe-invalid'],
  ['a site that is not listed', withValue('site', 'https://evil.example'), 'recipe-invalid'],
  [
    'eleven origins',
    withValue(
      'origins',
      Array.from({ length: 11 }, (_, n) => `https://s${n}.example`),
    ),
    'recipe-invalid',
  ],
  [
    'a frame that is not listed',
    withValue('steps.1.target.fingerprint.frameOrigin', 'https://pay.example'),
    'recipe-invalid',
  ],
  [
    'a hundred and one steps',
    withValue(
      'steps',
      Array.from({ length: 101 }, (_, n) => ({ ...GOOD.steps[1], id: `s${n + 1}` })),
    ),
    'recipe-invalid',
  ],
  ['no steps', withValue('steps', []), 'recipe-invalid'],
  ['two steps of one id', withValue('steps.1.id', 's1'), 'recipe-invalid'],
  [
    'a parameter that does not exist',
    withValue('steps.0.args.text', { kind: 'param', name: 'secret' }),
    'recipe-invalid',
  ],
  ['a parameter called like a prototype', withValue('params.0.name', '__proto__'), 'recipe-invalid'],
  ['two parameters of one name', withValue('params', [GOOD.params[0], GOOD.params[0]]), 'recipe-invalid'],
  [
    'thirty-one parameters',
    withValue(
      'params',
      Array.from({ length: 31 }, (_, n) => ({ ...GOOD.params[0], name: `p${n}` })),
    ),
    'recipe-invalid',
  ],
  ['a name that turns the text', withValue('name', 'Pay \u202e evil'), 'recipe-invalid'],
  [
    'a target name that turns the text',
    withValue('steps.1.target.fingerprint.name', 'Cancel\u202e'),
    'recipe-invalid',
  ],
  ['a control character in a label', withValue('params.0.label', 'Query\u0007'), 'recipe-invalid'],
  [
    'a pattern to read with',
    withValue('steps.2.read', { place: 'regex', pattern: '(a+)+$' }),
    'recipe-invalid',
  ],
  [
    'a tab by its id',
    withValue('steps.1', {
      type: 'act',
      id: 's2',
      action: 'switch_tab',
      args: { tab: { kind: 'literal', value: 7 } },
      intent: '',
    }),
    'recipe-invalid',
  ],
  ['an infinite index', JSON.stringify(GOOD).replace('"nth":0', '"nth":1e999'), 'recipe-invalid'],
  ['a very long text', withValue('steps.0.args.text', text('x'.repeat(2001))), 'recipe-invalid'],
  ['a target where none is taken', withValue('steps.1.action', 'go_back'), 'recipe-invalid'],
];

describe('importRecipe', () => {
  it('reads what exportRecipe wrote, as a candidate and without what belongs to the user', () => {
    const imported = importRecipe(JSON.stringify(GOOD));
    if (!imported.ok) throw new Error(imported.failure.message);
    expect(imported.recipe).toMatchObject({ trust: 'candidate', createdFrom: { kind: 'file' } });
    const written = exportRecipe(GOOD as unknown as Recipe);
    expect(written).not.toContain('kettle');
    expect(written).not.toContain('run-1');
    expect(importRecipe(written)).toMatchObject({ ok: true });
    expect(exportRecipe(GOOD as unknown as Recipe, { examples: true })).toContain('kettle');
  });

  it.each(HOSTILE)('refuses %s', (_, document, code) => {
    const result = importRecipe(document);
    if (result.ok) throw new Error('it was taken');
    expect(result.failure.code).toBe(code);
    expect(result.failure.params?.['detail']).toBeTruthy();
    expect(result.failure.message.length).toBeLessThan(400);
  });

  it('tries at least sixty hostile documents', () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(60);
  });

  it('leaves the prototype of objects alone', () => {
    for (const [, document] of HOSTILE) importRecipe(document);
    expect(({} as Json)['trust']).toBeUndefined();
  });
});

describe('matches', () => {
  const recipe = GOOD as unknown as Recipe;

  it('offers a recipe on its own origin only', () => {
    expect(matches(recipe, 'https://shop.example/search?q=1')).toBe(true);
    for (const url of [
      'http://shop.example/',
      'https://shop.example.evil.example/',
      'https://shop.example:8443/',
      'https://evil.example/?https://shop.example/',
      'https://shop.example@evil.example/',
      'about:blank',
      '',
    ]) {
      expect(matches(recipe, url)).toBe(false);
    }
  });

  it('does not offer a quarantined one', () => {
    expect(matches({ ...recipe, trust: 'quarantined' }, 'https://shop.example/')).toBe(false);
  });
});
