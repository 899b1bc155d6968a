import type { Thing } from '../thing';

/**
 * Leaves out words and pictures that only repeat what stands beside them: the label text of a field, the picture of a
 * link with the same name, the words inside a thing that its own name says already.
 */
export function dropEchoes(parent: Thing, children: Thing[]): Thing[] {
  if (children.length === 0) return children;
  const kept = children.filter((child, index) => {
    if (child.role === 'text')
      return !isEcho(child.name, children[index - 1], children[index + 1]) && !isSaidAbove(child, parent);
    if (child.role === 'img' && !child.acts)
      return !isEcho(child.name, children[index - 1], children[index + 1]);
    return true;
  });
  return kept.length === children.length ? children : kept;
}

function isEcho(words: string, before: Thing | undefined, after: Thing | undefined): boolean {
  return repeats(words, before) || repeats(words, after);
}

function repeats(words: string, other: Thing | undefined): boolean {
  if (!other || other.role === 'text' || other.role === 'img' || other.name === '') return false;
  return other.name === words || other.name === words.replace(/\s*[:*]+$/, '');
}

const NAMED_FROM_OUTSIDE = new Set('link group radiogroup figure img'.split(' '));

function isSaidAbove(child: Thing, parent: Thing): boolean {
  return NAMED_FROM_OUTSIDE.has(parent.role) && parent.name.includes(child.name);
}
