import type { ActionDefinition } from '../actions/define-action';
import type { ActionCall, Risk } from '../trajectories/action';
import type { Target } from '../trajectories/target';
import type { Sentence } from '../trajectories/verdict';
import { isMultiLine, isTextField, isTickBox, readInteraction } from './interaction';
import { originOf } from './url-policy';
import { quotePageText } from './page-text';
import { highestRisk, isRiskier, raise } from './raises';
import type { Raise } from './raises';
import { findSensitiveKind } from './sensitive-field';
import { raisesOfSubmit } from './submit-risk';
import { readAddress } from './url-wording';
import { namesMessageField, readLabel } from './wording';
import type { Reading } from './wording';

export interface RiskAssessment {
  risk: Risk;
  /** Why it is of this class; empty when it is of the action's own class and that needs no asking. */
  reasons: Sentence[];
}

/** Classes that nobody is asked about. */
const QUIET = 'leaves-page';

/**
 * The class of an action on this very element: the action's own, raised by what the element is (fields, form, link)
 * and by what it says (name, form, address). The highest wins, so that no fact or word can lower another.
 * `question` is what a dialog that is to be answered asks, where that is known.
 */
export function riskOf(
  call: ActionCall,
  definition: ActionDefinition,
  args: Record<string, unknown>,
  target?: Target,
  question?: string,
): RiskAssessment {
  const raises = [
    ...raisesOfAnswer(call, args, question),
    ...raisesOfSaving(call, args, target),
    ...raisesOfArguments(args),
    ...raisesOfOptions(call, args, target),
    ...raisesOfElement(call, args, target),
  ];
  const risk = highestRisk(definition.risk, raises);
  const reasons = raises
    .filter((one) => one.risk === risk && isRiskier(one.risk, QUIET))
    .map((one) => one.reason);
  if (reasons.length > 0 || !isRiskier(risk, QUIET)) return { risk, reasons };
  return { risk, reasons: [{ key: `guard.class-${risk}`, params: {} }] };
}

/** Yes to a question of the page is what its words say; to one that nobody has seen it may be anything. */
function raisesOfAnswer(
  { name }: ActionCall,
  args: Record<string, unknown>,
  question: string | undefined,
): Raise[] {
  if (name !== 'answer_dialog' || args['accept'] !== true) return [];
  return question === undefined
    ? [raise('spends', 'guard.unseen-question')]
    : raisesOfLabel(question, 'question');
}

/** What a site has saved on the user's disk, the user is to know of. */
function raisesOfSaving(
  call: ActionCall,
  args: Record<string, unknown>,
  target: Target | undefined,
): Raise[] {
  if (call.name !== 'download') return [];
  return [
    raise('sends', 'guard.saves-file', { url: quotePageText(String(args['url'] ?? target?.href ?? '')) }),
  ];
}

function raisesOfArguments(args: Record<string, unknown>): Raise[] {
  const { url } = args;
  return typeof url === 'string' ? raisesOfAddress(url) : [];
}

/** Choosing from a list that is not a native select means clicking in it: menus are made that way, too. */
function raisesOfOptions(
  call: ActionCall,
  args: Record<string, unknown>,
  target: Target | undefined,
): Raise[] {
  const options = call.name === 'choose' ? levelsOf(args['text']) : args['options'];
  const chooses = call.name === 'choose' || call.name === 'select_option';
  if (!chooses || target?.fingerprint.tag === 'select' || !Array.isArray(options)) return [];
  return options.flatMap((option) => raisesOfLabel(String(option), 'command'));
}

/** Each level of `A / B / C` is pressed, too. */
function levelsOf(text: unknown): string[] {
  return typeof text === 'string' ? [text, ...text.split(/\s[/›>→]\s/u)] : [];
}

function raisesOfAddress(url: string): Raise[] {
  const meaning = readAddress(url);
  return meaning === undefined
    ? []
    : [raise(meaning, `guard.${meaning}-address`, { url: quotePageText(url) })];
}

