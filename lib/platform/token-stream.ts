import type { Runtime } from 'webextension-polyfill';
import { browser } from './browser';

const PREFIX = 'tokens:';

/** Background side: panels that watch a run's words as they stream. Nothing of it is written. */
export function createTokenStream(): {
  onConnect(port: Runtime.Port): void;
  send(runId: string, text: string): void;
} {
  const watchers = new Map<string, Set<Runtime.Port>>();
  return {
    onConnect(port) {
      if (!port.name.startsWith(PREFIX) || port.sender?.id !== browser.runtime.id) return;
      const runId = port.name.slice(PREFIX.length);
      const ports = watchers.get(runId) ?? new Set();
      watchers.set(runId, ports.add(port));
      port.onDisconnect.addListener(() => ports.delete(port));
    },
    send(runId, text) {
      for (const port of watchers.get(runId) ?? []) port.postMessage({ text });
    },
  };
}

/** Panel side: calls back with each piece of text that the planner streams. Reconnects when the worker restarts. */
export function watchTokens(runId: string, callback: (text: string) => void): () => void {
  let stopped = false;
  let port: Runtime.Port | undefined;
  const connect = () => {
    if (stopped) return;
    port = browser.runtime.connect({ name: PREFIX + runId });
    port.onMessage.addListener((message: unknown) => {
      if (isToken(message)) callback(message.text);
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

function isToken(message: unknown): message is { text: string } {
  return (
    typeof message === 'object' && message !== null && 'text' in message && typeof message.text === 'string'
  );
}
