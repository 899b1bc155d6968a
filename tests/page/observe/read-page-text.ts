import { Observer } from '../../../lib/page/observe/observer';
import { Refs } from '../../../lib/page/observe/refs';
import type { ObserveRequest } from '../../../lib/page/types';
import { unfoldLines } from '../../../lib/trajectories/unfold-lines';

/** Puts HTML into the document and gives the observation's lines without header, one thing each, refs numbered from 1. */
export function readHtml(
  html: string,
  request: ObserveRequest = { scope: 'page', budget: Infinity },
): string {
  document.body.innerHTML = html;
  return readBody(new Observer(window, new Refs()), request);
}

export function readBody(
  observer: Observer,
  request: ObserveRequest = { scope: 'page', budget: Infinity },
): string {
  return unfoldLines(readJoined(observer, request)).join('\n');
}

/** The lines as they are, several things on one. */
export function readJoined(
  observer: Observer,
  request: ObserveRequest = { scope: 'page', budget: Infinity },
): string {
  const { text } = observer.observeAtOnce(request);
  return text.split('\n').slice(1).join('\n');
}

/** Removes the indent of a template literal and the empty lines around it. */
export function trimLines(text: string): string {
  const lines = text.replace(/^\n|\n\s*$/g, '').split('\n');
  const indent = Math.min(
    ...lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length),
  );
  return lines.map((line) => line.slice(indent)).join('\n');
}
