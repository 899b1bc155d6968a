import { getRect, isConnected } from '../observe/dom';

/** A ref and the element that it stands for. */
export interface RefMark {
  ref: string;
  element: Element;
}

const LABEL_FONT = '600 11px system-ui, sans-serif';
const LABEL_HEIGHT_PX = 14;
const COLOR = '#2459cf';
const CHOSEN_COLOR = '#b3261e';
const LABEL_INK = '#ffffff';

/**
 * Draws refs over a page, as its user asked for. One canvas for all of them, beside the body where no observation looks: a
 * box per element would make the page lay itself out again and again. It takes no clicks, and is gone after `hide`.
 */
export class RefOverlay {
  private canvas: HTMLCanvasElement | undefined;
  private marks: readonly RefMark[] = [];
  private chosen: ReadonlySet<string> = new Set();
  private areAllShown = false;
  private frame: number | undefined;
  private readonly draw = (): void => {
    this.frame ??= this.window.requestAnimationFrame(() => this.drawNow());
  };

  constructor(private readonly window: Window) {}

  /** Draws these refs, or only the chosen ones of them. */
  show(marks: readonly RefMark[], areAllShown: boolean): void {
    this.marks = marks;
    this.areAllShown = areAllShown;
    this.redraw();
  }

  /** Draws these refs in another colour and thicker, whether all are shown or not. */
  choose(refs: readonly string[]): void {
    this.chosen = new Set(refs);
    this.redraw();
  }

  private redraw(): void {
    if (this.areAllShown || this.chosen.size > 0) {
      this.attach();
      this.draw();
    } else this.hide();
  }

  private attach(): void {
    if (this.canvas) return;
    const { document } = this.window;
    this.canvas = document.createElement('canvas');
    this.canvas.setAttribute('aria-hidden', 'true');
    this.canvas.style.cssText =
      'all:initial;position:fixed;inset:0;width:100vw;height:100vh;z-index:2147483647;pointer-events:none';
    document.documentElement.append(this.canvas);
    this.window.addEventListener('scroll', this.draw, { capture: true, passive: true });
    this.window.addEventListener('resize', this.draw);
  }

  private hide(): void {
    this.canvas?.remove();
    this.canvas = undefined;
    this.window.removeEventListener('scroll', this.draw, { capture: true });
    this.window.removeEventListener('resize', this.draw);
    if (this.frame !== undefined) this.window.cancelAnimationFrame(this.frame);
    this.frame = undefined;
  }

  private drawNow(): void {
    this.frame = undefined;
    const { canvas, window } = this;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const scale = window.devicePixelRatio;
    canvas.width = Math.round(window.innerWidth * scale);
    canvas.height = Math.round(window.innerHeight * scale);
    context.scale(scale, scale);
    context.font = LABEL_FONT;
    context.textBaseline = 'middle';
    for (const mark of this.marks) {
      const isChosen = this.chosen.has(mark.ref);
      if (isChosen || this.areAllShown) this.drawMark(context, mark, isChosen);
    }
  }

  private drawMark(context: CanvasRenderingContext2D, { ref, element }: RefMark, isChosen: boolean): void {
    if (!isConnected(element)) return;
    const { left, top, width, height, right, bottom } = getRect(element);
    const { innerWidth, innerHeight } = this.window;
    if (bottom < 0 || right < 0 || top > innerHeight || left > innerWidth) return;
    context.strokeStyle = context.fillStyle = isChosen ? CHOSEN_COLOR : COLOR;
    context.lineWidth = isChosen ? 3 : 1.5;
    context.strokeRect(left, top, width, height);
    const labelWidth = context.measureText(ref).width + 6;
    const x = Math.min(Math.max(0, left), innerWidth - labelWidth);
    const y = Math.max(0, top - LABEL_HEIGHT_PX);
    context.fillRect(x, y, labelWidth, LABEL_HEIGHT_PX);
    context.fillStyle = LABEL_INK;
    context.fillText(ref, x + 3, y + LABEL_HEIGHT_PX / 2);
  }
}
