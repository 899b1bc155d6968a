import { z } from './zod-config';
import { failureSchema } from './failure';
import { fingerprintSchema } from './fingerprint';

/** One call of the vocabulary, as a planner proposes it. Arguments are validated by `lib/actions`. */
export const actionCallSchema = z.strictObject({
  name: z.string(),
  args: z.record(z.string(), z.unknown()),
  /** Instead of `args.ref`: the recipe's way to name the element. */
  target: fingerprintSchema.optional(),
  /** The provider's id of the tool call, kept so that the result can be sent back under it. */
  callId: z.string().optional(),
});

export type ActionCall = z.infer<typeof actionCallSchema>;

export const RISKS = ['reads', 'changes-page', 'leaves-page', 'sends', 'spends', 'credentials'] as const;

/** Risk classes, mildest first. */
export type Risk = (typeof RISKS)[number];

/** A question or message of the page in a dialog of the browser. `answer` is the button or the text; '' for an alert. */
const askedSchema = z.strictObject({
  kind: z.enum(['alert', 'confirm', 'prompt', 'leave', 'print']),
  text: z.string(),
  answer: z.string(),
});

export type Asked = z.infer<typeof askedSchema>;

const downloadSchema = z.strictObject({
  name: z.string().optional(),
  bytes: z.number().int().nonnegative().optional(),
  state: z.enum(['started', 'saved', 'failed']).optional(),
});

export type Download = z.infer<typeof downloadSchema>;

/** What an action changed, as read back after it. All keys absent: nothing changed. */
export const effectSchema = z.strictObject({
  /** The tab's URL after the action, when it differs from the one before. */
  url: z.string().optional(),
  /** The document is being left for another one, or loaded anew. */
  leaves: z.boolean().optional(),
  /** Value or state read back from the element: text of a field, "checked", the selected option. */
  value: z.string().optional(),
  /** Element that has the focus now, when that moved: `textbox "Email"`. */
  focus: z.string().optional(),
  /** Name of a dialog that opened. */
  dialog: z.string().optional(),
  /** Dialogs of the browser that the page opened, oldest first, and how each was answered. */
  asked: z.array(askedSchema).optional(),
  /** Messages that appeared: alerts, status lines, what a form says of its fields. Cut, the page's own words. */
  told: z.array(z.string()).optional(),
  /** What became of the element that was acted on. */
  element: z.enum(['gone', 'disabled']).optional(),
  /** Other fields whose value changed with it: `textbox "Total" = "30"`. */
  fields: z.array(z.string()).optional(),
  added: z.number().int().optional(),
  removed: z.number().int().optional(),
  /** Texts, states or looks changed, without elements coming or going. */
  inPlace: z.boolean().optional(),
  scrolled: z.number().optional(),
  /** Address of a window that the browser did not let the page open. */
  blockedWindow: z.string().optional(),
  /** A file that the action had the browser save; empty when no more is known than that it seems so. */
  download: downloadSchema.optional(),
  /** Tabs opened or closed by it. */
  openedTab: z.number().int().optional(),
  closedTab: z.number().int().optional(),
  /** Refs that later actions of the same proposal were about and whose elements have gone. */
  lostRefs: z.array(z.string()).optional(),
  /** Whether a finish's evidence was found when it was looked for. */
  evidence: z.enum(['seen', 'not-seen']).optional(),
});

export type Effect = z.infer<typeof effectSchema>;

/** How an action ended. `unknown`: the browser or the worker died in between; it may or may not have happened. */
export const actionResultSchema = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('done'),
    /** What the planner is told, one line; says "nothing changed" in so many words when nothing did. */
    message: z.string(),
    effect: effectSchema,
    /** Data that a reading action returns: text of read_page, hits of find_text. Shown to the planner. */
    data: z.string().optional(),
    /** SHA-256 of a picture as a data URL, in the blob store. */
    image: z.string().optional(),
  }),
  z.strictObject({ status: z.literal('failed'), failure: failureSchema }),
  z.strictObject({ status: z.literal('unknown'), message: z.string() }),
]);

export type ActionResult = z.infer<typeof actionResultSchema>;
