/** What the playground asks of the frame with the page under observation. */
export interface PlaygroundFrame {
  show(html: string): void;
  read(request: ReadRequest): Promise<PlaygroundReading>;
  /** Draws all refs of the last reading, or only the chosen ones. */
  mark(areAllShown: boolean, chosen: readonly string[]): void;
  scrollTo(ref: string): void;
  /** Tells of each element with a ref that is clicked. */
  listen(onPick: (ref: string) => void): void;
}

export interface ReadRequest {
  scope: 'near' | 'page';
  budget?: number;
}

export interface PlaygroundReading {
  lines: PlaygroundLine[];
  /** What differs from the reading before; '' for the first one. */
  changes: string;
  elements: number;
  ms: number;
  /** Estimated. */
  tokens: number;
  refs: number;
}

export interface PlaygroundLine {
  text: string;
  refs: string[];
}

export interface PlaygroundProps {
  html: string;
  fixtures: readonly { id: string; name: string }[];
  /** '' when the HTML was typed. */
  fixture: string;
  scope: 'near' | 'page';
  /** As typed; '' is the default. */
  budget: string;
  isBudgetBad: boolean;
  areRefsShown: boolean;
  reading: PlaygroundReading | undefined;
  /** Index of the line that is chosen. */
  line: number | undefined;
  onHtml(html: string): void;
  onFixture(id: string): void;
  onScope(scope: 'near' | 'page'): void;
  onBudget(budget: string): void;
  onRefsShown(areShown: boolean): void;
  onLine(index: number): void;
}
