import { createWorldLink, type WorldLink } from './world-link';
import type { WorldNote } from './world-message';

/** Keeps this document's link to its page world, from when there is one. */
export interface WorldKeeper {
  isLinked(): boolean;
  /** `channel` is what the script in the page's world said when it was installed. A second one is ignored. */
  link(channel: string): void;
  /** The link; undefined when no script is in the page's world and none can be put there from here. */
  take(): WorldLink | undefined;
  /** What the page did since the last call; nothing without a link. */
  takeNotes(): WorldNote[];
}

export function createWorldKeeper(window: Window & typeof globalThis, install?: () => string): WorldKeeper {
  let linked: WorldLink | undefined;
  return {
    isLinked: () => linked !== undefined,
    link(channel) {
      linked ??= createWorldLink(window, channel);
    },
    take() {
      if (!linked && install) linked = createWorldLink(window, install());
      return linked;
    },
    takeNotes: () => linked?.takeNotes() ?? [],
  };
}
