// The few words of the competitors' packages that are called; the packages are fetched when the benchmark runs.
declare module '@page-agent/page-controller' {
  export class PageController {
    constructor(config: Record<string, unknown>);
    getBrowserState(): Promise<{ header: string; content: string; footer: string }>;
  }
}
declare module '@aipexstudio/dom-snapshot' {
  export function collectDomSnapshot(document: Document): unknown;
  export function buildTextSnapshot(snapshot: unknown): unknown;
  export function formatSnapshot(snapshot: unknown): string;
}
