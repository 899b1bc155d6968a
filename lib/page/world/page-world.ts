import type { DialogAnswer, WorldNote, WorldPhase } from './world-message';

export type MainWindow = Window & typeof globalThis;

/** What the watchers of the page's world share while a lease is held. */
export interface PageWorld {
  window: MainWindow;
  /** Answer that the run has given beforehand; it is used up by the first question that it fits. */
  takeAnswer(question: string): DialogAnswer | undefined;
  phase(): WorldPhase;
  /** Tells the isolated script. Never throws: a page that broke our tools only loses the note. */
  tell(note: WorldNote): void;
  /** Shows the isolated script a field for files, which need not be in the document. */
  showFileField(field: Element): void;
  /** No click or key of the user allows what a page may only do then. */
  isWithoutUser(): boolean;
}
