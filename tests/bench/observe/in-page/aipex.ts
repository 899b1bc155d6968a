import { buildTextSnapshot, collectDomSnapshot, formatSnapshot } from '@aipexstudio/dom-snapshot';

declare global {
  var AipexBench: () => { ms: number; text: string };
}

globalThis.AipexBench = () => {
  const start = performance.now();
  const text = formatSnapshot(buildTextSnapshot(collectDomSnapshot(document)));
  return { ms: performance.now() - start, text };
};
