import type { PageWindow } from '../actor/act-context';

/**
 * Resolves in a task of its own, after every microtask of the page's handlers: frameworks draw in those. Unlike a
 * timer it is not slowed down in a background tab.
 */
export function nextTask(window: PageWindow): Promise<void> {
  return new Promise((resolve) => {
    const channel = new window.MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });
}
