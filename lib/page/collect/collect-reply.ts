import type { Target } from '../../trajectories/target';
import type { ItemTree } from './item-tree';
import type { KnownList } from './read-rows';

/** Why there is nothing more to do: the list is at its end; only controls that lead to another site, or send a form, are left; the last one changed nothing. */
export type CollectEnd = 'end' | 'elsewhere' | 'submits' | 'no-change';

/** What can be done to see more rows. A control is pressed only when the one who asks allows it. */
export type CollectTurn = { kind: 'scroll' } | { kind: 'next' | 'more'; ref: string; target: Target };

/** What a document tells after one reading of a list. */
export interface CollectReply {
  /** Rows that it has not told before. */
  items: ItemTree[];
  list: KnownList;
  shell?: ItemTree;
  turn?: CollectTurn;
  ended?: CollectEnd;
  /** Other rows have taken the place of those before, as on another page. */
  replaced?: boolean;
  /** Rows between those before and these may never have been drawn. */
  hasGap?: boolean;
  /** The document is being left: the rows go on in the next one. */
  left?: boolean;
}
