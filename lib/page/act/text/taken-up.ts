import { getLocalName, getTextContent } from '../../observe/dom';
import { renderedAncestorsOf } from '../actor/native-dom';

/** Tells whether typed text has left its field and stands beside it, as tags and chips do. */
export interface Surroundings {
  /** The pieces of the text that have come to stand around the field; empty when any of it is missing. */
  findTaken(text: string, left: string): string[];
}

const MAX_LEVELS = 5;

/** Remembers what stands around a field before it is typed into. */
export function watchSurroundings(field: Element): Surroundings {
  const around = [...renderedAncestorsOf(field)]
    .slice(1, MAX_LEVELS + 1)
    .filter((element) => !/^(form|body|html)$/.test(getLocalName(element)))
    .map((element) => ({ element, before: textOf(element) }));
  return {
    findTaken(text, left) {
      const all = splitPieces(text);
      const rest = left.trim();
      // What is still in the field is the end of the text, or nothing.
      if (rest !== '' && rest !== all.at(-1)) return [];
      const pieces = rest === '' ? all : all.slice(0, -1);
      const taken = (piece: string): boolean =>
        around.some(({ element, before }) => count(textOf(element), piece) > count(before, piece));
      return pieces.every(taken) ? pieces : [];
    },
  };
}

/** What separates tags when it is typed. */
function splitPieces(text: string): string[] {
  return text
    .split(/[,;\r\n\t]+/)
    .map((piece) => piece.trim())
    .filter(Boolean);
}

function textOf(element: Element): string {
  return getTextContent(element) ?? '';
}

function count(text: string, piece: string): number {
  return text.split(piece).length - 1;
}
