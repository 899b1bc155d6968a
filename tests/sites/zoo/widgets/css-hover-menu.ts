import 'purecss/build/menus.css';
import type { Zoo } from '../zoo.ts';

export const title = 'A menu without scripts';

/** Pure.css, as documented: the submenu shows while the pointer is on its parent, by `:hover` alone. */
export function mount(root: HTMLElement, zoo: Zoo): void {
  root.innerHTML = `
    <nav class="pure-menu pure-menu-horizontal">
      <ul class="pure-menu-list">
        <li class="pure-menu-item"><a href="#home" class="pure-menu-link">Home</a></li>
        <li class="pure-menu-item pure-menu-has-children pure-menu-allow-hover">
          <a href="#contact" class="pure-menu-link">Contact</a>
          <ul class="pure-menu-children">
            <li class="pure-menu-item"><a href="#email" class="pure-menu-link">By e-mail</a></li>
            <li class="pure-menu-item"><a href="#phone" class="pure-menu-link">By phone</a></li>
          </ul>
        </li>
      </ul>
    </nav>`;
  zoo.state(() => ({ hash: location.hash }));
}
