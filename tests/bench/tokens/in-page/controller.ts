// page-agent's controller as shipped, in every document from its start, as its own extension has it.
import { PageController } from '@page-agent/page-controller';

declare global {
  var BenchController: {
    /** Calls a method of the controller. */
    call(method: string, args: unknown[]): Promise<unknown>;
    /** What the controller calls the element in its messages. */
    textOf(index: number): string | undefined;
    /** Index under which the last state shows the element, what is around it or what is in it. */
    indexOf(element: Node): number | undefined;
  };
}

let controller: PageController | undefined;

/** With the settings it has by itself; the mask is for the user's eyes and needs a style sheet. */
function expectController(): PageController {
  controller ??= new PageController({ enableMask: false });
  return controller;
}

globalThis.BenchController = {
  call: async (method, args) => {
    const methods = expectController() as unknown as Record<string, (...all: unknown[]) => Promise<unknown>>;
    return methods[method]?.(...args);
  },
  textOf: (index) => expectController().elementTextMap.get(index),
  indexOf: (element) => {
    const known = [...expectController().selectorMap].map(([index, node]) => ({ index, node: node.ref }));
    const found =
      known.find(({ node }) => node === element) ??
      known.findLast(({ node }) => node?.contains(element)) ??
      known.find(({ node }) => node && element.contains(node));
    return found?.index;
  },
};
