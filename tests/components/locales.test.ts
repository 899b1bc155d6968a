import { globSync, readFileSync } from 'node:fs';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, test } from 'vitest';
import { WALLS } from '../../lib/trajectories/wall';
import { DEEDS } from '../../lib/trajectories/user-act';
import { HAND_OVER_WAYS, handOverSchema } from '../../lib/trajectories/hand-over';

type Message = Awaited<ReturnType<typeof parseMessagesFile>>[number];

const SOURCES = globSync('{components,entrypoints,lib}/**/*.{ts,tsx}').map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}));

async function read(locale: string): Promise<Map<string, Message>> {
  const messages = await parseMessagesFile(`locales/${locale}.yml`);
  return new Map(
    messages
      .map((message) => [message.key.join('.'), message] as const)
      .filter(([key]) => !key.startsWith('@@')),
  );
}

const en = await read('en');
const chinese = await read('zh_CN');

function findAll(pattern: RegExp): { key: string; path: string }[] {
  return SOURCES.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].map((match) => ({ key: match[1] ?? '', path })),
  );
}

function missing(keys: { key: string; path: string }[]): string[] {
  return keys
    .filter(({ key }) => !en.has(key.replaceAll('-', '_')))
    .map(({ key, path }) => `${key} (${path})`);
}

describe('locales', () => {
  test('English and Chinese have the same keys', () => {
    expect([...chinese.keys()].sort()).toEqual([...en.keys()].sort());
  });

  test('and the same values in each message', () => {
    const differing = [...en].filter(([key, message]) => {
      const values = [...message.namedSubstitutions].sort().join();
      const other = chinese.get(key);
      return (
        other?.substitutions !== message.substitutions ||
        [...other.namedSubstitutions].sort().join() !== values
      );
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  test('names are such that browsers take them, and none hides another', () => {
    const names = [...en.keys()].map((key) => key.replaceAll('.', '_').toLowerCase());
    expect(names.filter((name) => !/^[a-z0-9_]+$/.test(name))).toEqual([]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('no message holds a dollar sign that a browser would take for a placeholder', () => {
    const texts = [...en, ...chinese].map(([key, message]) => [key, JSON.stringify(message)] as const);
    expect(texts.filter(([, text]) => /\$(?![1-9](?!\d))/.test(text)).map(([key]) => key)).toEqual([]);
  });
});

describe('every key in the code has its words', () => {
  test('of the views', () => {
    const keys = findAll(/\bi18n\.t\('([^']+)'/g);
    expect(keys.length).toBeGreaterThan(100);
    expect(missing(keys)).toEqual([]);
  });

  test('of sentences', () => {
    const keys = findAll(/'((?:action|guard|recipe|note|approval|step|fact)\.[a-z][A-Za-z0-9_.-]*)'/g);
    expect(keys.length).toBeGreaterThan(50);
    expect(missing(keys)).toEqual([]);
  });

  test('of failures', () => {
    const codes = [
      ...findAll(/\bcode: '([a-z][a-z-]+)'/g),
      // `actError('stale-ref', …)`, `makeFailure(…)`, `refuse(…)`, `new CommandRefused(…)`: whatever makes a failure says so.
      ...findAll(/\b\w*(?:Error|Refused|[Ff]ail(?:ure|ed)?|[Rr]efus(?:e|al))\(\s*'([a-z][a-z-]+)'/g),
    ];
    expect(new Set(codes.map(({ key }) => key)).size).toBeGreaterThan(60);
    expect(missing(codes.map(({ key, path }) => ({ key: `failure.${key}`, path })))).toEqual([]);
  });

  test('of the sentences that are put together', () => {
    const events = findAll(
      /\btype: z\.literal\('([a-z]+-[a-z]+|observed|proposed|judged|answered|replied)'\)/g,
    )
      .filter(({ path }) => path.endsWith('trajectories/event.ts'))
      .map(({ key, path }) => ({ key: `event.${key}`, path }));
    const risks = ['reads', 'changes-page', 'leaves-page', 'sends', 'spends', 'credentials'];
    const secrets = ['password', 'one-time-code', 'card'];
    const built = [
      ...risks.map((risk) => `guard.class-${risk}`),
      ...secrets.flatMap((kind) => [`guard.hand-over-${kind}`, `guard.credentials-${kind}`]),
      ...['sends', 'spends'].flatMap((meaning) => [`guard.${meaning}-address`, `guard.${meaning}-wording`]),
      ...['up', 'down', 'left', 'right', 'top', 'bottom'].map((direction) => `action.scroll_${direction}`),
      ...['opened', 'switched', 'followed', 'recovered'].map((why) => `note.tab_${why}`),
      ...['lowest', 'highest', 'nth'].map((order) => `recipe.step.on_${order}`),
      ...WALLS.flatMap((kind) => [`wall.${kind}`, `wall.${kind}_hint`, `note.wall_${kind}`]),
      ...[...DEEDS, 'type_value', 'set_value'].map((deed) => `acted.${deed}`),
      ...[...HAND_OVER_WAYS, ...handOverSchema.shape.why.options].map((part) => `hand_over.${part}`),
    ];
    expect(events.length).toBeGreaterThan(15);
    expect(missing([...events, ...built.map((key) => ({ key, path: 'built' }))])).toEqual([]);
  });

  test('a planted gap is seen', () => {
    expect(missing([{ key: 'panel.no-such-words', path: 'planted' }])).toEqual([
      'panel.no-such-words (planted)',
    ]);
  });
});
