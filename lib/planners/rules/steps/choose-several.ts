import { findCandidates } from '../ground';
import type { InstructionOf } from '../instruction';
import { parseTarget } from '../parse-target';
import type { PageNode } from '../read-observation';
import { DONE, failedRefs, type Move, type StepCall, type StepContext } from '../step';
import { setOnOff } from './set-value';

const MANY: ReadonlySet<string> = new Set(['checkbox', 'switch', 'option', 'menuitemcheckbox']);
const BETWEEN = /\s*[,，、;]\s*(?:(?:and|or)\s+)?|\s+and\s+|和|以及/i;
/** Each part has to be the very name, or the whole is one name with commas in it. */
const NAMED = 0.9;

/** "select Red, Blue and Green": boxes to tick, or options of one list that takes several. */
export function chooseSeveral(instruction: InstructionOf<'choose'>, context: StepContext): Move | undefined {
  const parts = instruction.option.raw.split(BETWEEN).filter((part) => part !== '');
  if (parts.length === 1 && !isInManyList(parts[0] ?? '', context)) return undefined;
  const found = findAll(parts, context);
  if (found === undefined) return undefined;
  const calls = [...tick(found), ...chooseInLists(found)];
  return calls.length === 0 ? DONE : { kind: 'act', calls, batch: true };
}

/** The node of each part. What is no name by itself may be one together with the parts after it. */
function findAll(parts: string[], context: StepContext): PageNode[] | undefined {
  const found: PageNode[] = [];
  for (let at = 0; at < parts.length;) {
    const taken = [1, 2, 3]
      .filter((length) => at + length <= parts.length)
      .map((length) => ({ length, node: findNamed(parts.slice(at, at + length).join(', '), found, context) }))
      .find(({ node }) => node !== undefined);
    if (taken?.node === undefined) return undefined;
    found.push(taken.node);
    at += taken.length;
  }
  return found;
}

function findNamed(name: string, found: PageNode[], context: StepContext): PageNode | undefined {
  const phrase = { ...parseTarget(name), variants: [{ text: name }] };
  const wish = { roles: MANY, exclude: failedRefs(context) };
  return findCandidates(context.page, phrase, wish).find(
    ({ score, node }) => score >= NAMED && !found.includes(node),
  )?.node;
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
