import { EditorContent, useEditor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { createRoot } from 'react-dom/client';
import type { Zoo } from '../zoo.ts';

export const title = 'Write a comment';

function CommentBox({ zoo }: { zoo: Zoo }) {
  const editor = useEditor({
    extensions: [StarterKit],
    content: '<p>First try</p>',
    editorProps: { attributes: { 'aria-label': 'Comment', role: 'textbox', 'aria-multiline': 'true' } },
  });
  zoo.state(() => ({ html: editor.getHTML() }));
  return (
    <>
      <button type="button" onClick={() => editor.chain().focus().toggleBold().run()}>
        Bold
      </button>
      <button type="button" onClick={() => editor.chain().focus().toggleBulletList().run()}>
        Bullet list
      </button>
      <EditorContent editor={editor} />
    </>
  );
}

export function mount(root: HTMLElement, zoo: Zoo): void {
  createRoot(root).render(<CommentBox zoo={zoo} />);
}
