import { createErrandPage } from './errand-page';
import type { ErrandPage } from './types';

declare global {
  var ErrandPage: ErrandPage | undefined;
}

globalThis.ErrandPage = createErrandPage(window);
