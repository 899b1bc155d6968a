import { getNextSibling } from '../dom';
import type { Reading } from '../reading';
import type { Thing } from '../thing';
import type { Hints } from './attribute-hints';
import type { Ink, Legibility } from './legibility';
import type { Visibility } from './visibility';

/** Where the walk stands: one open element. Every field is there from the start, so that all of them have one shape. */
export class Frame implements Ink {
  readonly element: Element;
  readonly tag: string;
  readonly hints: Hints;
  /** What its words and children are added to; its parent's when the element is a wrapper without meaning. */
  thing: Thing;
  /** `thing` belongs to this element and is added to the parent's when the element closes. */
  owns = false;
  block = true;
  /** Product of the opacities down to here. */
  opacity = 1;
  /** The pointer is a hand already, or a control is around. */
  pointer = false;
  /** The pointer takes hold already, or something draggable is around. */
  held = false;
  /** The words are said by a name already. */
  muted = false;
  /** Inside something to act on whose box was looked at: its words need no look of their own. */
  placed = false;
  /** `visibility` of the element; its children decide for themselves. */
  visible = true;
  /** Only its summary is shown. */
  isClosedDetails = false;
  /** A phrase, which is where its line is, or a cell without attributes. */
  plain = false;
  /** Something visible is inside, said or not. */
  seen = false;
  /** Words inside that no person could see. */
  hid = false;
  legible: boolean | undefined = undefined;
  legibleLooks: Map<string, boolean> | undefined = undefined;
  look: string | undefined = undefined;
  background: string | undefined = undefined;
  /** Whether words directly in the element can be seen; undefined until there are some. */
  lettersSeen: boolean | undefined = undefined;
  /** Whether the element's own box can be seen; undefined until measured. */
  boxSeen: boolean | undefined = undefined;
  top = NaN;
  bottom = NaN;
  /** All that is in it, when there are no elements in it. */
  text: string | undefined = undefined;
  /** The child that comes next, while the walk goes from sibling to sibling. */
  private child: Node | null = null;
  /** Children as a list instead: of a slot, after a pause, or with others that are shown here. */
  private list: readonly Node[] | undefined = undefined;
  private index = 0;
  /** From this index on the children are here by aria-owns. */
  private ownedFrom = Infinity;
  /** The last part of a table or list in it that had no role of its own, and the role that its place gave it. */
  partTag = '';
  partRole = '';

  constructor(element: Element, tag: string, hints: Hints, thing: Thing) {
    this.element = element;
    this.tag = tag;
    this.hints = hints;
    this.thing = thing;
  }

  /** The last child taken is here by aria-owns. */
  get isAtOwned(): boolean {
    return this.index > this.ownedFrom;
  }

  /** Walks these children. */
  enterSiblings(first: Node | null): void {
    this.list = undefined;
    this.child = first;
  }

  enterList(children: readonly Node[]): void {
    this.list = children;
  }

  /** Others that are shown after its own children. */
  addOwned(others: readonly Node[]): void {
    const own = this.listRest();
    this.ownedFrom = own.length;
    this.list = [...own, ...others];
  }

  takeChild(): Node | null {
    if (this.list) return this.list[this.index++] ?? null;
    const { child } = this;
    if (child) this.child = getNextSibling(child);
    return child;
  }

  /** The page gets its turn and may take children away: what is left is written down once. */
  prepareForPause(): void {
    this.list ??= this.listRest();
  }

  private listRest(): readonly Node[] {
    if (this.list) return this.list;
    const rest: Node[] = [];
    for (let at = this.child; at; at = getNextSibling(at)) rest.push(at);
    return rest;
  }
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
  readonly legibility: Legibility;
  readonly built: BuiltTree;
  /** Adds a finished thing without children to its parent. */
  attach(parent: Frame, thing: Thing): void;
  /** Words that follow do not belong to those before. */
  endRun(): void;
}
