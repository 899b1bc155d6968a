// Bundled with the package's own code; in every document from its start.
import { PageController } from '@page-agent/page-controller';
import type { PageAgentAct } from '../tasks';

interface PageAgentState {
  ms: number;
  /** When the document had loaded, in milliseconds since the epoch. */
  loadedAt: number;
}

declare global {
  var PageAgentStep: {
    /** Reads the page, as after the step before; the index of the element, or undefined where it has none. */
    prepare(element: Node | null): Promise<number | undefined>;
    /** Resolves to the time in milliseconds since the epoch. */
    act(act: PageAgentAct, index: number | undefined): Promise<number>;
    read(): Promise<PageAgentState>;
  };
}

let controller: PageController | undefined;

function expectController(): PageController {
  controller ??= new PageController({ enableMask: false });
  return controller;
}

async function perform(act: PageAgentAct, index: number): Promise<{ success: boolean; message: string }> {
  const agent = expectController();
  switch (act.act) {
    case 'click':
      return agent.clickElement(index);
    case 'input':
      return agent.inputText(index, act.text);
    case 'select':
      return agent.selectOption(index, act.option);
    case 'scroll':
      return agent.scroll({ down: act.down, numPages: 1 });
  }
}

globalThis.PageAgentStep = {
  prepare: async (element) => {
    const agent = expectController();
    await agent.getBrowserState();
    return [...agent.selectorMap].find(([, node]) => node.ref === element)?.[0];
  },
  act: async (act, index) => {
    const { success, message } = await perform(act, index ?? 0);
    if (!success) throw new Error(message);
    return Date.now();
  },
  read: async () => {
    const start = performance.now();
    await expectController().getBrowserState();
    const ms = performance.now() - start;
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const loadedAt = performance.timeOrigin + (navigation?.loadEventEnd ?? 0);
    return { ms, loadedAt };
  },
};
