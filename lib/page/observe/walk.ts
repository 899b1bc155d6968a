import type { Reading } from './reading';
import type { Thing } from './thing';
import type { Visibility } from './visibility';

/** Where the walk stands: one open element. */
export interface Frame {
  element: Element;
  /** What its words and children are added to; its parent's when the element is a wrapper without meaning. */
  thing: Thing;
  /** `thing` belongs to this element and is added to the parent's when the element closes. */
  owns: boolean;
  block: boolean;
  children: readonly Node[];
  next: number;
  /** From this child on they are here by aria-owns. */
  ownedFrom?: number;
  /** Product of the opacities down to here. */
  opacity: number;
  /** The pointer is a hand already, or a control is around. */
  pointer: boolean;
  /** The words are said by a name already. */
  muted: boolean;
  /** Inside something to act on whose box was looked at: its words need no look of their own. */
  placed: boolean;
  /** `visibility` of the element; its children decide for themselves. */
  visible: boolean;
  /** Has attributes: without any, its letters look like those around it. */
  attributed: boolean;
  /** Whether letters here are big and opaque enough; undefined until asked. */
  legible?: boolean;
  /** Whether words directly in the element can be seen; undefined until there are some. */
  lettersSeen?: boolean;
  /** A cell or phrase without attributes. */
  plain: boolean;
  /** Whether the element's own box can be seen; undefined until measured. */
  boxSeen?: boolean;
  top?: number;
  bottom?: number;
  /** Something visible is inside, said or not. */
  seen: boolean;
}

/** What the walk found, besides the things. */
export interface BuiltTree {
  root: Thing;
  elements: number;
  /** Texts that no person could see. */
  hiddenTexts: number;
  /** Elements in `inert` parts. */
  inert: number;
  modals: Thing[];
}

/** What opening an element may use of the walk. */
export interface Walk {
  readonly reading: Reading;
  readonly visibility: Visibility;
  readonly built: BuiltTree;
  /** Adds a finished thing without children to its parent. */
  attach(parent: Frame, thing: Thing): void;
}
