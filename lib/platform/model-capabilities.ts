import { z } from 'zod';
import type { KnownModel, ModelCapabilities } from '../planners/chat-model/model-capabilities';
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
    /** What the user says it is, whatever a test finds. */
    userContextTokens: z.number().int().positive().optional(),
  }),
);

function nameOf(baseUrl: string, model: string): string {
  return `${baseUrl} ${model}`;
}

async function readAll(): Promise<z.infer<typeof storedSchema>> {
  const parsed = storedSchema.safeParse((await browser.storage.local.get(KEY))[KEY] ?? {});
  return parsed.success ? parsed.data : {};
}

/** What is known of a model; empty when it was never tried. The user's word on the size of its context goes first. */
export async function readModelCapabilities(baseUrl: string, model: string): Promise<ModelCapabilities> {
  const { userContextTokens, ...found } = (await readAll())[nameOf(baseUrl, model)] ?? {};
  const known = { ...found, contextTokens: userContextTokens ?? found.contextTokens };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
}

/** Calls back with all that is known, now and after each change. Returns the way to stop. */
export function watchKnownModels(callback: (known: KnownModel[]) => void): () => void {
  const read = () => void readAll().then((all) => callback(Object.entries(all).map(toKnownModel)));
  const onChanged = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && KEY in changes) read();
  };
  browser.storage.onChanged.addListener(onChanged);
  read();
  return () => browser.storage.onChanged.removeListener(onChanged);
}

function toKnownModel([name, stored]: [string, z.infer<typeof storedSchema>[string]]): KnownModel {
  const { userContextTokens, ...rest } = stored;
  // A base URL holds no space; the name of a model may.
  const [baseUrl = '', ...words] = name.split(' ');
  const found = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return {
    baseUrl,
    model: words.join(' '),
    found,
    ...(userContextTokens === undefined ? {} : { userContextTokens }),
  };
}

/** What the user says of the context; undefined takes it back. */
export async function rememberContextTokens(
  baseUrl: string,
  model: string,
  userContextTokens: number | undefined,
): Promise<void> {
  const all = await readAll();
  const name = nameOf(baseUrl, model);
  const { userContextTokens: _before, ...rest } = all[name] ?? {};
  const row = userContextTokens === undefined ? rest : { ...rest, userContextTokens };
  await browser.storage.local.set({ [KEY]: { ...all, [name]: row } });
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
