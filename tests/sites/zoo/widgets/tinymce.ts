import tinymce from 'tinymce';
import 'tinymce/icons/default';
import 'tinymce/models/dom';
import 'tinymce/plugins/link';
import 'tinymce/plugins/lists';
import 'tinymce/skins/content/default/content.js';
import 'tinymce/skins/ui/oxide/content.js';
import 'tinymce/skins/ui/oxide/skin.js';
import 'tinymce/themes/silver';
import type { Zoo } from '../zoo.ts';

export const title = 'Write a newsletter';

/** In its usual form: the text is edited in a frame of its own. */
export async function mount(root: HTMLElement, zoo: Zoo): Promise<void> {
  root.innerHTML = '<label for="letter">Newsletter</label><textarea id="letter">Old newsletter</textarea>';
  const [editor] = await tinymce.init({
    target: root.querySelector<HTMLElement>('#letter')!,
    license_key: 'gpl',
    plugins: 'lists link',
    promotion: false,
    height: 320,
  });
  zoo.state(() => ({ lines: editor!.getContent({ format: 'text' }).split(/\n+/) }));
}
