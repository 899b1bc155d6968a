import { z } from './zod-config';
import { actionCallSchema, actionResultSchema } from './action';
import { amountsSchema, reachedSchema } from './budget';
import { failureSchema } from './failure';
import { handOverSchema } from './hand-over';
import { failedTrySchema, proposalSchema, spentSchema } from './proposal';
import { targetSchema } from './target';
import { plannerRefSchema, taskSchema } from './task';
import { userActSchema } from './user-act';
import { wallSchema } from './wall';
import { ANSWERS, sentenceSchema, verdictSchema } from './verdict';

/** Version of the event schema; bump it together with a migration in `migrate.ts`. */
export const EVENT_VERSION = 1;

const frameSchema = z.strictObject({
  frameId: z.number().int(),
  prefix: z.string(),
  origin: z.string(),
  lastRef: z.number().int().optional(),
  mark: z.string().optional(),
});

/** Id of one proposed action: `<seq of its proposed event>.<index>`. */
const actionId = z.string();

/** Everything that can happen in a run, noun-verb. The envelope (runId, seq, at) is added by the log. */
export const eventBodySchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('run-started'),
    task: taskSchema,
    planner: plannerRefSchema,
    tabId: z.number().int(),
    /** URL of the tab when the run began: where a recipe made of it starts. */
    url: z.string(),
    /** Origins that the run may work on without asking: the starting page's. */
    origins: z.array(z.string()),
    /** What it may use before the user is asked; absent in old logs, which have `maxSteps` instead. */
    budgets: amountsSchema.optional(),
    maxSteps: z.number().int().positive().optional(),
  }),
  /** The tab that the run works on from here. */
  z.strictObject({
    type: z.literal('tab-attached'),
    tabId: z.number().int(),
    why: z.enum(['opened', 'switched', 'followed', 'recovered']),
    /** The browser gave this tab of the run another id (Chromium does when it discards one); the others stay. */
    replaces: z.number().int().optional(),
  }),
  z.strictObject({ type: z.literal('tab-detached'), tabId: z.number().int() }),
  z.strictObject({
    type: z.literal('observed'),
    tabId: z.number().int(),
    url: z.string(),
    title: z.string(),
    /** SHA-256 (hex) of the full text, in the blob store. */
    text: z.string(),
    /** SHA-256 of the text of the changes since the previous observation. */
    changes: z.string().optional(),
    /** Tells whether two observations look alike: a short hash of the text without its refs. */
    look: z.string().optional(),
    /** The same, without the numbers that the page shows. */
    calm: z.string().optional(),
    /** It lets nobody through before the user has done something: `hand-over-ended` of `wall:<kind>:<origin>` ends the wait. */
    wall: wallSchema.optional(),
    frames: z.array(frameSchema),
    elements: z.number().int(),
    ms: z.number(),
  }),
  z.strictObject({ type: z.literal('observe-failed'), tabId: z.number().int(), failure: failureSchema }),
  z.strictObject({
    type: z.literal('proposed'),
    proposal: proposalSchema,
    /** Seq of the newest event that the planner had read; words of the user after it are not answered by this proposal. */
    basis: z.number().int().nonnegative().optional(),
  }),
  z.strictObject({
    type: z.literal('judged'),
    actionId,
    verdict: verdictSchema,
    /** The sentence that the user approves. */
    sentence: sentenceSchema,
    target: targetSchema.optional(),
    /** The further elements of an action that has several, in the order of its refs. */
    others: z.array(targetSchema).optional(),
  }),
  /** The run waits for host access to an origin, or for leave to work on a new one; `actionId` is `access:<origin>`. */
  z.strictObject({
    type: z.literal('access-asked'),
    actionId,
    origin: z.string(),
    reasons: z.array(sentenceSchema),
  }),
  z.strictObject({ type: z.literal('answered'), actionId, answer: z.enum(ANSWERS) }),
  /** Answer to ask_user. */
  z.strictObject({ type: z.literal('replied'), actionId, text: z.string() }),
  z.strictObject({
    type: z.literal('action-intended'),
    actionId,
    /** Executed at most once per document by the page. */
    nonce: z.string(),
    call: actionCallSchema,
    tabId: z.number().int(),
  }),
  z.strictObject({ type: z.literal('action-ended'), actionId, result: actionResultSchema }),
  /** Only the user can do this: the run waits until the page sees them do it, or they say what became of it. */
  z.strictObject({
    type: z.literal('hand-over-asked'),
    actionId,
    nonce: z.string(),
    handOver: handOverSchema,
  }),
  z.strictObject({
    type: z.literal('hand-over-ended'),
    actionId,
    /** `page`: real input was seen there; `panel`: the user said so. */
    by: z.enum(['page', 'panel']),
    did: z.boolean(),
    /** What the page saw of it. */
    result: actionResultSchema.optional(),
  }),
  /** Words of the user in mid-run; the planner reads them at its next step. A paused run goes on with them. */
  z.strictObject({
    type: z.literal('user-said'),
    text: z.string(),
    /** Actions that were proposed and not at their end when it was said: what it may correct. */
    about: z.array(actionId).optional(),
  }),
  /** The user did something themselves in a tab of the run; one at work rests with it. */
  z.strictObject({ type: z.literal('user-acted'), tabId: z.number().int(), act: userActSchema }),
  /** The user goes on with a run that has ended: a question about it, or what to do next. */
  z.strictObject({
    type: z.literal('follow-up'),
    task: taskSchema,
    /** Who plans from here; absent: as before. */
    planner: plannerRefSchema.optional(),
    /** What this task may use before the user is asked; absent: as before. */
    budgets: amountsSchema.optional(),
    /** The tab that it works on, where the run's own has gone. */
    tab: z.strictObject({ tabId: z.number().int(), url: z.string() }).optional(),
    /** Origins that the run may work on from here without asking, beside those of before. */
    origins: z.array(z.string()).optional(),
  }),
  z.strictObject({
    type: z.literal('run-paused'),
    /** `steps`: `budget` in old logs. */
    why: z.enum(['user', 'steps', 'budget', 'loop', 'stuck', 'restart', 'sleep']),
    /** The budget that is used up. */
    reached: reachedSchema.optional(),
  }),
  z.strictObject({
    type: z.literal('run-resumed'),
    /** So much more of what had been used up; absent: as much as its budget again. */
    more: z.number().positive().optional(),
  }),
  z.strictObject({ type: z.literal('run-stopped') }),
  z.strictObject({
    type: z.literal('run-failed'),
    failure: failureSchema,
    /** Of a planner that failed: its tries, and what replies took that could not be used. */
    tries: z.array(failedTrySchema).optional(),
    spent: spentSchema.optional(),
  }),
  z.strictObject({
    type: z.literal('run-finished'),
    success: z.boolean(),
    answer: z.string(),
    evidence: z.string().optional(),
  }),
]);

export type EventBody = z.infer<typeof eventBodySchema>;
export type EventType = EventBody['type'];

/** An event as it lies in the log. */
export type RunEvent = EventBody & {
  v: number;
  runId: string;
  /** 0, 1, 2 … without gaps. */
  seq: number;
  /** Milliseconds since the epoch. */
  at: number;
};
