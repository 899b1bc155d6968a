import type { RunEvent } from '../../trajectories/event';
import { endBatch } from '../batch';
import { omit } from '../omit';
import type { RunState } from '../state';
import { NOT_DONE, tabAttached, tabDetached } from './reasons';

export function attachTab(state: RunState, event: RunEvent & { type: 'tab-attached' }): RunState {
  if (event.replaces !== undefined) return renameTab(state, event, event.replaces);
  const { tabId, why, seq } = event;
  // Tab ids do not outlive the browser: after a recovery all the old ones mean nothing.
  const old = why === 'recovered' ? [] : state.tabs.filter((tab) => tab !== tabId);
  const tabs = [...old, tabId];
  return {
    ...omit(endBatch(state, NOT_DONE.tab), 'tabChange', 'observeFailure'),
    tabs,
    activeTab: tabId,
    tabLost: false,
    stale: true,
    history: [...state.history, { type: 'note', seq, text: tabAttached(tabId, why, tabs) }],
  };
}

export function detachTab(state: RunState, event: RunEvent & { type: 'tab-detached' }): RunState {
  const { tabId, seq } = event;
  const tabs = state.tabs.filter((tab) => tab !== tabId);
  const activeTab = state.activeTab === tabId ? (tabs.at(-1) ?? tabId) : state.activeTab;
  const ended = tabId === state.activeTab ? endBatch(state, NOT_DONE.tab) : state;
  return {
    ...omit(ended, 'tabChange', 'observeFailure'),
    tabs,
    activeTab,
    tabLost: tabs.length === 0,
    stale: true,
    history: [...state.history, { type: 'note', seq, text: tabDetached(tabId, activeTab, tabs) }],
  };
}

/** The same tab under another id; its page is loaded anew, so what was proposed for it is not done. */
function renameTab(state: RunState, event: RunEvent & { type: 'tab-attached' }, replaced: number): RunState {
  const { tabId, why, seq } = event;
  const rename = (tab: number): number => (tab === replaced ? tabId : tab);
  const tabs = state.tabs.map(rename);
  const renamed = { ...state, tabs, activeTab: rename(state.activeTab) };
  if (state.activeTab !== replaced) return renamed;
  return {
    ...omit(endBatch(renamed, NOT_DONE.tab), 'tabChange', 'observeFailure'),
    stale: true,
    history: [...state.history, { type: 'note', seq, text: tabAttached(tabId, why, tabs) }],
  };
}
