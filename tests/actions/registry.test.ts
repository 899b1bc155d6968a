import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasParameter, listParameters } from '../../lib/actions/action-parameters';
import { ACTIONS, findAction } from '../../lib/actions/registry';
import { toolDefinitions } from '../../lib/actions/tool-definitions';
import { RISKS } from '../../lib/trajectories/action';
import { renderActionsPage } from './render-actions-page';

/** Files of the room that are no action. */
const SHARED_FILES = [
  'action-parameters',
  'arguments',
  'define-action',
  'ref-arguments',
  'registry',
  'split-action',
  'tool-definitions',
  'validate-call',
];

const fileNameOf = (name: string): string => name.replaceAll('_', '-');

function filesIn(folder: string): string[] {
  return readdirSync(new URL(`../../${folder}/`, import.meta.url))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length));
}

describe('the list of actions', () => {
  it('names exactly the action files of the room', () => {
    const files = filesIn('lib/actions').filter((file) => !SHARED_FILES.includes(file));
    expect(files.sort()).toEqual(ACTIONS.map((action) => fileNameOf(action.name)).sort());
  });

  it('has a runner in lib/page/act of the same basename for each page action', () => {
    const runners = filesIn('lib/page/act');
    for (const action of ACTIONS.filter((one) => one.runsIn === 'page')) {
      expect(runners).toContain(fileNameOf(action.name));
    }
  });

  it('gives each name once, in snake_case, and finds it', () => {
    const names = ACTIONS.map((action) => action.name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) {
      expect(name).toMatch(/^[a-z]+(_[a-z]+)*$/);
      expect(findAction(name)?.name).toBe(name);
    }
    expect(findAction('toString')).toBeUndefined();
  });

  it('describes each action in at most three sentences', () => {
    for (const action of ACTIONS) {
      const sentences = action.description.match(/\.(\s|$)/g) ?? [];
      expect(sentences.length, action.name).toBeLessThanOrEqual(3);
      expect(action.description.length, action.name).toBeLessThan(330);
      expect(RISKS).toContain(action.risk);
    }
  });

  it('is documented in docs/actions.md (update with `npx vitest run --project node tests/actions -u`)', async () => {
    await expect(renderActionsPage()).toMatchFileSnapshot('../../docs/actions.md');
  });
});

describe('the parameters', () => {
  it('tell which actions take an element', () => {
    const takeRef = ACTIONS.filter((action) => hasParameter(action, 'ref')).map((action) => action.name);
    expect(takeRef).toEqual([
      'click',
      'click_at',
      'draw_path',
      'type_text',
      'choose',
      'select_option',
      'set_date',
      'set_checked',
      'set_value',
      'upload_file',
      'press_keys',
      'hover',
      'drag',
      'scroll',
      'read_page',
      'expand',
      'extract',
      'collect',
      'take_screenshot',
      'download',
      'ask_user',
    ]);
    const click = findAction('click');
    expect(click && listParameters(click)).toEqual([
      { name: 'ref', required: true },
      { name: 'button', required: false },
      { name: 'double', required: false },
      { name: 'modifiers', required: false },
    ]);
  });
});

describe('the tools that a model reads', () => {
  it('are these, byte for byte', async () => {
    const lines = toolDefinitions().map((tool) => JSON.stringify(tool));
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('tools.snapshot.jsonl');
  });

  it('cost less than 95 tokens each on the average, at 4 characters a token', () => {
    expect(JSON.stringify(toolDefinitions()).length / 4).toBeLessThan(95 * ACTIONS.length);
  });

  it('are the same at every call', () => {
    expect(JSON.stringify(toolDefinitions())).toBe(JSON.stringify(toolDefinitions()));
  });
});
