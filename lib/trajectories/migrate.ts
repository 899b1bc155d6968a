import { z } from './zod-config';
import { EVENT_VERSION, eventBodySchema, type RunEvent } from './event';

const envelopeSchema = z.object({
  v: z.number().int().positive(),
  runId: z.string().min(1),
  seq: z.number().int().nonnegative(),
  at: z.number(),
});

/** Lifts an event of version n to n + 1; the envelope is left alone. */
type Migration = (body: Record<string, unknown>) => Record<string, unknown>;

/** One entry per old version, oldest first. Empty while version 1 is the newest. */
const MIGRATIONS: Readonly<Record<number, Migration>> = {};

/** Something that is no event of any known version. The message names the event and the field. */
export class InvalidEventError extends Error {
  override name = 'InvalidEventError';
}

/**
 * Checks an event of any known version and lifts it to the newest.
 * @throws InvalidEventError when it is malformed or was written by a newer version of Errand.
 */
export function migrateEvent(raw: unknown): RunEvent {
  const { v, runId, seq, at } = readEnvelope(raw);
  if (v > EVENT_VERSION) {
    throw new InvalidEventError(
      `Event ${seq} has version ${v}; this version of Errand reads up to ${EVENT_VERSION}. Update Errand to read it.`,
    );
  }
  const body = Object.fromEntries(
    Object.entries(raw as object).filter(([key]) => !(key in envelopeSchema.shape)),
  );
  const parsed = eventBodySchema.safeParse(liftBody(body, v, seq));
  if (!parsed.success) throw new InvalidEventError(`Event ${seq} is not valid: ${firstIssue(parsed.error)}`);
  return { ...parsed.data, v: EVENT_VERSION, runId, seq, at };
}

/**
 * Checks the events of one run: in order, without gaps, one run id.
 * @throws InvalidEventError
 */
export function migrateEvents(raw: readonly unknown[]): RunEvent[] {
  const events = raw.map(migrateEvent);
  for (const [index, event] of events.entries()) {
    if (event.seq !== index)
      throw new InvalidEventError(`Event ${index} is missing: found ${event.seq} in its place.`);
    if (event.runId !== events[0]?.runId)
      throw new InvalidEventError(`Event ${index} belongs to another run.`);
  }
  if (events[0]?.type !== 'run-started') throw new InvalidEventError('Event 0 is not the start of a run.');
  return events;
}

function readEnvelope(raw: unknown): z.infer<typeof envelopeSchema> {
  const envelope = envelopeSchema.safeParse(raw);
  if (!envelope.success) throw new InvalidEventError(`This is not an event: ${firstIssue(envelope.error)}`);
  return envelope.data;
}

function liftBody(body: Record<string, unknown>, from: number, seq: number): Record<string, unknown> {
  let lifted = body;
  for (let version = from; version < EVENT_VERSION; version += 1) {
    const migration = MIGRATIONS[version];
    if (!migration)
      throw new InvalidEventError(`Event ${seq} has version ${version}, which cannot be read any more.`);
    lifted = migration(lifted);
  }
  return lifted;
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  if (!issue) return 'unknown reason';
  const path = issue.path.map(String).join('.');
  return path === '' ? issue.message : `${path}: ${issue.message}`;
}
