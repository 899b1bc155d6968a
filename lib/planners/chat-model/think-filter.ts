import type { AssembledReply } from './assemble-reply';

/** Marks that models put around what they think, as their templates have them. */
const TAGS = [
  { open: '<think>', close: '</think>' },
  { open: '<thinking>', close: '</thinking>' },
  { open: '[THINK]', close: '[/THINK]' },
] as const;

/**
 * Takes the reasoning of local models (`<think>…</think>`) out of streamed text. `push` returns what may be shown
 * so far; `end` returns what was held back because it might have become a tag. `thinking` is what was taken out.
 */
export function createThinkFilter(): { push(piece: string): string; end(): string; thinking(): string } {
  let held = '';
  let thought = '';
  let close: string | undefined;

  function drain(): string {
    let shown = '';
    for (;;) {
      const tag = close === undefined ? findOpening(held) : findTag(held, close);
      if (tag === undefined) break;
      const before = held.slice(0, tag.at);
      if (close === undefined) shown += before;
      else thought += before;
      held = held.slice(tag.at + tag.length);
      close = tag.close;
    }
    const keep = partialTagLength(held, close === undefined ? TAGS.map(({ open }) => open) : [close]);
    const rest = held.slice(0, held.length - keep);
    if (close === undefined) shown += rest;
    else thought += rest;
    held = held.slice(held.length - keep);
    return shown;
  }

  return {
    push(piece) {
      held += piece;
      return drain();
    },
    end() {
      const rest = held;
      held = '';
      if (close === undefined) return rest;
      thought += rest;
      return '';
    },
    thinking: () => thought,
  };
}

interface FoundTag {
  at: number;
  length: number;
  /** What ends the thinking from here; undefined when this tag has ended it. */
  close: string | undefined;
}

function findOpening(text: string): FoundTag | undefined {
  const found = TAGS.map(({ open, close }) => ({ at: text.indexOf(open), length: open.length, close }));
  return found.filter(({ at }) => at !== -1).sort((a, b) => a.at - b.at)[0];
}

function findTag(text: string, tag: string): FoundTag | undefined {
  const at = text.indexOf(tag);
  return at === -1 ? undefined : { at, length: tag.length, close: undefined };
}

/** The whole text without reasoning; some chat templates open the tag in the prompt, so that only its end is here. */
export function stripThinking(text: string): string {
  return splitThinking(text).shown;
}

/** What a reply's model thought, in whatever way that was told; '' when nothing was. */
export function thinkingOf(reply: AssembledReply | undefined): string {
  if (reply === undefined) return '';
  return [reply.thinking, splitThinking(reply.content).thinking].join('\n').trim();
}

/** Short, so that a long text full of marks is not searched to its end for each of them. */
const PIECE_LENGTH = 4_096;

function splitThinking(text: string): { shown: string; thinking: string } {
  const filter = createThinkFilter();
  let shown = '';
  for (let at = 0; at < text.length; at += PIECE_LENGTH)
    shown += filter.push(text.slice(at, at + PIECE_LENGTH));
  shown += filter.end();
  const orphan = Math.max(...TAGS.map(({ close }) => endOfLast(shown, close)));
  if (orphan === -1) return { shown: shown.trim(), thinking: filter.thinking() };
  return { shown: shown.slice(orphan).trim(), thinking: shown.slice(0, orphan) + filter.thinking() };
}

function endOfLast(text: string, tag: string): number {
  const at = text.lastIndexOf(tag);
  return at === -1 ? -1 : at + tag.length;
}

function partialTagLength(text: string, tags: readonly string[]): number {
  const longest = Math.max(...tags.map((tag) => tag.length));
  for (let length = Math.min(longest - 1, text.length); length > 0; length -= 1) {
    const end = text.slice(text.length - length);
    if (tags.some((tag) => tag.length > length && tag.startsWith(end))) return length;
  }
  return 0;
}
