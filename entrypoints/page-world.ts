import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { installPageWorld } from '../lib/page/world/install-page-world';

/**
 * Put into the page's own world of a tab that a run acts on, never for reading; it says the name of the channel that it
 * listens on. Without a name of its own it leaves no variable in the page.
 */
export default defineUnlistedScript({ globalName: false, main: () => installPageWorld(window) });
