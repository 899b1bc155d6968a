import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createErrandPage } from '../lib/page/errand-page';
import { claimDocument } from '../lib/platform/pages/claim-document';
import { createFrameKeys } from '../lib/platform/pages/frame-keys';
import { servePage } from '../lib/platform/pages/serve-page';

/** Injected on demand into every frame of a tab in use; nothing of Errand runs on any other page. */
export default defineUnlistedScript(() => {
  if (claimDocument()) servePage(createErrandPage(window, createFrameKeys()));
});
