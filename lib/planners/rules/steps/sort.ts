import { compareWords, coverage } from '../compare-words';
import { findCandidates } from '../ground';
import type { InstructionOf, TargetPhrase } from '../instruction';
import { say } from '../messages';
import { giveUp, openSomething, reportMissing, waitOnce } from '../moves';
import { listNamesOf, type PageNode } from '../read-observation';
import { act, DONE, failedRefs, mainDone, type Move, type Step, type StepContext } from '../step';

const LISTS: ReadonlySet<string> = new Set(['combobox', 'listbox']);
const CHOICES: ReadonlySet<string> = new Set(['option', 'menuitem', 'menuitemradio', 'radio', 'tab']);
/** Words for each end of a scale, as they are found in the options of sort lists. */
const ENDS = {
  lowest:
    /low\w*\s*(?:to|-|–|→)\s*high|\basc|lowest|cheapest|oldest|a\s*(?:to|-|–)\s*z|从低到高|由低到高|低到高|升序|最低|最早|↑/i,
  highest:
    /high\w*\s*(?:to|-|–|→)\s*low|\bdesc|highest|most expensive|newest|latest|best|top|most|z\s*(?:to|-|–)\s*a|从高到低|由高到低|高到低|降序|最高|最新|最多|↓/i,
};
const DIRECTION_WORDS =
  /[,，(]?\s*(?:from\s+)?(?:low(?:est)?\s*(?:to|-)\s*high(?:est)?|high(?:est)?\s*(?:to|-)\s*low(?:est)?|(?:in\s+)?(?:ascending|descending|asc|desc)(?:\s+order)?|(?:low|high|cheap|new|old)est\s+first|a\s*(?:to|-)\s*z|z\s*(?:to|-)\s*a|first|从低到高|从高到低|由低到高|由高到低|升序|降序)\)?/gi;

/** "sort by price, low to high": a list of orders, a choice of that name, or the head of a column. */
export const sortBy: Step<InstructionOf<'sort'>> = (instruction, context) => {
  const done = mainDone(context);
  const again = done.length === 1 && needsSecondClick(instruction, context);
  if (done.length > 0 && !again) return DONE;
  const given = onlyOptionsMissing(context) ? undefined : giveUp(instruction, context);
  if (given !== undefined) return given;
  if (again) return act('click', { ref: done[0]?.args['ref'] });
  const key = readKey(instruction.by);
  return (
    sortInList(instruction, key, context) ??
    chooseOrder(instruction, key, context) ??
    clickHead(key, context) ??
    lookFurther(instruction, key, context)
  );
};

/** What to sort by, without the direction: "price" of "price, low to high", of "cheapest" and of "lowest price". */
function readKey(by: string): string {
  const bare = by.replace(DIRECTION_WORDS, '').trim();
  if (/^(?:the\s+)?(?:cheapest|most expensive|lowest|highest|最便宜|最贵)$/i.test(bare) || bare === '')
    return 'price';
  return bare.replace(/^(?:the\s+)?(?:lowest|highest|best|top|最高|最低)\s*/i, '') || bare;
}

function sortInList(instruction: InstructionOf<'sort'>, key: string, context: StepContext): Move | undefined {
  const { tried } = context;
  const failures = tried.filter(({ status, name }) => status === 'failed' && name === 'select_option');
  for (const list of findLists(context, key)) {
    const failure = failures.findLast(({ args }) => args['ref'] === list.ref);
    const options = listNamesOf(failure?.message, list);
    if (failure !== undefined && options.length === 0) continue;
    const option = options.length === 0 ? instruction.by : bestOrder(options, instruction, key);
    if (option === undefined) continue;
    if (list.value === option) return DONE;
    if (failures.some(({ args }) => args['ref'] === list.ref && String(args['options']) === option)) continue;
    return act('select_option', { ref: list.ref, options: [option] });
  }
  return undefined;
}

