import { findCandidates } from '../ground';
import type { InstructionOf } from '../instruction';
import { parseTarget } from '../parse-target';
import type { PageNode } from '../read-observation';
import { DONE, failedRefs, type Move, type StepCall, type StepContext } from '../step';
import { setOnOff } from './set-field';

const MANY: ReadonlySet<string> = new Set(['checkbox', 'switch', 'option', 'menuitemcheckbox']);
const BETWEEN = /\s*[,，、;]\s*(?:(?:and|or)\s+)?|\s+and\s+|和|以及/i;
/** Each part has to be the very name, or the whole is one name with commas in it. */
const NAMED = 0.9;

/** "select Red, Blue and Green": boxes to tick, or options of one list that takes several. */
export function chooseSeveral(instruction: InstructionOf<'choose'>, context: StepContext): Move | undefined {
  const parts = instruction.option.raw.split(BETWEEN).filter((part) => part !== '');
  if (parts.length === 1 && !isInManyList(parts[0] ?? '', context)) return undefined;
  const exclude = failedRefs(context);
  const found: PageNode[] = [];
  for (const part of parts) {
    const phrase = parseTarget(part);
    const node = findCandidates(context.page, { ...phrase, variants: [{ text: part }] }, { roles: MANY, exclude }).find(
      ({ score, node: candidate }) => score >= NAMED && !found.includes(candidate),
    )?.node;
    if (node === undefined) return undefined;
    found.push(node);
  }
  const calls = [...tick(found), ...chooseInLists(found)];
  return calls.length === 0 ? DONE : { kind: 'act', calls, batch: true };
}

/** One name alone is an ordinary choice, unless the list would keep what was chosen before. */
function isInManyList(name: string, { page }: StepContext): boolean {
  return page.nodes.some(
    (node) => node.role === 'option' && node.name === name && node.parent?.states.has('multiple') === true,
  );
}

function tick(nodes: PageNode[]): StepCall[] {
  return nodes
    .filter(({ role }) => role !== 'option')
    .flatMap((node) => {
      const move = setOnOff(node, true);
      return move.kind === 'act' ? move.calls : [];
    });
}

/** All options of one list at once: a choice replaces the one before. */
function chooseInLists(nodes: PageNode[]): StepCall[] {
  const byList = Map.groupBy(
    nodes.filter(({ role }) => role === 'option'),
    ({ parent }) => parent,
  );
  return [...byList.entries()].flatMap(([list, options]): StepCall[] =>
    list?.ref === undefined
      ? options.map(({ ref }) => ({ name: 'click', args: { ref }, purpose: 'main' }))
      : [
          {
            name: 'select_option',
            args: { ref: list.ref, options: options.map(({ name }) => name) },
            purpose: 'main',
          },
        ],
  );
}
