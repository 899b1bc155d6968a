import { sumSpent } from '../../trajectories/cost';
import type { Proposal } from '../../trajectories/proposal';
import type { ProposeResult } from '../planner';
import { askWithRetries } from './ask-with-retries';
import type { Asking } from './asking';
import type { AssembledReply } from './assemble-reply';
import type { Addition } from './build-request';
import type { PlannerFailureCode } from './planner-failures';
import { readReply, type Draft, type ReadReply } from './read-reply';
import { repairTurn } from './repair-turn';
import { REPAIR_STATUS } from './waiting-words';

type Result = { ok: true; proposal: Omit<Proposal, 'latencyMs'> } | Extract<ProposeResult, { ok: false }>;

/**
 * Asks for one proposal. A reply that is whole and cannot be used is shown to the model once, with what is wrong
 * with it; one that did not come to its end is asked for anew, once.
 */
export async function askForProposal(asking: Asking): Promise<Result> {
  let addition: Addition | undefined;
  let past: ReadReply['kind'][] = [];
  for (;;) {
    const answered = await askWithRetries(asking, addition);
    if (!answered.ok) return { ...answered, tries: asking.tries };
    const { reply } = answered;
    asking.replies.push(reply);
    const asJson = !asking.dialect.tools;
    const read = readReply(reply, { asJson, isAction: isActionOf(asking), checkCall: asking.checkCall });
    if (read.kind === 'draft') return propose(asking, reply, read.draft);
    const isLast = past.includes(read.kind) || !mayHelp(read);
    if (isLast && read.kind === 'problem' && read.draft) return propose(asking, reply, read.draft);
    asking.tries.push({ code: read.code, waitedMs: 0 });
    if (isLast) return giveUp(asking, read);
    if (read.kind === 'problem') addition = { messages: repairTurn(reply, read.text, asJson), asJson };
    past = [...past, read.kind];
    asking.onStatus(REPAIR_STATUS);
  }
}

/** A limit of length or a filter would be met again. */
function mayHelp(read: Exclude<ReadReply, { kind: 'draft' }>): boolean {
  return read.kind === 'problem' || read.code === 'reply-cut' || read.code === 'endpoint-error';
}

function isActionOf({ tools }: Asking): (name: string) => boolean {
  const names = new Set(tools.map((tool) => tool.function.name));
  return (name) => names.has(name);
}

/** Characters of its words that are kept: they are sent back with every later step. */
const LONGEST_SAY = 20_000;

function shorten(say: string): string {
  return say.length > LONGEST_SAY ? `${say.slice(0, LONGEST_SAY)}…` : say;
}

function propose(asking: Asking, reply: AssembledReply, draft: Draft): Result {
  const proposal = {
    ...draft,
    say: shorten(draft.say),
    ...sumSpent(asking.replies),
    ...(reply.model === undefined ? {} : { model: reply.model }),
    ...(asking.tries.length === 0 ? {} : { tries: asking.tries }),
  };
  return { ok: true, proposal };
}

/** Calls that cannot be run are a draft; here is only what has no draft. */
function giveUp(asking: Asking, { code }: Exclude<ReadReply, { kind: 'draft' }>): Result {
  const known: PlannerFailureCode = code === 'invalid-calls' ? 'reply-garbled' : code;
  return { ok: false, failure: asking.makeFailure(known), tries: asking.tries };
}
