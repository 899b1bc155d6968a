import type { ActionDefinition } from '../actions/define-action';
import { splitAction } from '../actions/split-action';
import type { ActionCall, Risk } from '../trajectories/action';
import type { Target } from '../trajectories/target';
import type { Task } from '../trajectories/task';
import type { Sentence, Verdict } from '../trajectories/verdict';
import { isGranted } from './grants';
import type { Grant } from './grants';
import { readInteraction } from './interaction';
import { mergeVerdicts } from './merge-verdicts';
import { actedOn, mayVisit, originsTouched } from './origins';
import { quotePageText } from './page-text';
import { isRiskier } from './raises';
import { riskOf } from './risk-of';
import type { RiskAssessment } from './risk-of';
import { findSensitiveKind } from './sensitive-field';
import { findLinkFault, isScriptUrl } from './link-policy';
import { findUrlFault } from './url-policy';
import type { UrlFault } from './url-policy';

export interface JudgeInput {
  call: ActionCall;
  definition: ActionDefinition;
  /** Arguments as the definition's schema returned them. */
  args: Record<string, unknown>;
  /** The element as the page's own objects describe it; absent for actions without one. */
  target?: Target;
  /** The further elements of an action that has several, in the order of its refs. */
  others?: readonly Target[];
  /** Origins that the run may work on. */
  origins: string[];
  /** URL of the top document that the action is for; '' when the browser does not tell. */
  pageUrl: string;
  grants: Grant[];
  task: Task;
  /** For answer_dialog: the question of the page that was asked last; absent when none has been seen. */
  question?: string;
}

/**
 * Allow, ask or deny: from facts and tables alone, the same for the same input. Never asks a model, never throws,
 * and nothing that a page says can make a verdict milder. An action with several elements is as risky as what it does
 * to the riskiest of them.
 */
export function judge(input: JudgeInput): Verdict {
  return mergeVerdicts(listSingleActions(input).map(judgeSingle));
}

/** The action as one on each of its elements, or as the single actions that it amounts to. */
function listSingleActions(input: JudgeInput): JudgeInput[] {
  const { call, definition, args, target, others = [] } = input;
  if (target === undefined) return [input];
  const targets = [target, ...others];
  const parts = splitAction(definition, args, targets);
  if (!parts) return targets.map((one) => ({ ...input, target: one }));
  // One part too many has no element that was found: it is judged as acting on nobody knows what.
  return parts.map((part, index) => {
    const { target: _, ...rest } = input;
    const one = targets[index];
    const single = { call: { ...call, name: part.definition.name, args: part.args }, ...part };
    return { ...rest, ...single, ...(one === undefined ? {} : { target: one }) };
  });
}

function judgeSingle(input: JudgeInput): Verdict {
  const { definition } = input;
  if (definition.runsIn === 'run') return { decision: 'allow', risk: definition.risk, reasons: [] };
  const refused = findRefusal(input);
  if (refused !== undefined) {
    return { decision: 'deny', risk: refused.risk, reasons: [refused.reason], message: refused.message };
  }
  if (definition.risk === 'reads') return { decision: 'allow', risk: 'reads', reasons: [] };
  return judgeChange(input);
}

type Refusal = UrlFault & { risk: Risk };

function findRefusal({ call, definition, args, target, pageUrl }: JudgeInput): Refusal | undefined {
  const { url } = args;
  const fault =
    (typeof url === 'string' ? findUrlFault(url) : undefined) ??
    (definition.runsIn === 'page' ? findUrlFault(pageUrl) : undefined);
  if (fault !== undefined) return { ...fault, risk: definition.risk };
  if (target === undefined) return undefined;
  const { activates, fills } = readInteraction(call, args, target);
  const linkFault = activates ? findLinkFault(target) : undefined;
  if (linkFault !== undefined) return { ...linkFault, risk: riskOf(call, definition, args, target).risk };
  return fills ? refuseSecrets(target) : undefined;
}

/** Passwords, codes and card numbers are the user's to type; planners never learn nor write them. */
function refuseSecrets(target: Target): Refusal | undefined {
  const kind = findSensitiveKind(target);
  if (kind === undefined) return undefined;
  const name = quotePageText(target.fingerprint.name);
  return {
    risk: 'credentials',
    reason: { key: `guard.hand-over-${kind}`, params: { name } },
    message:
      `Errand does not fill in ${SECRET_NAMES[kind]}. ` +
      'Use ask_user to have the user fill it in on the page, then go on; do not ask for the value itself.',
  };
}

const SECRET_NAMES = {
  password: 'passwords',
  'one-time-code': 'one-time codes',
  card: 'card numbers or codes',
};

/** What goes to a site with the user's own files is named: which, how large, and to whom. */
function assess({ call, definition, args, target, pageUrl, task, question }: JudgeInput): RiskAssessment {
  const assessed = riskOf(call, definition, args, target, question);
  if (!definition.takesFiles) return assessed;
  const names = Array.isArray(args['files']) ? args['files'].map(String) : [];
  const files = names.map((name) => `${quotePageText(name)} (${sizeOf(name, task)})`).join(', ');
  const reason = { key: 'guard.uploads', params: { files, origin: actedOn(target, pageUrl) ?? pageUrl } };
  return {
    ...assessed,
    reasons: [reason, ...assessed.reasons.filter(({ key }) => key !== 'guard.class-sends')],
  };
}

function sizeOf(name: string, task: Task): string {
  const file = task.attachments.find((one) => one.kind === 'file' && one.name === name);
  return file?.kind === 'file' ? writeSize(file.size) : '?';
}

/** `840 B`, `1.2 MB`: decimal, as browsers show downloads. */
function writeSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function judgeChange(input: JudgeInput): Verdict {
  const { target, pageUrl, grants } = input;
  const assessed = assess(input);
  const reasons: Sentence[] = [];
  const asksForClass = isRiskier(assessed.risk, 'leaves-page');
  if (asksForClass && !isGranted(assessed.risk, actedOn(target, pageUrl), grants))
    reasons.push(...assessed.reasons);
  const newOrigins = originsTouched(input).filter((origin) => !mayVisit(origin, input));
  reasons.push(...newOrigins.map((origin) => describeNewOrigin(origin, input.task)));
  const [newOrigin] = newOrigins;
  if (target !== undefined && opensScript(input, target)) {
    reasons.push({ key: 'guard.script-link', params: { name: quotePageText(target.fingerprint.name) } });
  }
  return {
    decision: reasons.length > 0 ? 'ask' : 'allow',
    risk: newOrigin !== undefined && !isRiskier(assessed.risk, 'leaves-page') ? 'leaves-page' : assessed.risk,
    reasons,
    ...(newOrigin === undefined ? {} : { addsOrigin: newOrigin }),
  };
}

function opensScript({ call, args }: JudgeInput, target: Target): boolean {
  if (!readInteraction(call, args, target).activates) return false;
  return [target.href, target.submits?.action].some((url) => url !== undefined && isScriptUrl(url));
}

/** Tells the user when they named the site themselves; it is asked for all the same. */
function describeNewOrigin(origin: string, task: Task): Sentence {
  const named = task.text.toLowerCase().includes(new URL(origin).host.replace(/^www\./, ''));
  return { key: named ? 'guard.new-origin-named' : 'guard.new-origin', params: { origin } };
}
