import { bindApproval } from '../actor/bind-approval';
import { contains } from '../../observe/dom';
import { actError, type ActContext, type ActError, type RunnerOutcome } from '../actor/act-context';
import { nameElement, quoteShort } from '../actor/name-element';
import { waitUntil } from '../effect/wait';
import { writeAtOnce } from '../text/write-at-once';
import { openLevels } from './choose-path';
import { closeList } from './close-list';
import { CONFIRM_TIMEOUT_MS, confirmChoice } from './confirm-choice';
import { findOption, type OptionSearch } from './find-option';
import { findListControl } from './list-control';
import { foldLabel, listChoices, matchOption, matchWholly, splitPath, type Choice } from './match-option';
import { openList, type OpenList } from './open-list';
import { isOneOfSeveral, readChosen } from './option-elements';
import { pickOption } from './pick-option';
import { phraseShown, readShown, saysChoice, type ShownChoice } from './shown-choice';

export interface ListChoice {
  wanted: readonly string[];
  /** Where several can be chosen: what is chosen stays so. */
  adds: boolean;
}

/**
 * Chooses in a custom combobox, listbox, menu button or group of choices: opens it when it is closed, filters or scrolls it,
 * picks, reads back, and closes what it has opened. Failure codes: `no-such-option`, `no-list`, `option-acts`, `not-set`.
 */
export async function chooseFromList(
  context: ActContext,
  element: Element,
  { wanted, adds }: ListChoice,
): Promise<RunnerOutcome> {
  const bound = bindApproval(context, element);
  const control = findListControl(element);
  const session: Session = { context: bound, control, name: nameElement(context, element) };
  const picked: Picked[] = [];
  let list = await openList(bound, control);
  try {
    for (const one of wanted) {
      if (picked.length > 0 && list.offered().length === 0) list = await reopen(session, list);
      const done = await chooseOne(session, list, one);
      list = done.list;
      picked.push(done);
    }
    if (!adds) await dropOthers(session, list, picked);
    await confirm(session, list, picked);
  } finally {
    if (!bound.signal.aborted)
      await closeList(
        bound,
        list,
        picked.some(({ already }) => !already),
      );
    list.stop();
  }
  return report(session, picked, element);
}

/** Presses the "OK" of a dialog of options, and reads back that the control has taken the choice over. */
async function confirm(
  { context, control, name }: Session,
  list: OpenList,
  picked: readonly Picked[],
): Promise<void> {
  if (picked.every(({ already }) => already) || !(await confirmChoice(context, list))) return;
  const isTaken = (): true | undefined =>
    picked.every(({ label }) => saysChoice(list.shown(), label)) || undefined;
  if (await waitUntil(context.window, CONFIRM_TIMEOUT_MS, context.signal, isTaken)) return;
  throw notSetError(name, picked.map(({ label }) => label).join(', '), control);
}

interface Session {
  context: ActContext;
  control: Element;
  name: string;
}

interface Picked {
  list: OpenList;
  label: string;
  already: boolean;
}

async function reopen({ context, control }: Session, list: OpenList): Promise<OpenList> {
  list.stop();
  return openList(context, control);
}

async function chooseOne(session: Session, list: OpenList, wanted: string): Promise<Picked> {
  const { context, control, name } = session;
  const shown = list.shown();
  const choice = await expectOption(session, list, wanted, shown);
  if (!choice) return { list, label: wanted, already: true };
  const { label } = choice;
  if (isChosenAlready(list, choice, shown)) return { list, label, already: true };
  const taken = await pickOption(context, list, choice, wanted);
  if (taken) return { list: taken, label, already: false };
  throw notSetError(name, label, control);
}

function notSetError(name: string, label: string, control: Element): ActError {
  const shows = quoteShort(phraseShown(readShown(control))) || 'nothing';
  return actError(
    'not-set',
    `${quoteShort(label)} was picked in ${name}, but it was not taken: it shows ${shows}. Observe again.`,
    { target: name, option: label },
  );
}

/** Of a list that stays on show the options themselves tell; elsewhere the control must show it, too. */
function isChosenAlready(list: OpenList, { item, label }: Choice<Element>, shown: ShownChoice): boolean {
  const isChosen = readChosen(item);
  if (isChosen === undefined) return showsWhole(shown, label);
  return isChosen && (list.wasOpen || isOneOfSeveral(item) || saysChoice(shown, label));
}

/** Drawn as a single value or as a chip; what stands in a field may have been typed only. */
function showsWhole({ pieces }: ShownChoice, label: string): boolean {
  return pieces.some((piece) => foldLabel(piece) === foldLabel(label));
}

/** Undefined: it is chosen, and the list offers only what is not. */
async function expectOption(
  session: Session,
  list: OpenList,
  wanted: string,
  shown: ShownChoice,
): Promise<Choice<Element> | undefined> {
  const { context, name } = session;
  const path = splitPath(wanted);
  const fieldBefore = shown.field ?? '';
  if (path) {
    const whole = matchOption(list.offered(), wanted);
    const { options, isComplete } = whole
      ? { options: [whole], isComplete: true }
      : await openLevels(context, list, path);
    const found = isComplete ? (whole ?? matchOption(options, path.at(-1) ?? '')) : undefined;
    if (found) return found;
    if (!isComplete && options.length > 0 && matchOption(options, path[0] ?? '') !== undefined)
      throw noOptionError(name, wanted, options);
  }
  if (showsWhole(shown, wanted) && !matchWholly(list.offered(), wanted)) return undefined;
  const search = await findOption(context, list, wanted);
  if (search.found) return search.found;
  restoreField(context, session.control, search, fieldBefore);
  if (search.seen.length === 0) throw noListError(name);
  throw noOptionError(name, wanted, search.seen);
}

/** What was typed to look for an option that there is not is no choice: it must not stay in the field. */
function restoreField(
  context: ActContext,
  control: Element,
  { typedInto }: OptionSearch,
  before: string,
): void {
  if (typedInto && contains(control, typedInto) && typedInto.value !== before)
    writeAtOnce(context, typedInto, before, false);
}

/** Takes back what is chosen besides, as far as the list shows it. */
async function dropOthers(session: Session, list: OpenList, picked: readonly Picked[]): Promise<void> {
  const kept = new Set(picked.map(({ label }) => label));
  const others = list
    .offered()
    .filter(({ item, label }) => isOneOfSeveral(item) && readChosen(item) === true && !kept.has(label));
  for (const other of others) await pickOption(session.context, list, other, other.label);
}

function report({ control, name }: Session, picked: readonly Picked[], element: Element): RunnerOutcome {
  const labels = picked.map(({ label }) => quoteShort(label)).join(', ');
  const shown = phraseShown(readShown(control));
  const value = picked.map(({ label }) => label).join(', ');
  if (picked.every(({ already }) => already))
    return { message: `${labels} was chosen in ${name} already`, value, nothingDone: true };
  const shows = shown !== '' && !picked.every(({ label }) => shown.includes(label));
  const remark = shows ? `, which now shows ${quoteShort(shown)}` : '';
  return { message: `chose ${labels} in ${name}${remark}`, value, target: element };
}

function noOptionError(name: string, wanted: string, seen: readonly Choice<Element>[]): ActError {
  return actError(
    'no-such-option',
    `${quoteShort(wanted)} is not among the options of ${name}. Options: ${listChoices(seen)}.`,
    { target: name, option: wanted },
  );
}

function noListError(name: string): ActError {
  return actError(
    'no-list',
    `${name} opened no list of options. Click it, observe, and click the option there.`,
    { target: name },
  );
}
