import { render } from 'preact';
import { i18n } from '#i18n';
import '../../components/theme.css';
import '../../components/playground/playground.css';
import { language } from '../../components/format-values';
import type { PlaygroundFrame } from '../../components/playground/playground-props';
import { PlaygroundView } from '../../components/playground/playground-view';
import { FIXTURES } from './fixtures';
import * as state from './playground-state';

/** Pages of this extension share an origin, so they may call each other. */
type FrameWindow = Window & { playgroundFrame?: PlaygroundFrame };

function Page() {
  return (
    <PlaygroundView
      html={state.html.value}
      fixtures={FIXTURES}
      fixture={state.fixture.value}
      scope={state.scope.value}
      budget={state.budget.value}
      isBudgetBad={state.isBudgetBad.value}
      areRefsShown={state.areRefsShown.value}
      reading={state.reading.value}
      line={state.line.value}
      onHtml={state.typeHtml}
      onFixture={state.chooseFixture}
      onScope={(scope) => (state.scope.value = scope)}
      onBudget={(budget) => (state.budget.value = budget)}
      onRefsShown={(areShown) => (state.areRefsShown.value = areShown)}
      onLine={state.chooseLine}
    >
      <iframe
        title={i18n.t('playground.page')}
        src="/playground-frame.html"
        sandbox="allow-scripts allow-same-origin"
      />
    </PlaygroundView>
  );
}

addEventListener('message', ({ data, source, origin }) => {
  const { playgroundFrame } = (source ?? {}) as FrameWindow;
  if (data === 'playground-frame-ready' && origin === location.origin && playgroundFrame)
    state.connect(playgroundFrame);
});

document.documentElement.lang = language();
document.title = `Errand · ${i18n.t('playground.title')}`;
const root = document.querySelector('#root');
if (root) render(<Page />, root);
