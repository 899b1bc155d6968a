import { render } from 'preact';
import '../../components/theme.css';
import '../../components/run-parts.css';
import '../../components/panel/panel.css';
import { language } from '../../components/format-values';
import type { PlannerChoice } from '../../components/panel/panel-props';
import { PanelView } from '../../components/panel/panel-view';
import { PictureReader } from '../../components/step-picture';
import { originOf } from '../../lib/guard/url-policy';
import type { Settings } from '../../lib/platform/settings';
import { readBlob } from '../../lib/platform/store';
import { panelActions } from './panel-actions';
import { findNotice, panelState, watchPanel } from './panel-state';

function Panel() {
  const tab = panelState.tab.value;
  const settings = panelState.settings.value;
  if (!settings) return null;
  const origin = originOf(tab?.url ?? '');
  const offered = panelState.recipes.value.filter(
    ({ site, trust }) => site === origin && trust !== 'quarantined',
  );
  return (
    <PictureReader.Provider value={readBlob}>
      <PanelView
        page={{ url: tab?.url ?? '', title: tab?.title ?? '' }}
        run={panelState.run.value}
        streaming={panelState.streaming.value}
        waitsFor={panelState.waitsFor.value}
        planner={plannerChoice(settings)}
        hasDayMoney={settings.budgets.day.money !== undefined}
        recipes={offered}
        draft={panelState.draft.value}
        notice={findNotice()}
        actions={panelActions}
      />
    </PictureReader.Provider>
  );
}

function plannerChoice(settings: Settings): PlannerChoice {
  if (settings.planner !== 'chat-model') return { kind: settings.planner };
  return {
    kind: 'chat-model',
    model: settings.model,
    ready: settings.baseUrl !== '' && settings.model !== '',
  };
}

document.documentElement.lang = language();
const root = document.querySelector('#root');
if (root) render(<Panel />, root);
void watchPanel();
