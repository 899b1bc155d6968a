import { Bold, ClassicEditor, Essentials, Heading, Italic, Link, List, Paragraph } from 'ckeditor5';
import 'ckeditor5/ckeditor5.css';
import type { Zoo } from '../zoo.ts';

export const title = 'Edit an article';

export async function mount(root: HTMLElement, zoo: Zoo): Promise<void> {
  root.innerHTML = '<div id="article"><p>Old article.</p><p>Its second paragraph.</p></div>';
  const editor = await ClassicEditor.create(root.querySelector<HTMLElement>('#article')!, {
    licenseKey: 'GPL',
    plugins: [Essentials, Paragraph, Heading, Bold, Italic, Link, List],
    toolbar: ['undo', 'redo', '|', 'heading', '|', 'bold', 'italic', 'link', 'bulletedList'],
  });
  zoo.state(() => ({
    lines: editor
      .getData()
      .split(/<[^>]+>/)
      .filter(Boolean),
  }));
}
