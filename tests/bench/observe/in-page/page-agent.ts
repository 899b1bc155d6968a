// Bundled with the package's own code; `boxes` is what the bundle makes of its constant (see tool-bundles.ts).
import { PageController } from '@page-agent/page-controller';

declare global {
  var PageAgentBench: (config: Record<string, unknown>) => Promise<{ ms: number; text: string }>;
}

globalThis.PageAgentBench = async (config) => {
  const controller = new PageController({ enableMask: false, ...config });
  const start = performance.now();
  const { header, content, footer } = await controller.getBrowserState();
  return { ms: performance.now() - start, text: [header, content, footer].join('\n') };
};
