import type { PlaygroundFrame } from '../../components/playground/playground-props';
import { createErrandPage } from '../../lib/page/errand-page';
import { estimateTokens } from '../../lib/trajectories/estimate-tokens';
import { RefOverlay } from '../../lib/page/overlay/ref-overlay';
import { showHtml } from './show-html';

declare global {
  /** What the playground calls; both are pages of the extension. */
  var playgroundFrame: PlaygroundFrame | undefined;
}

const REF = /\be\d+\b/g;
const QUOTED = /"(?:[^"\\]|\\.)*"/g;

const errandPage = createErrandPage(window);
const overlay = new RefOverlay(window);
let refs: string[] = [];
let onPick: (ref: string) => void = () => undefined;

/** Refs in an observation's text; what the page says stands between quotes and is no ref. */
function findRefs(text: string): string[] {
  return [...new Set(text.replace(QUOTED, '""').match(REF) ?? [])];
}

function listMarks() {
  return refs.flatMap((ref) => {
    const element = errandPage.element(ref);
    return element ? [{ ref, element }] : [];
  });
}

/** The ref of the innermost element around the point that has one. */
function findPicked(target: EventTarget | null): string | undefined {
  const byElement = new Map(listMarks().map(({ ref, element }) => [element, ref]));
  for (let at = target instanceof Element ? target : null; at; at = at.parentElement) {
    const ref = byElement.get(at);
    if (ref !== undefined) return ref;
  }
  return undefined;
}

// A page to be looked at, not used: a click shows the line of what it meets.
document.addEventListener(
  'click',
  (event) => {
    event.preventDefault();
    event.stopPropagation();
    const ref = findPicked(event.target);
    if (ref !== undefined) onPick(ref);
  },
  { capture: true },
);

globalThis.playgroundFrame = {
  show(html) {
    showHtml(document, html);
    // The layout of new HTML is the browser's work, not the reading's.
    document.documentElement.getBoundingClientRect();
  },
  async read(request) {
    const { text, changes, elements, ms } = await errandPage.observe(request);
    refs = findRefs(text);
    const lines = text.split('\n').map((line) => ({ text: line, refs: findRefs(line) }));
    return {
      lines,
      changes: changes ?? '',
      elements,
      ms,
      tokens: Math.round(estimateTokens(text)),
      refs: refs.length,
    };
  },
  mark(areAllShown, chosen) {
    overlay.show(listMarks(), areAllShown);
    overlay.choose(chosen);
  },
  scrollTo: (ref) => errandPage.element(ref)?.scrollIntoView({ block: 'nearest' }),
  listen: (listener) => (onPick = listener),
};
parent.postMessage('playground-frame-ready', location.origin);
