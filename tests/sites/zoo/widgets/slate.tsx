import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor, Node, type Descendant } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, Slate, withReact } from 'slate-react';
import type { Zoo } from '../zoo.ts';

export const title = 'Take a note';

const FIRST_DRAFT = ['Old note', 'with two lines'].map((text) => ({
  type: 'paragraph',
  children: [{ text }],
}));

function Note({ zoo }: { zoo: Zoo }) {
  const [editor] = useState(() => withHistory(withReact(createEditor())));
  const [value, setValue] = useState<Descendant[]>(FIRST_DRAFT);
  zoo.state(() => ({ lines: value.map((line) => Node.string(line)) }));
  return (
    <Slate editor={editor} initialValue={FIRST_DRAFT} onChange={setValue}>
      <Editable aria-label="Note" placeholder="Write something" />
    </Slate>
  );
}

export function mount(root: HTMLElement, zoo: Zoo): void {
  createRoot(root).render(<Note zoo={zoo} />);
}
