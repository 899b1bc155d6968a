import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toolDefinitions } from '../../../lib/actions/tool-definitions';
import { describeTools } from '../../../lib/planners/replies/describe-tools';
import { findProblem, MOST_CALLS } from '../../../lib/planners/replies/find-problem';
import { jsonInstructions, proposalSchema } from '../../../lib/planners/replies/json-proposal';
import { parseJson } from '../../../lib/planners/replies/parse-json';
import { plainMessages } from '../../../lib/planners/replies/plain-messages';
import { readText } from '../../../lib/planners/replies/read-text';
import { createSayFilter } from '../../../lib/planners/replies/say-filter';

// The same cases at every run; change the seed to look further.
fc.configureGlobal({ seed: 20261130 });

describe('JSON as models write it', () => {
  it.each<[string, unknown]>([
    ['{"a":1}', { a: 1 }],
    ["{'a': True, 'b': None}", { a: true, b: null }],
    ['{"a": "x" "b": 2}', { a: 'x', b: 2 }],
    ['{"a": "say "hi" now"}', { a: 'say "hi" now' }],
  ])('%s', (text, value) => {
    expect(parseJson(text)?.value).toEqual(value);
  });

  it.each(['', 'yes', '{"a":', '{"a":"b', '[1,2', '{"a":1} {"b":2}', 'x {"a":1}', "{a: 'b"])(
    'is no value: %s',
    (text) => {
      expect(parseJson(text)).toBeUndefined();
    },
  );

  it('half of any value is never read as one', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(), (value, at) => {
        const text = JSON.stringify(value);
        const cut = text.slice(0, at % text.length);
        expect(parseJson(cut)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it('any whole value is read as itself, with prose and a fence around it', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (args) => {
        const clean: unknown = JSON.parse(JSON.stringify(args));
        const text = `Here:\n\`\`\`json\n${JSON.stringify({ say: 'x', calls: [{ name: 'click', args }] })}\n\`\`\``;
        expect(readText(text, () => false, false)).toMatchObject({ calls: [{ name: 'click', args: clean }] });
      }),
      { numRuns: 300 },
    );
  });

  it('any text is read without a fault', () => {
    const noise = fc.array(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        '"',
        "'",
        ':',
        ',',
        'name',
        'click',
        '<tool_call>',
        '</tool_call>',
        '\\',
        ' ',
        '`',
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(noise, fc.boolean(), (pieces, isStrict) => {
        const read = readText(pieces.join(''), (name) => name === 'click', isStrict);
        expect(['calls', 'words']).toContain(read.kind);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the words of a JSON reply while it streams', () => {
  it('come as they are written, whatever the pieces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 9 }), (say, size) => {
        const text = JSON.stringify({ say, calls: [{ name: 'click', args: { say: 'no' } }] });
        const filter = createSayFilter();
        let shown = '';
        for (let at = 0; at < text.length; at += size) shown += filter.push(text.slice(at, at + size));
        expect(shown).toBe(say);
      }),
      { numRuns: 300 },
    );
  });

  it('nothing of a reply without them', () => {
    const filter = createSayFilter();
    expect(['I click.', '{"calls": []}'].map((piece) => filter.push(piece)).join('')).toBe('');
  });
});

describe('what a model without tool calls is told', () => {
  it('tools as signatures: types, what may be left out, what a part means', () => {
    const parameters = {
      type: 'object',
      properties: {
        ref: { type: 'string' },
        button: { type: 'string', enum: ['left', 'right'] },
        pages: { type: 'number', description: 'screens' },
        fields: {
          type: 'array',
          items: {
            type: 'object',
            properties: { value: { anyOf: [{ type: 'string' }, { type: 'boolean' }] } },
            required: ['value'],
          },
        },
      },
      required: ['ref'],
    };
    const tools = [
      { function: { name: 'act', description: 'Acts.', parameters } },
      { function: { name: 'go_back', description: 'Goes back.' } },
    ];
    expect(describeTools(tools)).toBe(
      `- act{ref: string, button?: "left"|"right", pages?: number (screens), fields?: [{value: string|boolean}]}: Acts.
- go_back{}: Goes back.`,
    );
  });

  it('the whole vocabulary, for fewer tokens than as tool definitions', () => {
    const tools = toolDefinitions();
    const described = describeTools(tools);
    expect(described.split('\n')).toHaveLength(tools.length);
    expect(described.length).toBeLessThan(0.7 * JSON.stringify(tools).length);
  });

  it('one schema for a proposal with every action', () => {
    const names = JSON.stringify(proposalSchema(toolDefinitions()));
    for (const { function: tool } of toolDefinitions()) expect(names).toContain(`["${tool.name}"]`);
  });

  it('earlier calls in its own words, what came of them in the user’s, and never two of a role in a row', () => {
    const plain = plainMessages(
      [
        { role: 'system', content: 'You are Errand.' },
        { role: 'user', content: 'Task: buy' },
        {
          role: 'assistant',
          content: 'I click.',
          toolCalls: [
            { id: 'a', name: 'click', arguments: '{"ref":"e1"}' },
            { id: 'b', name: 'type_text', arguments: '{"ref":"e2","text":"x"}' },
          ],
        },
        { role: 'tool', content: 'Done.', toolCallId: 'a' },
        { role: 'tool', content: 'Not done.', toolCallId: 'b' },
        { role: 'user', content: 'Page in tab 1', images: ['data:image/png;base64,AA'] },
      ],
      jsonInstructions([]),
    );
    expect(plain.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
    expect(plain.slice(1)).toMatchSnapshot();
  });
});

describe('calls that cannot be run', () => {
  const check = ({ name }: { name: string }): string | undefined =>
    name === 'ok' ? undefined : `no ${name}`;
  const calls = (...names: string[]) => names.map((name) => ({ name, args: {} }));

  it('are told one by one, with their place', () => {
    expect(findProblem(calls('ok', 'ok'), check)).toBeUndefined();
    expect(findProblem(calls('ok', 'fly'), check)).toEqual({ code: 'invalid-calls', text: 'Call 2: no fly' });
    expect(findProblem(calls(...Array<string>(9).fill('x')), check)?.text.split('\n')).toHaveLength(5);
  });

  it('are far too many at once', () => {
    expect(findProblem(calls(...Array<string>(MOST_CALLS).fill('ok')), check)).toBeUndefined();
    expect(findProblem(calls(...Array<string>(MOST_CALLS + 1).fill('ok')), check)?.code).toBe(
      'too-many-calls',
    );
  });
});
