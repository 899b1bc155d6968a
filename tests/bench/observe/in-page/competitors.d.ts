// The few words of the competitors' packages that are called; the packages are fetched when the benchmark runs.
declare module '@page-agent/page-controller' {
  export class PageController {
    constructor(config: Record<string, unknown>);
    getBrowserState(): Promise<{ header: string; content: string; footer: string }>;
    /** The elements that it has numbered. */
    selectorMap: Map<number, { ref: Node }>;
    /** What its messages call them. */
    elementTextMap: Map<number, string>;
    clickElement(index: number): Promise<{ success: boolean; message: string }>;
    inputText(index: number, text: string): Promise<{ success: boolean; message: string }>;
    selectOption(index: number, option: string): Promise<{ success: boolean; message: string }>;
    scroll(options: { down: boolean; numPages: number }): Promise<{ success: boolean; message: string }>;
  }
}
declare module '@page-agent/core' {
  import type { PageController } from '@page-agent/page-controller';
  export class PageAgentCore {
    constructor(config: { pageController: PageController; baseURL: string; model: string; apiKey: string });
    execute(task: string): Promise<{ success: boolean; data: string }>;
  }
}
declare module '@aipexstudio/dom-snapshot' {
  export function collectDomSnapshot(document: Document): unknown;
  export function buildTextSnapshot(snapshot: unknown): unknown;
  export function formatSnapshot(snapshot: unknown): string;
}
