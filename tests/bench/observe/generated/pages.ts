import { makeCrm, makeLongForm, makeMail, makeShop } from './applications.ts';
import {
  INNER_FRAME,
  makeFrames,
  makeMixed,
  makeModal,
  makeOverlay,
  makePlainTable,
  makeShadow,
} from './structures.ts';

export interface GeneratedPage {
  name: string;
  html: string;
  /** Too large for the accessibility tree and for what is slow. */
  stress?: boolean;
}

export const TABLE_12K = 'table-12k';

/** `elsewhere`: another origin that serves the same pages. */
export function makeGeneratedPages(elsewhere: string): GeneratedPage[] {
  return [
    { name: 'shop', html: makeShop() },
    { name: 'crm-200-rows', html: makeCrm() },
    { name: 'form-20-selects', html: makeLongForm() },
    { name: 'mail-listeners', html: makeMail() },
    { name: 'modal-dialog', html: makeModal() },
    { name: 'modal-overlay', html: makeOverlay() },
    { name: 'frames', html: makeFrames(elsewhere) },
    { name: 'shadow', html: makeShadow() },
    { name: 'mixed-1k', html: makeMixed(1_000) },
    { name: 'mixed-10k', html: makeMixed(10_000), stress: true },
    { name: TABLE_12K, html: makePlainTable(), stress: true },
    { name: 'mixed-100k', html: makeMixed(100_000), stress: true },
  ];
}

/** Frames of the pages. */
export const GENERATED_PARTS = { 'inner.html': INNER_FRAME };
