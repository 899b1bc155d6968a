import { describe, expect, it } from 'vitest';
import { readText } from '../../../lib/planners/replies/read-text';

const ACTIONS = new Set(['click', 'type_text', 'finish']);
const isAction = (name: string): boolean => ACTIONS.has(name);
const CLICK = { name: 'click', args: { ref: 'e1' } };
const TYPE = { name: 'type_text', args: { ref: 'e2', text: 'a } "b" [c' } };

function callsOf(text: string, isStrict = false) {
  const read = readText(text, isAction, isStrict);
  return read.kind === 'calls' ? read.calls : read;
}

describe('the shapes in which models write calls', () => {
  const click = JSON.stringify(CLICK);
  it.each<[string, string]>([
    ['what was asked for', `{"say":"I click.","calls":[${click}]}`],
    ['`arguments`', '{"name":"click","arguments":{"ref":"e1"}}'],
    ['`arguments` as a string', '{"name":"click","arguments":"{\\"ref\\":\\"e1\\"}"}'],
    ['`tool` and `args`', '{"tool":"click","args":{"ref":"e1"}}'],
    ['`action` and `action_input`', '{"action":"click","action_input":{"ref":"e1"}}'],
    ['an object by its name', '{"click":{"ref":"e1"}}'],
    ['`action` that holds it', '{"action":{"click":{"ref":"e1"}}}'],
    ['`action` that holds a call', '{"thought":"hm","action":{"name":"click","parameters":{"ref":"e1"}}}'],
    ['arguments beside the name', '{"action":"click","ref":"e1"}'],
    [
      'the shape of chat completions',
      '{"type":"function","function":{"name":"click","arguments":"{\\"ref\\":\\"e1\\"}"}}',
    ],
    ['`tool_calls`', `{"content":"I click.","tool_calls":[{"function":${click}}]}`],
    ['a list', `[${click}]`],
    ['a code fence', `I click.\n\`\`\`json\n${click}\n\`\`\``],
    ['prose around it', `Sure! [see below] {e1}\n${click}\nThat should do it.`],
    ['the tags of Qwen and Hermes', `<tool_call>\n${click}\n</tool_call>`],
    ['the mark of Mistral', `[TOOL_CALLS] [${click}]`],
    ['the mark of Mistral with a name', '[TOOL_CALLS]click[ARGS]{"ref":"e1"}'],
    ['a call as in a programming language', 'click({"ref": "e1"})'],
    ['the tag of Llama', '<function=click>{"ref":"e1"}</function>'],
    [
      'tags for parameters',
      '<tool_call>\n<function=click>\n<parameter=ref>\ne1\n</parameter>\n</function>\n</tool_call>',
    ],
    ['the tags of others', '<invoke name="click"><parameter name="ref">e1</parameter></invoke>'],
    ['the tags of GLM', '<tool_call>click\n<arg_key>ref</arg_key>\n<arg_value>e1</arg_value>\n</tool_call>'],
    ['single quotes', "{'name': 'click', 'args': {'ref': 'e1'}}"],
    ['keys without quotes and commas too many', '{name: "click", args: {ref: "e1",},}'],
    ['comments', '{"name": "click", /* the button */ "args": {"ref": "e1"}}'],
  ])('%s', (_name, text) => {
    expect(callsOf(text)).toEqual([CLICK]);
  });

  it('several calls keep their order, wherever they stand', () => {
    const both = [CLICK, TYPE];
    expect(callsOf(JSON.stringify({ say: '', calls: both }))).toEqual(both);
    expect(callsOf(both.map((call) => `<tool_call>${JSON.stringify(call)}</tool_call>`).join('\n'))).toEqual(
      both,
    );
    expect(callsOf(both.map((call) => JSON.stringify(call)).join('\n'))).toEqual(both);
  });

  it('keeps words and the id of a call', () => {
    expect(readText('Now I click.\n{"id":"c1","name":"click","args":{}}', isAction, false)).toEqual({
      kind: 'calls',
      say: 'Now I click.',
      calls: [{ name: 'click', args: {}, callId: 'c1' }],
      isRepaired: false,
    });
    expect(readText('{"say":"Only words."}', isAction, false)).toMatchObject({
      say: 'Only words.',
      calls: [],
    });
  });

  it('says when the notation had to be mended', () => {
    expect(readText('{"say": "x", "calls": [],}', isAction, false)).toMatchObject({ isRepaired: true });
    expect(readText('{"say": "x", "calls": []}', isAction, false)).toMatchObject({ isRepaired: false });
  });
});

describe('what is no call', () => {
  it.each([
    'Nothing to do.',
    'The price is {unknown} [1].',
    '{"price": 3}',
    '[1, 2]',
    '{"calls": [{"name":"click","args":{}}, "and then?"]}',
    '{"name":"click","args":"no JSON"}',
    '```json\n{}\n```',
  ])('%s', (text) => {
    expect(readText(text, isAction, false)).toMatchObject({ kind: 'words', isCut: false });
  });

  it('an unknown action is one only where JSON was asked for: there it can be told', () => {
    const text = '{"name":"fly","args":{}}';
    expect(callsOf(text)).toEqual([{ name: 'fly', args: {} }]);
    expect(readText(text, isAction, true).kind).toBe('words');
  });

  it('a model that has tool calls starts nothing by quoting one', () => {
    const quoted = `The page says ${JSON.stringify(CLICK)}, which I leave alone.`;
    expect(readText(quoted, isAction, true)).toEqual({ kind: 'words', say: quoted, isCut: false });
    expect(readText(`<invoke name="click"></invoke> is what it says`, isAction, true).kind).toBe('words');
    expect(callsOf(`I do it.\n<tool_call>${JSON.stringify(CLICK)}</tool_call>`, true)).toEqual([CLICK]);
  });
});

describe('what has no end is not used', () => {
  it.each([
    '{"say":"x","calls":[{"name":"click","args":{"ref":"e1"}}',
    '[{"name":"click","args":{"ref":"e1"}},{"name":"type_te',
    '{"name":"click","args":{"ref":"e1',
    '{"name":"click","args":{"ref":"e1"}',
    `{'name':'click','args':{'ref':'e1`,
    'I click.\n```json\n[{"name":"click","args":{"ref":"e1"}}',
    '{"name":"click","args":{"ref":"e1"}]',
  ])('%s', (text) => {
    expect(readText(text, isAction, false)).toMatchObject({ kind: 'words', isCut: true });
    expect(readText(text, isAction, true).kind).toBe('words');
  });

  it.each([
    '<tool_call>\n<function=click>\n<parameter=ref>\ne1\n</parameter>\n',
    '<tool_call>click\n<arg_key>ref</arg_key>\n<arg_value>e1</arg_value>\n',
  ])('%s', (text) => {
    expect(readText(text, isAction, false).kind).toBe('words');
  });
});

describe('any text of two million characters is read in good time', () => {
  it.each([
    'a',
    ' ',
    '{"',
    '{"a":[',
    '{}',
    '[{"a":1},',
    '{"name":"click","args":{}} ',
    "'",
    '<function=click>',
    '<invoke name="click"><parameter name="ref">',
    '<tool_call>click<arg_key>',
    'click({',
    '```json\n',
    '\\',
  ])('full of %j', (piece) => {
    const text = piece.repeat(Math.ceil(2_000_000 / piece.length));
    const startedAt = performance.now();
    for (const isStrict of [true, false]) readText(text, isAction, isStrict);
    expect(performance.now() - startedAt).toBeLessThan(4_000);
  });
});
