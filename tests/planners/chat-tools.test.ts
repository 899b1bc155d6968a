import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../../lib/actions/registry';
import { toolDefinitions } from '../../lib/actions/tool-definitions';
import { offerTools, unwrapCall, wrapCall } from '../../lib/planners/chat-tools';
import { estimateTokens } from '../../lib/trajectories/estimate-tokens';

const EVERYTHING = { files: true, images: true };

describe('the tools that are offered', () => {
  const offered = offerTools(toolDefinitions(), EVERYTHING);
  const shared = offered.at(-1)?.function.description ?? '';

  it('are these', () => {
    expect(offered.map((tool) => tool.function.name)).toMatchSnapshot();
    expect(shared).toMatchSnapshot();
  });

  it('tell of every action of the vocabulary, with all its arguments', () => {
    for (const { function: tool } of toolDefinitions()) {
      const own = offered.find((one) => one.function.name === tool.name);
      const line = shared.split('\n').find((one) => one.startsWith(`${tool.name}(`));
      expect(own !== undefined || line !== undefined, tool.name).toBe(true);
      const { properties } = tool.parameters;
      for (const name of Object.keys(properties)) expect(own ? JSON.stringify(own) : line).toContain(name);
    }
  });

  it('take less than 1900 tokens of every request, as estimated', () => {
    expect(estimateTokens(JSON.stringify(offered))).toBeLessThan(1_900);
  });

  it('leave out what is of no use in a run, and are the same bytes at every call', () => {
    const plain = JSON.stringify(offerTools(toolDefinitions(), { files: false, images: false }));
    expect(plain).not.toMatch(/upload_file|take_screenshot/);
    expect(JSON.stringify(offerTools(toolDefinitions(), EVERYTHING))).toBe(JSON.stringify(offered));
  });
});

describe('a call', () => {
  it('means the same action however it is made', () => {
    for (const { name } of ACTIONS) {
      const call = { name, args: { ref: 'e1' }, callId: 'c1' };
      expect(unwrapCall({ ...wrapCall(call), callId: 'c1' })).toEqual(call);
      expect(unwrapCall(call)).toEqual(call);
    }
  });

  it('of the shared tool without an action is left for the check to refuse', () => {
    const call = { name: 'other_action', args: { args: {} } };
    expect(unwrapCall(call)).toEqual(call);
  });

  it('may leave out empty arguments', () => {
    expect(unwrapCall({ name: 'other_action', args: { name: 'reload' } })).toEqual({
      name: 'reload',
      args: {},
    });
  });
});
