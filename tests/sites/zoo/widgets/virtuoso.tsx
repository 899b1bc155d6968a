import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Virtuoso } from 'react-virtuoso';
import type { Zoo } from '../zoo.ts';

export const title = 'Read the feed';

const PAGE_LENGTH = 40;
const LOADING_MS = 150;

/** Endless: the next posts are loaded when the end comes into view, and those out of view leave the page. */
function Feed({ zoo }: { zoo: Zoo }) {
  const [length, setLength] = useState(PAGE_LENGTH);
  const [liked, setLiked] = useState<number[]>([]);
  zoo.state(() => ({ liked, loaded: length }));
  return (
    <Virtuoso
      style={{ height: 400 }}
      totalCount={length}
      endReached={() =>
        void setTimeout(() => setLength((now) => Math.min(now + PAGE_LENGTH, 120)), LOADING_MS)
      }
      itemContent={(index) => (
        <article style={{ padding: 12 }}>
          <p>Post {index + 1}</p>
          <button type="button" onClick={() => setLiked((now) => [...now, index + 1])}>
            Like post {index + 1}
          </button>
        </article>
      )}
    />
  );
}

export function mount(root: HTMLElement, zoo: Zoo): void {
  createRoot(root).render(<Feed zoo={zoo} />);
}