/** Lists called "Sort …" first, then those that print a fitting order. */
function findLists({ page }: StepContext, key: string): PageNode[] {
  const lists = page.nodes.filter(
    (node) => node.ref !== undefined && LISTS.has(node.role) && !node.states.has('disabled'),
  );
  const named = lists.filter(
    (node) => coverage('sort', node.name) > 0.5 || compareWords('order', node.name) > 0.8,
  );
  const fitting = lists.filter(
    (node) =>
      !named.includes(node) &&
      listNamesOf(undefined, node).some(
        (option) => coverage(key, option) > 0.6 && (ENDS.lowest.test(option) || ENDS.highest.test(option)),
      ),
  );
  return [...named, ...fitting];
}

function bestOrder(options: string[], { by, order }: InstructionOf<'sort'>, key: string): string | undefined {
  const scored = options.map((option) => {
    const base = Math.max(compareWords(by, option), compareWords(key, option), coverage(key, option) * 0.9);
    const fits =
      order === undefined
        ? 0
        : ENDS[order].test(option)
          ? 0.4
          : ENDS[order === 'lowest' ? 'highest' : 'lowest'].test(option)
            ? -0.5
            : 0;
    return { option, score: base === 0 && fits <= 0 ? 0 : base + fits };
  });
  const best = scored.sort((one, other) => other.score - one.score)[0];
  return best !== undefined && best.score > 0.5 ? best.option : undefined;
}

/** Orders that are choices of their own: radios, tabs, an open menu. */
function chooseOrder(
  instruction: InstructionOf<'sort'>,
  key: string,
  context: StepContext,
): Move | undefined {
  const exclude = failedRefs(context);
  const nodes = context.page.nodes.filter(
    (node) => node.ref !== undefined && CHOICES.has(node.role) && !exclude.has(node.ref) && node.name !== '',
  );
  const name = bestOrder(
    nodes.map((node) => node.name),
    instruction,
    key,
  );
  const node = nodes.find((one) => one.name === name);
  if (node === undefined || compareWords(key, node.name) < 0.5) return undefined;
  return node.role === 'radio'
    ? act('set_checked', { ref: node.ref, checked: true })
    : act('click', { ref: node.ref });
}

/** "Sort by total", "Total": the head of a column; it sorts upwards first. */
function clickHead(key: string, context: StepContext): Move | undefined {
  const phrase: TargetPhrase = {
    raw: key,
    variants: [{ text: `sort by ${key}` }, { text: key }],
    deictic: false,
  };
  const wish = {
    roles: new Set(['button', 'link', 'clickable']),
    exclude: failedRefs(context),
    threshold: 0.7,
    bonus: (node: PageNode) => (inHead(node) ? 0.3 : coverage('sort', node.name) > 0.5 ? 0.1 : -0.3),
  };
  const head = findCandidates(context.page, phrase, wish)[0];
  return head === undefined || head.score < 0.85 ? undefined : act('click', { ref: head.node.ref });
}

function inHead(node: PageNode): boolean {
  return node.parent?.states.has('header') === true;
}

function needsSecondClick({ order }: InstructionOf<'sort'>, context: StepContext): boolean {
  const ref = mainDone(context)[0]?.args['ref'];
  const head = context.page.nodes.find((node) => node.ref !== undefined && node.ref === ref);
  return order === 'highest' && head !== undefined && inHead(head);
}

function onlyOptionsMissing({ tried }: StepContext): boolean {
  const failures = tried.filter(({ status }) => status === 'failed' || status === 'refused');
  return (
    failures.length < 3 &&
    failures.every(({ name, status }) => name === 'select_option' && status === 'failed')
  );
}

function lookFurther(instruction: InstructionOf<'sort'>, key: string, context: StepContext): Move {
  const phrase: TargetPhrase = {
    raw: key,
    variants: [{ text: 'sort' }, { text: `sort by ${key}` }],
    deictic: false,
  };
  const missing = say(context.language, 'sort-control', { name: instruction.by });
  return (
    waitOnce(context, '') ??
    openSomething(context, phrase) ??
    reportMissing(instruction, context, { phrase, wish: { roles: LISTS }, missing })
  );
}
