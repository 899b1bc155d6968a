// page-agent's loop as shipped, in a tab of its own: it outlives the documents that it works on, as in its extension.
import { PageAgentCore } from '@page-agent/core';
import type { PageController } from '@page-agent/page-controller';

declare global {
  var BenchAgent: {
    run(task: string, baseURL: string): Promise<{ success: boolean; data: string }>;
  };
  /** Calls the controller in the document of the page that is worked on. */
  function benchController(method: string, args: unknown[]): Promise<unknown>;
}

const METHODS = [
  'getBrowserState',
  'getLastUpdateTime',
  'clickElement',
  'inputText',
  'selectOption',
  'scroll',
  'scrollHorizontally',
  'cleanUpHighlights',
  'showMask',
  'hideMask',
];

globalThis.BenchAgent = {
  run: async (task, baseURL) => {
    const pageController = Object.fromEntries(
      METHODS.map((method) => [method, (...args: unknown[]) => benchController(method, args)]),
    ) as unknown as PageController;
    const agent = new PageAgentCore({ pageController, baseURL, model: 'scripted', apiKey: 'sk-test' });
    const { success, data } = await agent.execute(task);
    return { success, data };
  },
};
