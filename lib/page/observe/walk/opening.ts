import type { Hints } from './attribute-hints';
import type { Frame, Walk } from './frame';
import type { TagTraits } from './tag-traits';

/** What stands over an element's own properties when it is opened. */
export interface Opening {
  walk: Walk;
  element: Element;
  tag: string;
  traits: TagTraits;
  hints: Hints;
  parent: Frame | undefined;
  style: CSSStyleDeclaration;
  display: string;
  overflow: string;
  opacity: number;
  visible: boolean;
  /** A picture without words that is clicked for itself inside of something else that is clicked. */
  isIcon: boolean;
}
