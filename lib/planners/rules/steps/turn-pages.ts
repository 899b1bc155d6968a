import { act, type Move, type StepContext } from '../step';
import type { PageNode } from '../read-observation';

const MOST_TURNED = 30;
const NEXT = /^(?:next(?: page)?|›|»|>|→|>>|下一页|下页)$/i;

/** The control that leads to the next page of a list; undefined on the last one. */
export function findNextPage({ page }: StepContext): PageNode | undefined {
  return page.nodes.find(
    (node) => node.ref !== undefined && NEXT.test(node.name.trim()) && !node.states.has('disabled'),
  );
}

/** Turns the page to look for something, and only while there is more to see. */
export function turnToFind(context: StepContext): Move | undefined {
  const turned = context.tried.filter(({ purpose }) => purpose === 'open');
  if (turned.length >= MOST_TURNED || turned.at(-1)?.changedPage === false) return undefined;
  const next = findNextPage(context);
  return next === undefined ? undefined : act('click', { ref: next.ref }, 'open');
}

/**
 * The page on which the thing at this place stands, when each page shows `perPage` of them: its link, until it has been
 * pressed. Undefined when the pages have no numbers, or it is open.
 */
export function openNumberedPage(context: StepContext, index: number, perPage: number): Move | undefined {
  if (perPage === 0 || hasOpenedPage(context)) return undefined;
  const number = String(Math.floor(index / perPage) + 1);
  const link = context.page.nodes.find((node) => node.ref !== undefined && node.name.trim() === number);
  return link === undefined ? undefined : act('click', { ref: link.ref }, 'open');
}

export function hasOpenedPage({ tried }: StepContext): boolean {
  return tried.some(({ purpose, status }) => purpose === 'open' && status === 'done');
}
