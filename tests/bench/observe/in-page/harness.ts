import type { ErrandPage, ObserveRequest } from '../../../../lib/page/types';
import { makeOneChange } from './change-one-thing';
import { createJudge, type Judge } from './judge';

/** Milliseconds of each repetition, and what the last one gave. */
export interface Timed<T> {
  ms: number;
  value: T;
}

/** Longest stretch in ms that the main thread was not free, with nobody reading and with a reading going on. */
export interface Blocks {
  idle: number;
  observing: number;
}

const IDLE_MS = 500;

export interface Harness {
  walk(repetitions: number): number;
  observe(request: ObserveRequest, repetitions: number): Promise<Timed<string>>;
  longestBlock(request: ObserveRequest): Promise<Blocks>;
  /** Changes one thing that a person could change or see; says what. */
  changeOneThing(kind: number): string;
  changes(): Promise<string>;
  judge: Judge;
}

declare global {
  var ErrandBench: Harness;
}

/** What no observation can do without: every element visited, its box and its computed visibility read. */
function walkOnce(): number {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT);
  let sum = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node as Element;
    const box = element.getBoundingClientRect();
    if (getComputedStyle(element).visibility === 'visible') sum += box.width;
  }
  return sum;
}

function walk(repetitions: number): number {
  const start = performance.now();
  for (let i = 0; i < repetitions; i += 1) walkOnce();
  return (performance.now() - start) / repetitions;
}

function errand(): ErrandPage {
  const page = globalThis.ErrandPage;
  if (!page) throw new Error('the page bundle is not in this document');
  return page;
}

async function observe(request: ObserveRequest, repetitions: number): Promise<Timed<string>> {
  let value = '';
  const start = performance.now();
  for (let i = 0; i < repetitions; i += 1) value = (await errand().observe(request)).text;
  return { ms: (performance.now() - start) / repetitions, value };
}

/** Longest stretch in ms in which a message to itself did not come, from the start of the work to its end. */
async function watchWhile(work: () => Promise<unknown>): Promise<number> {
  const { port1, port2 } = new MessageChannel();
  let longest = 0;
  let before = performance.now();
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - before);
    before = now;
    port2.postMessage(0);
  };
  port2.postMessage(0);
  await new Promise((ticking) => setTimeout(ticking, 20));
  longest = 0;
  await work();
  await new Promise((rested) => setTimeout(rested, 0));
  port1.onmessage = null;
  port1.close();
  return longest;
}

async function longestBlock(request: ObserveRequest): Promise<Blocks> {
  const idle = await watchWhile(() => new Promise((rested) => setTimeout(rested, IDLE_MS)));
  return { idle, observing: await watchWhile(async () => errand().observe(request)) };
}

globalThis.ErrandBench = {
  walk,
  observe,
  longestBlock,
  changeOneThing: (kind) => makeOneChange(errand(), kind),
  changes: async () => (await errand().changes()).text,
  judge: createJudge(),
};
