import type { Outcome, TabInfo } from '../../lib/agent/ports';
import { originOf } from '../../lib/guard/url-policy';
import type { ActionCall, ActionResult, Effect } from '../../lib/trajectories/action';
import type { Failure } from '../../lib/trajectories/failure';
import type { Observation } from '../../lib/trajectories/observation';
import type { Target } from '../../lib/trajectories/target';

export const START_URL = 'https://shop.test/';
export const OTHER_URL = 'https://other.test/';

/** What a click on each ref of the fake page does; every page of the fake browser has the same elements. */
export const REFS = {
  plain: 'e1',
  asks: 'e2',
  denied: 'e3',
  stale: 'e4',
  fails: 'e5',
  moves: 'e6',
  opensTab: 'e7',
  leavesOrigin: 'e8',
  throws: 'e9',
  hangs: 'e10',
  closesTab: 'e11',
  leavesWeb: 'e12',
  takesAway: 'e13',
  taken: 'e14',
  needsUser: 'e15',
  dead: 'e16',
} as const;

interface FakeTab extends TabInfo {
  past: string[];
}

/** Tabs and pages in memory. Deterministic: the same calls give the same answers. */
export class FakeBrowser {
  readonly tabs = new Map<number, FakeTab>();
  /** Origins without host access. */
  readonly withoutAccess = new Set<string>();
  /** Messages that each action makes the page show for a moment. */
  says: string[] = [];
  /** Every origin loses its host access with the first action. */
  hidesAfterAction = false;
  /** Pages do not change, whatever is done. */
  isStill = false;
  private readonly lost = new Set<string>();
  private opened: TabInfo[] = [];
  private nextTab = 1;
  private version = 0;

  openTab(url: string): FakeTab {
    const tab = { tabId: this.nextTab, url, title: `Page ${url}`, past: [] };
    this.nextTab += 1;
    this.tabs.set(tab.tabId, tab);
    return tab;
  }

  /** Every tab gets a new id, as after a restart of the browser that restores its session. */
  restart(): void {
    const urls = [...this.tabs.values()].map((tab) => tab.url);
    this.tabs.clear();
    this.opened = [];
    for (const url of urls) this.openTab(url);
  }

  findTab(tabId: number): TabInfo | undefined {
    const tab = this.tabs.get(tabId);
    return tab && { tabId, url: tab.url, title: tab.title };
  }

  takeOpened(): TabInfo[] {
    return this.opened.splice(0);
  }

  recover(url: string): Outcome<TabInfo> {
    const showing = [...this.tabs.values()].find((tab) => tab.url === url);
    return { ok: true, value: showing ?? this.openTab(url) };
  }

  observe(tabId: number): Outcome<Observation> {
    const tab = this.tabs.get(tabId);
    if (!tab) return { ok: false, failure: failure('tab-gone') };
    const origin = originOf(tab.url);
    if (origin === undefined) return { ok: false, failure: failure('restricted-page') };
    if (this.withoutAccess.has(origin))
      return { ok: false, failure: { ...failure('no-access'), params: { origin } } };
    if (!this.isStill) this.version += 1;
    const text = `page "${tab.title}"  ${tab.url}\n  e1 button "Version ${this.version}"`;
    const { url, title } = tab;
    const frames = [{ frameId: 0, prefix: '', origin }];
    const value = {
      tabId,
      url,
      title,
      text,
      changes: `~ e1 button "Version ${this.version}"`,
      frames,
      elements: 12,
      ms: 1,
    };
    return { ok: true, value };
  }

  resolve(tabId: number, call: ActionCall): Outcome<Target> {
    const tab = this.tabs.get(tabId);
    if (!tab) return { ok: false, failure: failure('tab-gone') };
    // Without a ref it is what has the focus.
    const ref = String(call.args['ref'] ?? REFS.plain);
    if (ref === REFS.stale) return { ok: false, failure: failure('stale-ref') };
    return { ok: true, value: fakeTarget(ref, originOf(tab.url) ?? '') };
  }

  findLost(refs: string[]): string[] {
    return refs.filter((ref) => this.lost.has(ref));
  }

  /** What an action does, after which the fake page has changed. Hangs and throws are the caller's to act out. */
  actOnPage(tabId: number, call: ActionCall): ActionResult {
    const tab = this.tabs.get(tabId);
    if (!tab) return { status: 'failed', failure: failure('tab-gone') };
    const ref = call.args['ref'];
    if (ref === REFS.fails) return { status: 'failed', failure: failure('not-editable') };
    if (ref === REFS.needsUser) return { status: 'failed', failure: failure('needs-user') };
    if (ref === REFS.dead) return done({});
    if (ref === REFS.moves) return this.move(tab, `${START_URL}page/${tab.past.length}`);
    if (ref === REFS.leavesOrigin) return this.move(tab, OTHER_URL);
    if (ref === REFS.leavesWeb) return this.move(tab, 'chrome://settings/');
    if (ref === REFS.opensTab) this.opened.push(this.openTab(`${START_URL}new`));
    if (ref === REFS.takesAway) this.lost.add(REFS.taken);
    if (ref === REFS.closesTab) this.tabs.delete(tabId);
    if (this.hidesAfterAction) this.withoutAccess.add(originOf(tab.url) ?? '');
    return done({ value: 'x', ...(this.says.length > 0 ? { told: this.says } : {}) });
  }

  actOnTabs(tabId: number, call: ActionCall): ActionResult {
    const tab = this.tabs.get(tabId);
    if (!tab) return { status: 'failed', failure: failure('tab-gone') };
    const { url, tab: wanted } = call.args;
    if (call.name === 'navigate') return this.move(tab, String(url));
    if (call.name === 'open_tab') return done({ openedTab: this.openTab(String(url)).tabId });
    if (call.name === 'go_back') {
      const before = tab.past.pop();
      if (before === undefined) return { status: 'failed', failure: failure('no-history') };
      tab.url = before;
      return done({ url: before });
    }
    if (call.name === 'close_tab') {
      const closed = typeof wanted === 'number' ? wanted : tabId;
      return this.tabs.delete(closed)
        ? done({ closedTab: closed })
        : { status: 'failed', failure: failure('unknown-tab') };
    }
    return done({});
  }

  private move(tab: FakeTab, url: string): ActionResult {
    tab.past.push(tab.url);
    tab.url = url;
    return done({ url });
  }
}

function done(effect: Effect): ActionResult {
  return { status: 'done', message: 'done.', effect };
}

function failure(code: string): Failure {
  return { code, message: `It did not work: ${code}.` };
}

export function fakeTarget(ref: string, origin: string): Target {
  const fingerprint = {
    role: 'button',
    name: `Button ${ref}`,
    tag: 'button',
    attributes: {},
    within: ['main'],
    nth: 0,
    of: 1,
  };
  return { ref, fingerprint, origin };
}