function raisesOfElement(
  call: ActionCall,
  args: Record<string, unknown>,
  target: Target | undefined,
): Raise[] {
  const interaction = readInteraction(call, args, target);
  if (!interaction.activates && !interaction.fills) return [];
  if (target === undefined) return needsElement(call) ? [raise('sends', 'guard.unknown-element')] : [];
  const raises: Raise[] = [];
  if (interaction.fills) raises.push(...raisesOfFilling(target));
  if (!interaction.activates) return raises;
  if (interaction.commits) raises.push(raise('sends', 'guard.sends-keys', { name: nameOf(target) }));
  if (interaction.byEnter) raises.push(...raisesOfEnter(target));
  return [...raises, ...raisesOfActivation(target)];
}

/** Keys without a ref go to whatever has the focus; the browser's own actions have no element. */
const WITHOUT_ELEMENT = new Set([
  'navigate',
  'go_back',
  'go_forward',
  'reload',
  'open_tab',
  'switch_tab',
  'close_tab',
  'update_plan',
  'ask_user',
  'finish',
  'extract',
  'collect',
  'take_screenshot',
  'download',
  'answer_dialog',
]);

function needsElement(call: ActionCall): boolean {
  return !WITHOUT_ELEMENT.has(call.name);
}

function raisesOfFilling(target: Target): Raise[] {
  const kind = findSensitiveKind(target);
  return kind === undefined
    ? []
    : [raise('credentials', `guard.credentials-${kind}`, { name: nameOf(target) })];
}

function raisesOfActivation(target: Target): Raise[] {
  const raises = raisesOfWording(target);
  if (target.submits) raises.push(...raisesOfSubmit(target.submits, target.fingerprint.name, target.origin));
  if (target.href !== undefined && originOf(target.href) !== undefined) {
    raises.push(raise('leaves-page', 'guard.leaves-page', { url: quotePageText(target.href) }));
    raises.push(...raisesOfAddress(target.href));
  }
  return raises;
}

/** Enter in a field: what is written goes out, or a secret is handed in. */
function raisesOfEnter(target: Target): Raise[] {
  if (!isTextField(target) && !isMultiLine(target)) return [];
  const raises = raisesOfFilling(target);
  const { name, attributes } = target.fingerprint;
  if (isMultiLine(target) || [name, attributes['placeholder'] ?? ''].some(namesMessageField)) {
    raises.push(raise('sends', 'guard.sends-message', { name: nameOf(target) }));
  }
  return raises;
}

/** Labels that a control can carry; an image button says what it does in `alt`, an input button in `value`. */
const LABEL_ATTRIBUTES = ['value', 'title', 'aria-label', 'alt'];

function raisesOfWording(target: Target): Raise[] {
  if (isTextField(target) || isTickBox(target)) return [];
  const { name, attributes } = target.fingerprint;
  const labels = [name, ...LABEL_ATTRIBUTES.map((key) => attributes[key] ?? '')];
  const reading = readingOf(target);
  return labels.flatMap((label) => raisesOfLabel(label, reading));
}

function raisesOfLabel(label: string, reading: Reading): Raise[] {
  const meaning = readLabel(label, reading);
  return meaning === undefined
    ? []
    : [raise(meaning, `guard.${meaning}-wording`, { name: quotePageText(label) })];
}

const CONTENT_ROLES = new Set([
  'link',
  'row',
  'gridcell',
  'cell',
  'listitem',
  'option',
  'treeitem',
  'tab',
  'article',
]);

/** What submits a form, or is a button by tag, is a control whatever role it claims. */
function readingOf(target: Target): Reading {
  const { tag, role } = target.fingerprint;
  if (target.submits || tag === 'button' || tag === 'input') return 'control';
  return target.href !== undefined || CONTENT_ROLES.has(role) ? 'command' : 'control';
}

function nameOf(target: Target): string {
  return quotePageText(target.fingerprint.name) || target.fingerprint.role;
}
