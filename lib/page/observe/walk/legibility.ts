import { getClassName, getRect, queryWithin } from '../dom';
import type { Reading } from '../reading';
import { ATTRIBUTED, type Hints, MARKED } from './attribute-hints';
import { contrastOf, isOpaque, isTransparent } from './colour';

/** What is remembered of one element while its letters and those inside of it are looked at. */
export interface Ink {
  readonly element: Element;
  readonly tag: string;
  readonly hints: Hints;
  /** Whether letters here can be made out; undefined until asked. */
  legible: boolean | undefined;
  /** The same, for what looks alike below: by tag, or by tags and classes of the last two. */
  legibleLooks: Map<string, boolean> | undefined;
  /** Tag and class; '' when its other attributes may make it look different; undefined until asked. */
  look: string | undefined;
  /** Its own background colour; undefined until asked. */
  background: string | undefined;
}

/** Smaller letters are a trick, not text. */
const LEAST_FONT_PX = 4;
/** Letters that start so far off are there for nobody to see (image replacement). */
const FARTHEST_INDENT_PX = 500;
/** Letters that hardly differ from what is behind them. */
const LEAST_CONTRAST = 1.1;
/** Pictures of one part of a page that are looked at before letters count as unreadable. */
const MOST_PICTURES = 60;

const CLIPPED_AWAY =
  /^(inset\((100|[5-9]\d)%\)|(circle|ellipse)\(0(px|%)?\b.*\)|rect\(0px,? 0px,? 0px,? 0px\)|rect\(1px,? 1px,? 1px,? 1px\)|polygon\((0px 0px,? ?){3,}\))$/;

/** Whether letters can be made out: their size, their colour before what is behind them, and what clips them. */
export class Legibility {
  constructor(private readonly reading: Reading) {}

  /**
   * Of words directly in the element of the last one on the way down. Asked once for what looks alike: elements without attributes
   * in the nearest one with some, and elements of one class in parents of one class beside each other.
   */
  areLettersSeen(stack: readonly Ink[]): boolean {
    const last = stack.length - 1;
    const ink = stack[last] as Ink;
    if (ink.legible !== undefined) return ink.legible;
    let key = ink.tag;
    let index = last;
    if ((ink.hints & ATTRIBUTED) !== 0) {
      const parent = stack[last - 1];
      const look = findLook(ink);
      const around = parent && look !== '' ? findLook(parent) : '';
      index = around === '' ? last : last - 2;
      key = `${around}>${look}`;
    } else while (index > 0 && ((stack[index] as Ink).hints & ATTRIBUTED) === 0) index--;
    const source = stack[index];
    if (!source || index === last) return (ink.legible = this.ask(stack));
    const looks = (source.legibleLooks ??= new Map<string, boolean>());
    let legible = looks.get(key);
    if (legible === undefined) looks.set(key, (legible = this.ask(stack)));
    return (ink.legible = legible);
  }

  private ask(stack: readonly Ink[]): boolean {
    const { element } = stack[stack.length - 1] as Ink;
    const style = this.reading.style(element);
    if (Number.parseFloat(style.fontSize) < LEAST_FONT_PX) return false;
    if (Number.parseFloat(style.textIndent) < -FARTHEST_INDENT_PX) return false;
    if (CLIPPED_AWAY.test(style.clipPath) || (CLIPPED_AWAY.test(style.clip) && style.position !== 'static'))
      return false;
    const { color } = style;
    const background = this.backgroundOf(stack);
    if (isTransparent(color)) return isPaintedOtherwise(style);
    if (background === '' || contrastOf(color, background) >= LEAST_CONTRAST) return true;
    return this.standsOut(stack, element, background);
  }

  /** The nearest opaque colour behind; '' where a picture or something half transparent makes it unknown. */
  private backgroundOf(stack: readonly Ink[]): string {
    let index = stack.length - 1;
    let found = '';
    for (; index >= 0; index--) {
      const frame = stack[index] as Ink;
      // Tags that nobody marked seldom have a colour of their own; `standsOut` asks them too.
      if (frame.background === undefined && (frame.hints & ATTRIBUTED) === 0 && index > 1) continue;
      frame.background ??= this.reading.style(frame.element).backgroundColor;
      if (!isTransparent(frame.background)) {
        found = isOpaque(frame.background) ? frame.background : '';
        break;
      }
    }
    return index < 0 ? this.canvas() : found;
  }

  private canvas(): string {
    const root = this.reading.document.documentElement;
    const own = this.reading.style(root).backgroundColor;
    if (isOpaque(own)) return own;
    return this.reading.style(root).colorScheme.includes('dark') ? '' : 'rgb(255, 255, 255)';
  }

  /** Something that the cheap look did not see lies between the letters and the colour: a picture, another box, a shadow. */
  private standsOut(stack: readonly Ink[], element: Element, background: string): boolean {
    // Whatever lies beneath, anywhere on the page, decides.
    this.reading.unsteady++;
    const style = this.reading.style(element);
    if (style.textShadow !== 'none' || style.webkitTextStrokeWidth !== '0px') return true;
    if (
      style.webkitTextFillColor !== style.color &&
      contrastOf(style.webkitTextFillColor, background) >= LEAST_CONTRAST
    )
      return true;
    const rect = getRect(element);
    for (let index = stack.length - 1; index >= 0; index--) {
      const at = (stack[index] as Ink).element;
      const around = this.reading.style(at);
      if (around.backgroundImage !== 'none' || around.backdropFilter !== 'none') return true;
      const own = around.backgroundColor;
      if (!isTransparent(own) && own !== background) return true;
      if (own === background || index === 0) return this.liesOnPicture(at, rect, stack, background);
    }
    return false;
  }

  /** Pictures and coloured boxes that are no ancestors but lie under or over the letters. */
  private liesOnPicture(around: Element, rect: DOMRect, stack: readonly Ink[], background: string): boolean {
    const pictures = queryWithin(around, PICTURES);
    for (let index = 0; index < pictures.length; index++) {
      const picture = pictures[index] as Element;
      if (index >= MOST_PICTURES || overlaps(getRect(picture), rect)) return true;
    }
    return this.liesOnBox(around, rect, stack, background);
  }

  private liesOnBox(around: Element, rect: DOMRect, stack: readonly Ink[], background: string): boolean {
    for (let index = stack.length - 1; index > 0; index--) {
      const { element } = stack[index] as Ink;
      if (element === around) break;
      for (const sibling of element.parentElement?.children ?? []) {
        if (sibling === element) continue;
        const { backgroundColor, backgroundImage, position } = this.reading.style(sibling);
        if (position === 'static') continue;
        const isPainted =
          backgroundImage !== 'none' || contrastOf(backgroundColor, background) >= LEAST_CONTRAST;
        if (isPainted && overlaps(getRect(sibling), rect)) return true;
      }
    }
    return false;
  }
}

function findLook(ink: Ink): string {
  return (ink.look ??= (ink.hints & MARKED) === 0 ? `${ink.tag} ${getClassName(ink.element)}` : '');
}

/** Letters without a colour that are drawn by their outline, shadow or the picture behind them. */
function isPaintedOtherwise({
  color,
  webkitTextFillColor,
  textShadow,
  backgroundClip,
}: CSSStyleDeclaration): boolean {
  return webkitTextFillColor !== color || textShadow !== 'none' || backgroundClip === 'text';
}

const PICTURES = 'img,video,canvas,svg,picture,object,iframe,[style*="background"]';

function overlaps(one: DOMRect, other: DOMRect): boolean {
  return one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
}
