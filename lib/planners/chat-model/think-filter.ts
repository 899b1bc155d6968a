const OPEN = '<think>';
const CLOSE = '</think>';

/**
 * Takes the reasoning of local models (`<think>…</think>`) out of streamed text. `push` returns what may be shown
 * so far; `end` returns what was held back because it might have become a tag.
 */
export function createThinkFilter(): { push(piece: string): string; end(): string } {
  let held = '';
  let thinking = false;

  function drain(): string {
    let shown = '';
    for (;;) {
      const tag = thinking ? CLOSE : OPEN;
      const at = held.indexOf(tag);
      if (at === -1) break;
      if (!thinking) shown += held.slice(0, at);
      held = held.slice(at + tag.length);
      thinking = !thinking;
    }
    const keep = partialTagLength(held, thinking ? CLOSE : OPEN);
    if (!thinking) shown += held.slice(0, held.length - keep);
    held = held.slice(held.length - keep);
    return shown;
  }

  return {
    push(piece) {
      held += piece;
      return drain();
    },
    end() {
      const rest = thinking ? '' : held;
      held = '';
      return rest;
    },
  };
}

/** The whole text without reasoning; some chat templates open the tag in the prompt, so that only its end is here. */
export function stripThinking(text: string): string {
  const filter = createThinkFilter();
  const shown = filter.push(text) + filter.end();
  const orphan = shown.lastIndexOf(CLOSE);
  return (orphan === -1 ? shown : shown.slice(orphan + CLOSE.length)).trim();
}

function partialTagLength(text: string, tag: string): number {
  for (let length = Math.min(tag.length - 1, text.length); length > 0; length -= 1) {
    if (text.endsWith(tag.slice(0, length))) return length;
  }
  return 0;
}
