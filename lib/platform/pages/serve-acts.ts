import type { ErrandPage } from '../../page/types';
import type { UserAct } from '../../trajectories/user-act';
import { browser } from '../browser';
import type { ActReport } from './page-messages';

/** Content-script side of what the user does in the page while a run is about: it wakes the worker with each deed. */
export interface ActsService {
  /** A run reads the page: from now on. */
  begin(): void;
  /** No run is about any more. */
  end(): void;
}

export function serveActs(page: ErrandPage): ActsService {
  let watching: AbortController | undefined;
  const end = (): void => {
    watching?.abort();
    watching = undefined;
  };
  const tell = async (act: UserAct): Promise<void> => {
    const report: ActReport = { from: 'errand-user', act };
    try {
      await browser.runtime.sendMessage(report);
    } catch {
      // Nobody answers; but a script whose extension was updated is not to listen for ever.
      if ((browser.runtime.id as string | undefined) === undefined) end();
    }
  };
  return {
    begin() {
      if (watching) return;
      watching = new AbortController();
      page.watchActs((act) => void tell(act), watching.signal);
    },
    end,
  };
}
