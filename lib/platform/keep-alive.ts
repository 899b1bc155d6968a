import { browser } from './browser';

const WAKE_ALARM = 'errand-wake';
/** An extension API call resets the worker's 30 s idle timer; timers and fetches do not (measured). */
const PING_MS = 20_000;

/**
 * Keeps the worker awake while something is driven, and an alarm set that wakes it if it dies all the same.
 * `busy(true)` when the first run starts to work, `busy(false)` when the last one rests.
 */
export function createKeepAlive(): { busy(isBusy: boolean): void } {
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    busy(isBusy) {
      if (isBusy === (timer !== undefined)) return;
      if (!isBusy) {
        clearInterval(timer);
        timer = undefined;
        void browser.alarms.clear(WAKE_ALARM);
        return;
      }
      timer = setInterval(() => void browser.runtime.getPlatformInfo(), PING_MS);
      void browser.alarms.create(WAKE_ALARM, { periodInMinutes: 0.5 });
    },
  };
}
