/** Ships no types; only what `widgets/autocomplete-js.ts` uses. */
declare module '@tarekraafat/autocomplete.js' {
  export default class AutoComplete {
    constructor(settings: Record<string, unknown>);
    input: HTMLInputElement;
  }
}
declare module '*.svelte' {
  import type { Component } from 'svelte';
  import type { Zoo } from './zoo.ts';

  const component: Component<{ zoo: Zoo }>;
  export default component;
}

declare module 'jquery' {
  interface Wrapped {
    on(event: string, handler: () => void): void;
    val(): unknown;
  }
  const jQuery: ((element: Element) => Wrapped) & { fn: object };
  export default jQuery;
}

/** In a bundle the plugin is a function that wants the window and jQuery. */
declare module 'select2' {
  const install: (window: Window, jQuery: unknown) => void;
  export default install;
}
