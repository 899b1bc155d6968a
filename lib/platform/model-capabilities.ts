import { z } from 'zod';
import type { ModelCapabilities } from '../planners/chat-model/model-capabilities';
import { browser } from './browser';

const KEY = 'modelCapabilities';

/** One entry per endpoint and model that "Test connection" has tried out. */
const storedSchema = z.record(
  z.string(),
  z.object({
    toolCalls: z.boolean().optional(),
    parallelCalls: z.boolean().optional(),
    streaming: z.boolean().optional(),
    images: z.boolean().optional(),
    jsonSchema: z.boolean().optional(),
    contextTokens: z.number().int().positive().optional(),
    streamUsage: z.boolean().optional(),
    systemRole: z.boolean().optional(),
  }),
);

function nameOf(baseUrl: string, model: string): string {
  return `${baseUrl} ${model}`;
}

async function readAll(): Promise<z.infer<typeof storedSchema>> {
  const parsed = storedSchema.safeParse((await browser.storage.local.get(KEY))[KEY] ?? {});
  return parsed.success ? parsed.data : {};
}

/** What is known of a model; empty when it was never tried. */
export async function readModelCapabilities(baseUrl: string, model: string): Promise<ModelCapabilities> {
  const known = (await readAll())[nameOf(baseUrl, model)] ?? {};
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
}

let writing: Promise<void> = Promise.resolve();

/** Adds what was found out to what is known. One after the other: nothing that was found at the same time is lost. */
export function rememberModelCapabilities(
  baseUrl: string,
  model: string,
  found: ModelCapabilities,
): Promise<void> {
  const remembered = writing.then(() => write(nameOf(baseUrl, model), found));
  writing = remembered.catch(() => undefined);
  return remembered;
}

async function write(name: string, found: ModelCapabilities): Promise<void> {
  const all = await readAll();
  await browser.storage.local.set({ [KEY]: { ...all, [name]: { ...all[name], ...found } } });
}
