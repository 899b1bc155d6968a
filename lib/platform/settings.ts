import { z } from 'zod';
import { budgetSettingsSchema, DEFAULT_BUDGETS, liftMaxSteps } from './budget-settings';
import { browser } from './browser';

export const PROVIDERS = [
  'openai',
  'openrouter',
  'ollama',
  'lm-studio',
  'llama-cpp',
  'vllm',
  'custom',
] as const;

/** Tokens that an observation may be set to take: less says nothing of a page, more fits into no model's context. */
export const OBSERVATION_BUDGET_LIMITS = { least: 300, most: 100_000 } as const;

export const settingsSchema = z.object({
  planner: z.enum(['chat-model', 'builtin-model', 'rules']).default('rules'),
  provider: z.enum(PROVIDERS).default('custom'),
  /** No default endpoint: empty until the user types one. */
  baseUrl: z.string().default(''),
  apiKey: z.string().default(''),
  model: z.string().default(''),
  /** What each task and each day may use before the user is asked. */
  budgets: budgetSettingsSchema.default(DEFAULT_BUDGETS),
  /** Tokens (estimated) of one observation that a model reads; absent: what the page's own default is. */
  observationBudget: z
    .number()
    .int()
    .min(OBSERVATION_BUDGET_LIMITS.least)
    .max(OBSERVATION_BUDGET_LIMITS.most)
    .optional(),
  /** Pictures are sent along where the user has said that the model takes them. */
  modelSeesImages: z.boolean().default(false),
  /** Asked when the model fails for good in a step; its key goes to its own endpoint only. */
  fallback: z.object({ baseUrl: z.string(), apiKey: z.string(), model: z.string() }).optional(),
  /** What reasoning models think is written to the log. */
  keepThinking: z.boolean().optional(),
});

export type Settings = z.infer<typeof settingsSchema>;

const KEY = 'settings';

/** Keys are kept from content scripts; Firefox has no access levels, there only our own page script could ask. */
export async function guardStorage(): Promise<void> {
  const local = globalThis.chrome?.storage?.local;
  if (local && 'setAccessLevel' in local) await local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
}

export async function readSettings(): Promise<Settings> {
  const stored = (await browser.storage.local.get(KEY))[KEY];
  const parsed = settingsSchema.safeParse(liftMaxSteps(stored ?? {}));
  return parsed.success ? parsed.data : settingsSchema.parse({});
}

export async function writeSettings(settings: Settings): Promise<void> {
  await browser.storage.local.set({ [KEY]: settingsSchema.parse(settings) });
}

/** Calls back with the settings now and after each change. Returns the way to stop. */
export function watchSettings(callback: (settings: Settings) => void): () => void {
  const read = () => void readSettings().then(callback);
  const onChanged = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && KEY in changes) read();
  };
  browser.storage.onChanged.addListener(onChanged);
  read();
  return () => browser.storage.onChanged.removeListener(onChanged);
}
