import SignaturePad from 'signature_pad';
import type { Zoo } from '../zoo.ts';

export const title = 'Sign the contract';

/** Which part of the field, in tenths of its width and height, the strokes cover. */
function coveredTenths(pad: SignaturePad, { width, height }: HTMLCanvasElement): number[] {
  const points = pad.toData().flatMap((stroke) => stroke.points);
  const xs = points.map(({ x }) => Math.round((x / width) * 10));
  const ys = points.map(({ y }) => Math.round((y / height) * 10));
  return points.length === 0 ? [] : [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

export function mount(root: HTMLElement, zoo: Zoo): void {
  root.innerHTML = `
    <p id="hint">Sign in the field</p>
    <canvas aria-labelledby="hint" width="400" height="160" style="border: 1px solid; touch-action: none"></canvas>`;
  const canvas = root.querySelector('canvas')!;
  const pad = new SignaturePad(canvas);
  zoo.state(() => ({ strokes: pad.toData().length, covered: coveredTenths(pad, canvas) }));
}
