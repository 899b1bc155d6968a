import { z } from '../../trajectories/zod-config';
import type { ChatEndpoint } from './chat-model-settings';
import type { ModelRow } from './listed-model';

/** Local servers that tell the size of the context at an address of their own, outside of the OpenAI API. */
export type LocalServer = 'ollama' | 'lm-studio' | 'llama-cpp';

type Get = (path: string, body?: object) => Promise<unknown>;

/** By what the user picked, else by what the server's list of models calls itself. */
export function recogniseServer(provider: string, rows: readonly ModelRow[]): LocalServer | undefined {
  if (provider === 'ollama' || provider === 'lm-studio' || provider === 'llama-cpp') return provider;
  const owner = rows[0]?.owned_by;
  if (owner === 'library') return 'ollama';
  if (owner === 'llamacpp') return 'llama-cpp';
  return owner === 'organization_owner' || owner === 'organization-owner' ? 'lm-studio' : undefined;
}

/**
 * Tokens of context that the server has given the model as it runs now; undefined when it does not tell. Never rejects.
 * What the model was made for is no answer: local servers give it a few thousand tokens and cut the rest off in silence.
 */
export async function askContextSize(
  server: LocalServer,
  endpoint: ChatEndpoint & { fetch: typeof fetch; signal: AbortSignal },
): Promise<number | undefined> {
  const root = endpoint.baseUrl.trim().replace(/\/+$/, '').replace(/\/v1$/, '');
  const get: Get = async (path, body) => {
    const { apiKey } = endpoint;
    const response = await endpoint.fetch(root + path, {
      signal: endpoint.signal,
      redirect: 'error',
      headers: {
        ...(apiKey === '' ? {} : { authorization: `Bearer ${apiKey}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    return response.ok ? ((await response.json()) as unknown) : undefined;
  };
  return ASK[server](get, endpoint.model).catch(() => undefined);
}

const ASK: Record<LocalServer, (get: Get, model: string) => Promise<number | undefined>> = {
  ollama: askOllama,
  'lm-studio': askLmStudio,
  'llama-cpp': askLlamaCpp,
};

const size = z.number().int().positive().optional().catch(undefined);

/** `/api/ps` lists what is loaded, with its context; older servers tell it only when the model's own file sets it. */
async function askOllama(get: Get, model: string): Promise<number | undefined> {
  const schema = z.object({ models: z.array(z.object({ model: z.string(), context_length: size })) });
  const running = schema.safeParse(await get('/api/ps'));
  const names = [model, `${model}:latest`];
  const own = running.data?.models.find((one) => names.includes(one.model))?.context_length;
  if (own !== undefined) return own;
  const shown = z.object({ parameters: z.string() }).safeParse(await get('/api/show', { model }));
  const set = /^num_ctx\s+(\d+)/m.exec(shown.data?.parameters ?? '')?.[1];
  return set === undefined ? undefined : Number(set);
}

async function askLmStudio(get: Get, model: string): Promise<number | undefined> {
  const row = z.object({ id: z.string(), loaded_context_length: size });
  const parsed = z.object({ data: z.array(row) }).safeParse(await get('/api/v0/models'));
  return parsed.data?.data.find(({ id }) => id === model)?.loaded_context_length;
}

async function askLlamaCpp(get: Get): Promise<number | undefined> {
  const schema = z.object({ default_generation_settings: z.object({ n_ctx: size }) });
  return schema.safeParse(await get('/props')).data?.default_generation_settings.n_ctx;
}
