import type { PictureArea } from '../../../page/act/take-screenshot';

/** Longer sides say no more to a model and cost tokens. */
const LONGEST_SIDE = 1_024;
const QUALITY = 0.75;
const COVER = '#808080';

export interface Picture {
  /** `data:image/webp;base64,…` */
  dataUrl: string;
  width: number;
  height: number;
}

/**
 * A part of a captured screen, no larger than models want it, with some areas covered. `viewWidth` is the width of the viewport in
 * CSS pixels, in which the areas count.
 */
export async function drawPicture(
  captured: string,
  viewWidth: number,
  part: PictureArea,
  covered: readonly PictureArea[],
): Promise<Picture> {
  const bitmap = await createImageBitmap(await decode(captured));
  const ratio = bitmap.width / viewWidth;
  const scale = Math.min(ratio, LONGEST_SIDE / Math.max(part.width, part.height));
  const width = Math.max(1, Math.round(part.width * scale));
  const height = Math.max(1, Math.round(part.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.drawImage(
    bitmap,
    part.left * ratio,
    part.top * ratio,
    part.width * ratio,
    part.height * ratio,
    0,
    0,
    width,
    height,
  );
  bitmap.close();
  pen.fillStyle = COVER;
  for (const area of covered)
    pen.fillRect(
      (area.left - part.left) * scale - 1,
      (area.top - part.top) * scale - 1,
      area.width * scale + 2,
      area.height * scale + 2,
    );
  return { dataUrl: await encode(canvas), width, height };
}

/** By hand: the extension's own rules for requests do not let it fetch data addresses. */
async function decode(dataUrl: string): Promise<Blob> {
  const [head = '', body = ''] = dataUrl.split(',');
  const bytes = Uint8Array.from(atob(body), (character) => character.charCodeAt(0));
  return new Blob([bytes], { type: /^data:([^;]+)/.exec(head)?.[1] ?? 'image/png' });
}

async function encode(canvas: OffscreenCanvas): Promise<string> {
  const webp = await canvas.convertToBlob({ type: 'image/webp', quality: QUALITY });
  const blob =
    webp.type === 'image/webp' ? webp : await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return `data:${blob.type};base64,${btoa(binary)}`;
}

/** As many arguments as every engine takes. */
const CHUNK = 8_192;
