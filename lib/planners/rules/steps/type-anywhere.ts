import { findCandidates, isBare } from '../ground';
import type { InstructionOf } from '../instruction';
import { say } from '../messages';
import { pick, reportMissing, waitOnce } from '../moves';
import type { PageNode } from '../read-observation';
import { DONE, failedRefs, type Move, type StepCall, type StepContext } from '../step';
import { setValue, TEXT_ROLES } from './set-value';

const ALL = /^(?:both|all)\b/i;

/** "type hello", "into the text field": into the field that has the focus, or the only one there is. */
export function typeAnywhere(instruction: InstructionOf<'set'>, context: StepContext): Move {
  const element = context.attachments.find(({ kind }) => kind === 'element');
  if (element?.kind === 'element') {
    return {
      kind: 'act',
      calls: [
        {
          name: 'type_text',
          args: { text: instruction.value },
          purpose: 'main',
          target: element.fingerprint,
        },
      ],
    };
  }
  const fields = findFields(instruction, context);
  if (ALL.test(instruction.field.raw)) return typeInAll(instruction, context, fields);
  const each = readList(instruction.value);
  if (each.length > 1 && each.length === fields.length) return typeEach(instruction, context, fields, each);
  const field = pickField(fields, context);
  if (field !== undefined) return setValue(instruction, context, field, instruction.value);
  const wanted = fields.filter((node) => node.role !== 'searchbox');
  const picked = pick(
    instruction,
    context,
    (wanted.length > 0 ? wanted : fields).map((node) => ({ node, score: 1 })),
  );
  if (picked !== undefined)
    return 'kind' in picked ? picked : setValue(instruction, context, picked.node, instruction.value);
  const missing = say(context.language, 'field', { name: instruction.field.raw });
  return (
    waitOnce(context, '') ??
    reportMissing(instruction, context, { phrase: instruction.field, wish: { roles: TEXT_ROLES }, missing })
  );
}

/** The fields that are meant, in the order of the page: of the kind that was named, else all that take text. */
function findFields({ field }: InstructionOf<'set'>, context: StepContext): PageNode[] {
  const failed = failedRefs(context);
  if (isBare(field)) return findCandidates(context.page, field, { exclude: failed }).map(({ node }) => node);
  return context.page.nodes.filter(
    (node) => node.ref !== undefined && TEXT_ROLES.has(node.role) && !failed.has(node.ref),
  );
}

/** The one with the focus, the one just worked on, the only one, or the only one that is empty. */
function pickField(fields: PageNode[], { lastRef }: StepContext): PageNode | undefined {
  const focused =
    fields.find((node) => node.states.has('focused')) ?? fields.find(({ ref }) => ref === lastRef);
  if (focused !== undefined) return focused;
  const wanted = fields.filter((node) => node.role !== 'searchbox');
  const empty = wanted.filter(isEmpty);
  return [fields, wanted, empty].find(({ length }) => length === 1)?.[0];
}

function isEmpty({ value, states }: PageNode): boolean {
  return (value === undefined || value === '') && !states.has('filled') && !states.has('readonly');
}

/** "[11, 19, 5]", "1, 2 and 3": a number for each of several fields. */
function readList(value: string): string[] {
  const list = /^(?:.*\s)?[[(]?\s*(-?\d+(?:\.\d+)?(?:\s*(?:,|and)\s*-?\d+(?:\.\d+)?)+)\s*[\])]?$/i.exec(
    value,
  )?.[1];
  return list?.split(/\s*(?:,|and)\s*/) ?? [];
}

/** In the order of the page. */
function typeEach(
  instruction: InstructionOf<'set'>,
  context: StepContext,
  fields: PageNode[],
  values: string[],
): Move {
  const inOrder = fields.toSorted((one, other) => one.order - other.order);
  const calls: StepCall[] = inOrder.flatMap((node, index) => {
    const move = setValue(instruction, context, node, values[index] ?? '');
    return move.kind === 'act' ? move.calls : [];
  });
  return calls.length === 0 ? DONE : { kind: 'act', calls, batch: true };
}

function typeInAll(instruction: InstructionOf<'set'>, context: StepContext, fields: PageNode[]): Move {
  const calls: StepCall[] = fields.flatMap((node) => {
    const move = setValue(instruction, context, node, instruction.value);
    return move.kind === 'act' ? move.calls : [];
  });
  return calls.length === 0 ? DONE : { kind: 'act', calls, batch: true };
}
