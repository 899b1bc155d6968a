import type { Runtime } from 'webextension-polyfill';
import { sentenceSchema, type Sentence } from '../trajectories/verdict';
import { browser } from './browser';

const PREFIX = 'tokens:';

/** Background side: panels that watch a run's words as they stream. Nothing of it is written. */
export function createTokenStream(): {
  onConnect(port: Runtime.Port): void;
  send(runId: string, text: string): void;
  sendStatus(runId: string, status: Sentence): void;
} {
  const watchers = new Map<string, Set<Runtime.Port>>();
  const post = (runId: string, message: Streamed): void => {
    for (const port of watchers.get(runId) ?? []) port.postMessage(message);
  };
  return {
    onConnect(port) {
      if (!port.name.startsWith(PREFIX) || port.sender?.id !== browser.runtime.id) return;
      const runId = port.name.slice(PREFIX.length);
      const ports = watchers.get(runId) ?? new Set();
      watchers.set(runId, ports.add(port));
      port.onDisconnect.addListener(() => ports.delete(port));
    },
    send: (runId, text) => post(runId, { text }),
    sendStatus: (runId, status) => post(runId, { status }),
  };
}

/** A piece of text, or what the planner waits for; then the text before it is void. */
export type Streamed = { text: string } | { status: Sentence };

/** Panel side: calls back with all that the planner streams. Reconnects when the worker restarts. */
export function watchTokens(runId: string, callback: (streamed: Streamed) => void): () => void {
  let stopped = false;
  let port: Runtime.Port | undefined;
  const connect = () => {
    if (stopped) return;
    port = browser.runtime.connect({ name: PREFIX + runId });
    port.onMessage.addListener((message: unknown) => {
      if (isStreamed(message)) callback(message);
    });
    port.onDisconnect.addListener(() => setTimeout(connect, RECONNECT_MS));
  };
  connect();
  return () => {
    stopped = true;
    port?.disconnect();
  };
}

/** The worker wakes by the connection itself; the pause keeps a crash loop from spinning. */
const RECONNECT_MS = 250;

function isStreamed(message: unknown): message is Streamed {
  if (typeof message !== 'object' || message === null) return false;
  if ('text' in message) return typeof message.text === 'string';
  return 'status' in message && sentenceSchema.safeParse(message.status).success;
}
