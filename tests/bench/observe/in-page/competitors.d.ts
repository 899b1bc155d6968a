// The few words of the competitors' packages that are called; the packages are fetched when the benchmark runs.
declare module '@page-agent/page-controller' {
  export class PageController {
    constructor(config: Record<string, unknown>);
    getBrowserState(): Promise<{ header: string; content: string; footer: string }>;
    /** The elements that it has numbered. */
    selectorMap: Map<number, { ref: Node }>;
    clickElement(index: number): Promise<{ success: boolean; message: string }>;
    inputText(index: number, text: string): Promise<{ success: boolean; message: string }>;
    selectOption(index: number, option: string): Promise<{ success: boolean; message: string }>;
    scroll(options: { down: boolean; numPages: number }): Promise<{ success: boolean; message: string }>;
  }
}
declare module '@aipexstudio/dom-snapshot' {
  export function collectDomSnapshot(document: Document): unknown;
  export function buildTextSnapshot(snapshot: unknown): unknown;
  export function formatSnapshot(snapshot: unknown): string;
}
