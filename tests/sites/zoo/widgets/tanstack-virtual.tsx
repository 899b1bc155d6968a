import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Zoo } from '../zoo.ts';

export const title = 'Invite members';

const MEMBERS = Array.from({ length: 1000 }, (_, index) => `Member ${index + 1}`);

/** Of a thousand rows only those in view are in the page. */
function Members({ zoo }: { zoo: Zoo }) {
  const area = useRef<HTMLDivElement>(null);
  const [invited, setInvited] = useState<string[]>([]);
  const rows = useVirtualizer({
    count: MEMBERS.length,
    getScrollElement: () => area.current,
    estimateSize: () => 36,
  });
  zoo.state(() => ({ invited }));
  return (
    <div ref={area} role="list" aria-label="Members" tabIndex={0} style={{ height: 360, overflow: 'auto' }}>
      <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map(({ key, index, start, size }) => (
          <div
            key={key}
            role="listitem"
            style={{
              position: 'absolute',
              insetInline: 0,
              top: 0,
              height: size,
              transform: `translateY(${start}px)`,
            }}
          >
            {MEMBERS[index]}{' '}
            <button type="button" onClick={() => setInvited((now) => [...now, MEMBERS[index]!])}>
              Invite {MEMBERS[index]}
            </button>
          </div>
        ))}
      </div>
    </div>
  );
}

export function mount(root: HTMLElement, zoo: Zoo): void {
  createRoot(root).render(<Members zoo={zoo} />);
}
