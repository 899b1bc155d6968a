import type { Runtime } from 'webextension-polyfill';
import { z } from 'zod';
import {
  type ConnectionReport,
  TEST_STAGES,
  testConnection,
  type TestStage,
} from '../planners/chat-model/test-connection';
import { browser } from './browser';
import { rememberModelCapabilities } from './model-capabilities';
import { noteListedPrice } from './prices';
import { isOwnPage } from './receive-commands';
import { wait } from './wait';

const PORT = 'connection-test';

const requestSchema = z.strictObject({
  provider: z.string(),
  baseUrl: z.string(),
  apiKey: z.string(),
  model: z.string(),
});

export type ConnectionTestRequest = z.infer<typeof requestSchema>;

type Message = { stage: TestStage } | { report: ConnectionReport };

/**
 * Background side. The background asks the endpoint, as it does in a run: what the browser allows a page may differ. The
 * page that hangs up stops the test.
 */
export function onConnectionTest(port: Runtime.Port): void {
  if (port.name !== PORT || !port.sender || !isOwnPage(port.sender)) return;
  const stop = new AbortController();
  const post = (message: Message): void => {
    if (!stop.signal.aborted) port.postMessage(message);
  };
  port.onDisconnect.addListener(() => stop.abort());
  port.onMessage.addListener((message: unknown) => {
    const request = requestSchema.safeParse(message);
    if (request.success) void runTest(request.data, stop.signal, post);
  });
}

async function runTest(
  request: ConnectionTestRequest,
  signal: AbortSignal,
  post: (message: Message) => void,
): Promise<void> {
  const report = await testConnection({
    ...request,
    fetch: (input, init) => fetch(input, init),
    now: () => Date.now(),
    wait,
    signal,
    onStage: (stage) => post({ stage }),
  });
  if (report.ok) {
    const { baseUrl, model } = request;
    await rememberModelCapabilities(baseUrl, model, report.capabilities);
    const listed = report.models.find(({ id }) => id === model);
    if (listed?.price) await noteListedPrice({ baseUrl, model, ...listed.price });
  }
  post({ report });
}

/** Page side: resolves with the report; a `signal` that aborts, or a background that dies, ends the test as stopped. */
export function runConnectionTest(
  request: ConnectionTestRequest,
  onStage: (stage: TestStage) => void,
  signal: AbortSignal,
): Promise<ConnectionReport> {
  return new Promise((resolve) => {
    const port = browser.runtime.connect({ name: PORT });
    const end = (report: ConnectionReport): void => {
      signal.removeEventListener('abort', stop);
      resolve(report);
    };
    const stop = (): void => {
      port.disconnect();
      end(STOPPED);
    };
    port.onMessage.addListener((message: unknown) => {
      const known = message as Partial<{ stage: TestStage; report: ConnectionReport }>;
      if (known.stage && TEST_STAGES.includes(known.stage)) onStage(known.stage);
      if (!known.report) return;
      port.disconnect();
      end(known.report);
    });
    port.onDisconnect.addListener(() => end(STOPPED));
    signal.addEventListener('abort', stop, { once: true });
    port.postMessage(request);
    if (signal.aborted) stop();
  });
}

const STOPPED: ConnectionReport = {
  ok: false,
  failure: { code: 'aborted', message: 'The test was stopped.' },
  models: [],
};
