import OpenAI from 'openai';

export interface ClientOptions {
  baseUrl: string;
  apiKey: string;
  fetch: typeof fetch;
  /** Called when a response's headers have arrived. */
  onHeaders?(): void;
  /** Called with each piece of a response's body. */
  onBytes?(): void;
}

/** The SDK demands a key; endpoints without one must not get an Authorization header at all. */
const NO_KEY = 'none';

/**
 * The `openai` SDK against any base URL: no retries of its own, no logging, no environment, no telemetry headers,
 * no redirects.
 */
export function createOpenAiClient(options: ClientOptions): OpenAI {
  return new OpenAI({
    baseURL: options.baseUrl.trim(),
    apiKey: options.apiKey === '' ? NO_KEY : options.apiKey,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    logLevel: 'off',
    // The SDK refuses to start in windows and workers lest a web page ship its owner's key to visitors.
    // Here the key is the user's own, and it stays in the extension's background.
    dangerouslyAllowBrowser: true,
    ...(options.apiKey === '' ? { defaultHeaders: { Authorization: null } } : {}),
    fetch: wrapFetch(options),
  });
}

/** A redirect would carry key and page text to an address that the user never typed: it is an error. */
function wrapFetch({ fetch: fetchPort, onHeaders, onBytes }: ClientOptions): typeof fetch {
  return async (input, init) => {
    const response = await fetchPort(input, {
      ...init,
      headers: plainHeaders(init?.headers),
      redirect: 'error',
    });
    onHeaders?.();
    return onBytes === undefined ? response : watchBytes(response, onBytes);
  };
}

/** Drops the SDK's telemetry (`x-stainless-*`: operating system, runtime …) and its User-Agent. */
function plainHeaders(headers: HeadersInit | undefined): Headers {
  const result = new Headers(headers);
  for (const name of [...result.keys()]) {
    if (name.startsWith('x-stainless-') || name === 'user-agent') result.delete(name);
  }
  return result;
}

function watchBytes(response: Response, onBytes: () => void): Response {
  if (response.body === null) return response;
  const watcher = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(bytes, controller) {
      onBytes();
      controller.enqueue(bytes);
    },
  });
  return new Response(response.body.pipeThrough(watcher), {
    status: response.status,
    statusText: response.statusText,
    headers: response.headers,
  });
}
