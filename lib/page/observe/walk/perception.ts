import { getLocalName, getRect, hasAttribute, hasAttributes } from '../dom';
import { getFlatParent } from '../flat-tree';
import { Reading } from '../reading';
import { readHints } from './attribute-hints';
import { type Ink, Legibility } from './legibility';
import { NEVER_RENDERED } from './tag-traits';
import {
  cutsOffContent,
  isBehindDetails,
  LEAST_OPACITY,
  measurePage,
  multiplyOpacity,
  Visibility,
} from './visibility';

/**
 * Whether a person could make out the words in single elements, by the rules of the observation's walk. What it learns of
 * their ancestors it remembers, so make a new one for each read.
 */
export class Perception {
  private readonly reading: Reading;
  private readonly visibility: Visibility;
  private readonly legibility: Legibility;
  private readonly inks = new Map<Element, Ink>();
  /** Product of the opacities down to an element; 0 where nothing is rendered. */
  private readonly opacities = new Map<Element, number>();

  constructor(window: Window) {
    this.reading = new Reading(window);
    this.visibility = new Visibility(this.reading, measurePage(this.reading));
    this.legibility = new Legibility(this.reading);
  }

  /** Words directly inside the element can be seen, here or after scrolling. */
  areWordsSeen(element: Element): boolean {
    if (this.opacityOf(element) < LEAST_OPACITY) return false;
    if (this.reading.style(element).visibility !== 'visible') return false;
    return (
      this.visibility.isBoxSeen(element, getRect(element)) &&
      this.legibility.areLettersSeen(this.findInks(element))
    );
  }

  /** Something in the element may be seen; false when it is hidden together with all that is in it. */
  isRendered(element: Element): boolean {
    return this.opacityOf(element) >= LEAST_OPACITY;
  }

  /** The element and what it stands in, outermost first. */
  private findInks(element: Element): Ink[] {
    const path: Ink[] = [];
    for (let at: Element | null = element; at; at = getFlatParent(at)) {
      let ink = this.inks.get(at);
      if (!ink) this.inks.set(at, (ink = createInk(at)));
      path.push(ink);
    }
    return path.reverse();
  }

  private opacityOf(element: Element): number {
    const path: Element[] = [];
    let opacity = 1;
    for (let at: Element | null = element; at; at = getFlatParent(at)) {
      const known = this.opacities.get(at);
      if (known !== undefined) {
        opacity = known;
        break;
      }
      path.push(at);
    }
    for (const at of path.reverse()) {
      opacity = opacity < LEAST_OPACITY || this.isClosed(at) ? 0 : this.multiply(opacity, at);
      this.opacities.set(at, opacity);
    }
    return opacity;
  }

  private multiply(opacity: number, element: Element): number {
    return multiplyOpacity(opacity, this.reading.style(element).opacity, element);
  }

  /** Nothing in the element is rendered, or the page took it out of reach. */
  private isClosed(element: Element): boolean {
    const tag = getLocalName(element);
    if (NEVER_RENDERED.has(tag) || hasAttribute(element, 'inert')) return true;
    const style = this.reading.style(element);
    if (style.display === 'none' || (tag !== 'summary' && isBehindDetails(element))) return true;
    return cutsOffContent(element, style, hasAttributes(element));
  }
}

function createInk(element: Element): Ink {
  return {
    element,
    tag: getLocalName(element),
    hints: readHints(element),
    legible: undefined,
    legibleLooks: undefined,
    look: undefined,
    background: undefined,
  };
}
