import { z } from '../zod-config';
import { blobHashes } from '../blob-hashes';
import type { RunEvent } from '../event';
import { InvalidEventError, migrateEvents } from '../migrate';
import { runSummarySchema, type RunSummary } from '../run-summary';

export const RUN_DOCUMENT_SCHEMA = 'errand-run';
export const RUN_DOCUMENT_VERSION = 1;

/** Longest document that is read, in characters: a file from a stranger must not fill the memory. */
export const RUN_DOCUMENT_LIMIT = 200_000_000;

/** One run, whole: its row, its log, and the texts that the log speaks of. */
export interface RunDocument {
  schema: typeof RUN_DOCUMENT_SCHEMA;
  version: number;
  run: RunSummary;
  events: RunEvent[];
  /** SHA-256 (hex) -> text. */
  blobs: Record<string, string>;
}

/** SHA-256 of a text's UTF-8 bytes, in lower-case hex. */
export type Digest = (text: string) => Promise<string>;

/** A file that is no run, or not a whole one. The message says why. */
export class InvalidRunDocumentError extends Error {
  override name = 'InvalidRunDocumentError';
}

const documentSchema = z.strictObject({
  schema: z.literal(RUN_DOCUMENT_SCHEMA),
  version: z.number().int().positive(),
  run: runSummarySchema,
  events: z.array(z.unknown()),
  blobs: z.record(z.string(), z.string()),
});

/**
 * The document of one run. Blobs that the log speaks of but that are gone (pruned) are left out;
 * blobs that it does not speak of are not exported.
 */
export async function buildRunDocument(
  run: RunSummary,
  events: readonly RunEvent[],
  findBlob: (hash: string) => Promise<string | undefined>,
): Promise<RunDocument> {
  const blobs: Record<string, string> = {};
  for (const hash of blobHashes(events)) {
    const text = await findBlob(hash);
    if (text !== undefined) blobs[hash] = text;
  }
  return { schema: RUN_DOCUMENT_SCHEMA, version: RUN_DOCUMENT_VERSION, run, events: [...events], blobs };
}

/** The document as a file: JSON, indented by two, ending in a line feed. */
export function printRunDocument(document: RunDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

/**
 * Reads a file back. Everything is checked: schema, version, every event and their order, every blob's hash.
 * @throws InvalidRunDocumentError
 */
export async function parseRunDocument(text: string, digest: Digest): Promise<RunDocument> {
  if (text.length > RUN_DOCUMENT_LIMIT)
    throw new InvalidRunDocumentError('The file is too long to be a run.');
  const parsed = documentSchema.safeParse(parseJson(text));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new InvalidRunDocumentError(
      `The file is not a run: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
    );
  }
  const { version, run, blobs } = parsed.data;
  if (version > RUN_DOCUMENT_VERSION) {
    throw new InvalidRunDocumentError(
      `The file has version ${version}; this version of Errand reads up to ${RUN_DOCUMENT_VERSION}.`,
    );
  }
  const events = readEvents(parsed.data.events, run.id);
  await expectBlobs(blobs, events, digest);
  return { schema: RUN_DOCUMENT_SCHEMA, version: RUN_DOCUMENT_VERSION, run, events, blobs };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidRunDocumentError('The file is not JSON.');
  }
}

function readEvents(raw: unknown[], runId: string): RunEvent[] {
  try {
    const events = migrateEvents(raw);
    if (events[0]?.runId !== runId) throw new InvalidRunDocumentError('The events belong to another run.');
    return events;
  } catch (error) {
    if (error instanceof InvalidEventError) throw new InvalidRunDocumentError(error.message);
    throw error;
  }
}

async function expectBlobs(blobs: Record<string, string>, events: RunEvent[], digest: Digest): Promise<void> {
  const known = new Set(blobHashes(events));
  for (const [hash, text] of Object.entries(blobs)) {
    if (!known.has(hash)) throw new InvalidRunDocumentError(`No event speaks of the text ${hash}.`);
    if ((await digest(text)) !== hash) throw new InvalidRunDocumentError(`The text ${hash} was changed.`);
  }
}
