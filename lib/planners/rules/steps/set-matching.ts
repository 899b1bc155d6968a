import { findCandidates } from '../ground';
import type { InstructionOf } from '../instruction';
import { say } from '../messages';
import { giveUp, reportMissing, waitOnce } from '../moves';
import type { PageNode, PageTree } from '../read-observation';
import { act, DONE, failedRefs, mainDone, type Step, type StepContext } from '../step';

const FIELDS: ReadonlySet<string> = new Set(['textbox', 'combobox', 'searchbox']);
const SUGGESTIONS: ReadonlySet<string> = new Set([
  'option',
  'menuitem',
  'listitem',
  'link',
  'clickable',
  'treeitem',
]);

/** "enter an item that starts with An and ends with ca": types the beginning and takes the suggestion that fits. */
export const setMatching: Step<InstructionOf<'set-matching'>> = (instruction, context) => {
  if (mainDone(context).length > 0) return DONE;
  const given = giveUp(instruction, context);
  if (given !== undefined) return given;
  const field = findField(instruction, context);
  const typed = context.tried.some(({ name, status }) => name === 'type_text' && status === 'done');
  const fitting = typed ? findSuggestion(instruction, context.page) : undefined;
  if (fitting !== undefined) return act('click', { ref: fitting.ref });
  if (!typed && field !== undefined)
    return act('type_text', { ref: field.ref, text: instruction.starts }, 'open');
  const missing = say(context.language, 'option', { name: `${instruction.starts}…${instruction.ends}` });
  return (
    waitOnce(context, '') ??
    reportMissing(instruction, context, { phrase: instruction.field, wish: { roles: FIELDS }, missing })
  );
};

function findField({ field }: InstructionOf<'set-matching'>, context: StepContext): PageNode | undefined {
  const exclude = failedRefs(context);
  const named = findCandidates(context.page, field, { roles: FIELDS, exclude })[0]?.node;
  const fields = context.page.nodes.filter(
    (node) => node.ref !== undefined && FIELDS.has(node.role) && !exclude.has(node.ref),
  );
  return named ?? (fields.length === 1 ? fields[0] : undefined);
}

/** Letter for letter at both ends; the shortest, when several fit. */
function findSuggestion(
  { starts, ends }: InstructionOf<'set-matching'>,
  page: PageTree,
): PageNode | undefined {
  const lower = (text: string): string => text.toLowerCase();
  return page.nodes
    .filter(
      ({ ref, role, name }) =>
        ref !== undefined &&
        SUGGESTIONS.has(role) &&
        lower(name).startsWith(lower(starts)) &&
        lower(name).endsWith(lower(ends)),
    )
    .sort((one, other) => one.name.length - other.name.length)[0];
}
