import type { Runtime } from 'webextension-polyfill';
import { browser } from './browser';

const NAME = 'pulse';
const BEAT_MS = 10_000;
/** A background that is busy for so long hangs. */
const ANSWER_TIMEOUT_MS = 10_000;
const RECONNECT_MS = 250;

/** Background side: answers every beat at once, as long as it is alive. */
export function answerPulse(port: Runtime.Port): void {
  if (port.name !== NAME || port.sender?.id !== browser.runtime.id) return;
  port.onMessage.addListener((beat: unknown) => port.postMessage(beat));
}

/** Panel side: calls back whether the background answers, as often as that changes. Returns the way to stop. */
export function watchPulse(callback: (isAlive: boolean) => void): () => void {
  let stopped = false;
  let port: Runtime.Port | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let wasAlive = true;
  const tell = (isAlive: boolean) => {
    if (isAlive !== wasAlive && !stopped) callback(isAlive);
    wasAlive = isAlive;
  };
  const beat = () => {
    silence ??= setTimeout(() => tell(false), ANSWER_TIMEOUT_MS);
    try {
      port?.postMessage('beat');
    } catch {
      // It is gone; the listener of its end connects anew.
    }
  };
  const hear = () => {
    clearTimeout(silence);
    silence = undefined;
    tell(true);
  };
  const connect = () => {
    if (stopped) return;
    port = browser.runtime.connect({ name: NAME });
    port.onMessage.addListener(hear);
    port.onDisconnect.addListener(() => setTimeout(connect, RECONNECT_MS));
    beat();
  };
  const timer = setInterval(beat, BEAT_MS);
  connect();
  return () => {
    stopped = true;
    clearInterval(timer);
    clearTimeout(silence);
    port?.disconnect();
  };
}
