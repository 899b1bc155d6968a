import type { Point } from './script.ts';
import type { Sight } from './sight.ts';

/** Something that can be seen on the page. Lengths in CSS pixels of the visible page; colours as `rgb(…)`. */
export interface Mark {
  /** `box` is an area of a colour, `letters` a text outside of a drawing; else the name of an SVG shape. */
  kind: 'box' | 'letters' | 'circle' | 'ellipse' | 'rect' | 'polygon' | 'line' | 'path' | 'text';
  text: string;
  fill: string;
  stroke: string;
  left: number;
  top: number;
  width: number;
  height: number;
  /** Of a line. */
  ends?: { from: [x: number, y: number]; to: [x: number, y: number] };
}

/** Everything that is drawn, in the order of painting, as a model that is shown a picture would see it. */
export function seeMarks(sight: Sight): Promise<Mark[]> {
  return sight.look(readMarks);
}

export function centreOf({ left, top, width, height }: Mark): Point {
  return [left + width / 2, top + height / 2];
}

/** Runs in the page. */
function readMarks(): Mark[] {
  const marks: Mark[] = [];
  for (const element of document.querySelectorAll('#area, #area *')) {
    const { left, top, width, height } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    if (style.visibility === 'hidden' || (width === 0 && height === 0)) continue;
    const isDrawn = element instanceof SVGGeometryElement || element instanceof SVGTextElement;
    const ownText = [...element.childNodes]
      .map((node) => (node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '').trim() : ''))
      .join('');
    const place = { text: ownText, stroke: style.stroke, left, top, width, height };
    if (isDrawn) {
      const kind = element.localName as Mark['kind'];
      marks.push({ kind, fill: style.fill, ...place, ...readEnds(element) });
    } else if (element instanceof HTMLElement) {
      const isLetters = ownText !== '' && style.fontSize !== '0px';
      const fill = style.backgroundColor;
      if (fill !== 'rgba(0, 0, 0, 0)')
        marks.push({ kind: 'box', fill, ...place, text: isLetters ? ownText : '' });
      else if (isLetters) marks.push({ kind: 'letters', fill: style.color, ...place });
    }
  }
  return marks;

  function readEnds(element: Element): Pick<Mark, 'ends'> {
    const matrix = element instanceof SVGLineElement ? element.getScreenCTM() : null;
    if (!(element instanceof SVGLineElement) || matrix === null) return {};
    const { x1, y1, x2, y2 } = element;
    const from = new DOMPoint(x1.baseVal.value, y1.baseVal.value).matrixTransform(matrix);
    const to = new DOMPoint(x2.baseVal.value, y2.baseVal.value).matrixTransform(matrix);
    return { ends: { from: [from.x, from.y], to: [to.x, to.y] } };
  }
}
