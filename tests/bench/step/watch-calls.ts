import type { Worker } from '@playwright/test';
import { sum } from '../observe/statistics.ts';
import { formatCell } from '../observe/terminal-table.ts';

/** One call from the background to the browser, in milliseconds since the epoch. */
export interface BrowserCall {
  name: string;
  at: number;
  ms: number;
}

declare global {
  var errandBenchCalls: BrowserCall[] | undefined;
}

/** Notes from now on what the background asks of the browser, and how long it waits for the answers. */
export async function watchCalls(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    const calls: BrowserCall[] = (globalThis.errandBenchCalls = []);
    const note = (name: string, at: number) => calls.push({ name, at, ms: Date.now() - at });
    const nameOf = (api: string, args: unknown[]) => {
      const details = args.map((arg) => JSON.stringify(arg) ?? '').join(' ');
      const what = /"kind":"(\w+)"|"files":\["([^"]+)"|"(allFrames)"|"args"/
        .exec(details)
        ?.slice(1)
        .find(Boolean);
      return what === undefined ? api : `${api} ${what}`;
    };
    const wrap = (api: string, owner: Record<string, unknown>, method: string) => {
      const original = owner[method] as (...args: unknown[]) => unknown;
      owner[method] = (...args: unknown[]) => {
        const at = Date.now();
        const name = nameOf(`${api}.${method}`, args);
        const callback = args.at(-1);
        if (typeof callback !== 'function')
          return Promise.resolve(Reflect.apply(original, owner, args)).finally(() => note(name, at));
        const noting = (...results: unknown[]) => {
          note(name, at);
          return Reflect.apply(callback, undefined, results) as unknown;
        };
        return Reflect.apply(original, owner, [...args.slice(0, -1), noting]);
      };
    };
    wrap('tabs', chrome.tabs as never, 'get');
    wrap('tabs', chrome.tabs as never, 'sendMessage');
    wrap('scripting', chrome.scripting as never, 'executeScript');
    wrap('storage', chrome.storage.local as never, 'get');
    // The database was opened before, and its way to begin a transaction is bound to it: its first use is taken instead.
    const objectStore = IDBTransaction.prototype.objectStore;
    const begun = new WeakSet<IDBTransaction>();
    IDBTransaction.prototype.objectStore = function (...args) {
      if (!begun.has(this)) {
        begun.add(this);
        const at = Date.now();
        const name = `idb ${this.mode} ${[...this.objectStoreNames].join('+')}`;
        this.addEventListener('complete', () => note(name, at));
      }
      return Reflect.apply(objectStore, this, args);
    };
  });
}

/** A line for each kind of call: how many in a step, and the milliseconds that a step waits for them. */
export async function formatCalls(worker: Worker, steps: number): Promise<string> {
  const calls = (await worker.evaluate(() => globalThis.errandBenchCalls)) ?? [];
  const names = [...new Set(calls.map(({ name }) => name))].sort();
  return names
    .map((name) => {
      const times = calls.filter((call) => call.name === name).map(({ ms }) => ms);
      const cells = [times.length / steps, sum(times) / steps, sum(times) / times.length].map(formatCell);
      return name.padEnd(46) + cells.map((cell) => cell.padStart(9)).join('');
    })
    .join('\n');
}
