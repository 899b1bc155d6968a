import { describe, expect, it } from 'vitest';
import type { ActionCall } from '../../../lib/trajectories/action';
import type { ScriptedReply } from '../../support/loopback-endpoint';
import { ask, failureOf, proposalOf } from './ask';

const CLICK = { name: 'click', args: { ref: 'e1' } };
const BAD = { name: 'click', args: { reff: 'e1' } };

function checkCall(call: ActionCall): string | undefined {
  if (call.name !== 'click') return `There is no action "${call.name}".`;
  return 'ref' in call.args ? undefined : 'click was not run: ref: required.';
}

describe('a reply that cannot be used is shown to the model once', () => {
  it.each<[string, ScriptedReply, string, string]>([
    [
      'an unknown action',
      { calls: [{ name: 'fly', args: {} }] },
      'invalid-calls',
      'There is no action "fly".',
    ],
    [
      'arguments that do not fit',
      { calls: [CLICK, BAD] },
      'invalid-calls',
      'Call 2: click was not run: ref: required.',
    ],
    [
      'arguments that break off',
      { calls: [{ name: 'click', rawArguments: '{"ref": "e' }] },
      'reply-garbled',
      'the arguments of click are not one whole JSON object: {"ref": "e',
    ],
    [
      'far too many calls',
      { calls: Array.from({ length: 50 }, () => CLICK) },
      'too-many-calls',
      '50 calls at once; at most 20',
    ],
  ])('%s', async (_name, reply, code, told) => {
    const usage = { prompt: 1000, completion: 10, cached: 500 };
    const { result, endpoint, statuses } = await ask(
      {
        script: [
          { ...reply, usage },
          { say: 'Now.', calls: [CLICK], usage },
        ],
      },
      { checkCall },
    );
    expect(proposalOf(result)).toMatchObject({
      say: 'Now.',
      actions: [CLICK],
      tries: [{ code, waitedMs: 0 }],
      usage: { promptTokens: 2000, cachedTokens: 1000, completionTokens: 20 },
    });
    expect(statuses).toEqual([{ key: 'waiting.repair', params: {} }]);
    const [first, second] = endpoint.chats();
    const before = first?.messages ?? [];
    expect(second?.messages.slice(0, before.length)).toEqual(before);
    expect(JSON.stringify(second?.messages.slice(before.length))).toContain(
      JSON.stringify(told).slice(1, -1),
    );
    expect(endpoint.chats()).toHaveLength(2);
  });

  it('in the protocol of tool calls: every call is answered, arguments are JSON, names are names', async () => {
    const calls = [
      { name: 'no such tool!', args: {} },
      { name: 'click', rawArguments: '[1' },
    ];
    const { endpoint } = await ask({ script: [{ calls }, { calls: [CLICK] }] }, { checkCall });
    const added = endpoint.chats()[1]?.messages.slice(2) ?? [];
    expect(added.map(({ role }) => role)).toEqual(['assistant', 'tool', 'tool']);
    expect(added[0]?.tool_calls).toMatchObject([
      { id: 'call_again_0', function: { name: 'unknown', arguments: '{}' } },
      { id: 'call_again_1', function: { name: 'click', arguments: '{}' } },
    ]);
    expect(added.slice(1).map((message) => message.tool_call_id)).toEqual(['call_again_0', 'call_again_1']);
  });

  it('calls that can be read are left to the run the second time, which tells of each', async () => {
    const { result, endpoint } = await ask(
      { script: [{ calls: [BAD] }, { calls: [CLICK, BAD] }] },
      { checkCall },
    );
    expect(proposalOf(result).actions).toMatchObject([CLICK, BAD]);
    expect(endpoint.chats()).toHaveLength(2);
  });

  it('what cannot be read, or is far too much, fails the second time', async () => {
    const many = { calls: Array.from({ length: 50 }, () => CLICK) };
    const tooMany = await ask({ script: [many, many] }, { checkCall });
    expect(failureOf(tooMany.result).code).toBe('too-many-calls');
    const garbled = { calls: [{ name: 'click', rawArguments: '{"ref"' }] };
    const unread = await ask({ script: [garbled, garbled] }, { checkCall });
    expect(failureOf(unread.result).code).toBe('reply-garbled');
    expect(unread.endpoint.chats()).toHaveLength(2);
  });

  it('what replies took that came to nothing is told with the failure', async () => {
    const usage = { prompt: 100, completion: 10, cost: 0.25 };
    const garbled = { calls: [{ name: 'click', rawArguments: '{"ref"' }], usage };
    const { result } = await ask({ script: [garbled, garbled] }, { checkCall });
    expect(result).toMatchObject({
      ok: false,
      tries: [{ code: 'reply-garbled' }, { code: 'reply-garbled' }],
      spent: { usage: { promptTokens: 200, completionTokens: 20 }, costUsd: 0.5 },
    });
    const none = await ask({ faults: [{ fault: 'unauthorized' }] });
    expect('spent' in none.result).toBe(false);
  });

  it('notation is mended without asking, which is written down', async () => {
    const calls = [{ name: 'click', rawArguments: "{'ref': 'e1',}" }];
    const { result, endpoint } = await ask({ script: [{ calls }] }, { checkCall });
    expect(proposalOf(result)).toMatchObject({ actions: [CLICK], readAs: 'repaired-json' });
    expect(endpoint.chats()).toHaveLength(1);
  });

  it('costs are added up where the endpoint told all of them', async () => {
    const usage = { prompt: 10, completion: 1, cost: 0.25 };
    const { result } = await ask(
      {
        script: [
          { calls: [BAD], usage },
          { calls: [CLICK], usage },
        ],
      },
      { checkCall },
    );
    expect(proposalOf(result).costUsd).toBe(0.5);
  });
});
