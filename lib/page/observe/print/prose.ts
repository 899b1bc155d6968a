import { LONGEST_TEXT, shortenText } from '../clean-text';
import type { Thing } from '../thing';

/** Characters of running text at one place that are printed in full; of each paragraph after that only the beginning. */
const IN_FULL = LONGEST_TEXT;
const BEGINNING = 48;
/** Whatever comes before, a short text is no prose: a price, a date. */
const SHORT = 60;

/** Running text at one place of the page, piece by piece: how much of it is printed. */
export class Prose {
  private left = IN_FULL;
  private readonly isWhole: boolean;
  private paragraph: Element | null = null;
  private isParagraphCut = false;
  private followsCut = false;

  /** `longest`: characters of one piece; more than `LONGEST_TEXT` means that nothing else is to be cut. */
  constructor(readonly longest: number) {
    this.isWhole = longest > LONGEST_TEXT;
  }

  /** Something else stands between the texts. */
  pass(): void {
    this.followsCut = false;
  }

  /** The text as far as it is printed: itself, its beginning, or undefined when an earlier cut stands for it. */
  cut(text: Thing): Thing | undefined {
    const isSameParagraph = text.element !== null && text.element === this.paragraph;
    if (!isSameParagraph) this.isParagraphCut = false;
    this.paragraph = text.element;
    if (this.isWhole) return this.shorten(text, this.longest);
    if (this.left > 0) return this.shorten(text, Math.max(BEGINNING, this.left));
    if (this.isParagraphCut) return undefined;
    if (!isSameParagraph && text.name.length <= SHORT) {
      this.followsCut = false;
      return text;
    }
    if (!this.followsCut) return this.shorten(text, BEGINNING);
    this.isParagraphCut = true;
    return undefined;
  }

  private shorten(text: Thing, longest: number): Thing {
    this.left = Math.max(0, this.left - text.name.length);
    const shown = shortenText(text.name, Math.min(longest, this.longest)).text;
    this.isParagraphCut = this.followsCut = shown !== text.name;
    return this.followsCut ? { ...text, name: shown } : text;
  }
}
