import type { Sentence } from '../../lib/trajectories/verdict';
import { i18n } from '#i18n';
import { hostOf } from '../format-values';
import { InsertIcon } from '../icons';
import { Notice } from '../notice';
import { SentenceText } from '../sentence-text';
import type { PanelProps } from './panel-props';
import { RecipeList } from './recipe-list';

export interface IdleViewProps extends PanelProps {
  /** Why Errand cannot work on this page. */
  restriction: Sentence | undefined;
}

/** Before a run: where we are, what stands in the way, recipes of this site, and what a task may look like. */
export function IdleView(props: IdleViewProps) {
  const { page, planner, actions } = props;
  if (props.restriction) {
    return (
      <Notice quiet>
        <p>
          <SentenceText sentence={props.restriction} />
        </p>
        <p>{i18n.t('panel.open_website')}</p>
      </Notice>
    );
  }
  return (
    <>
      <h1 class="greeting">
        {page.url ? i18n.t('panel.greeting', { site: hostOf(page.url) }) : i18n.t('panel.greeting_here')}
      </h1>
      {planner.kind === 'chat-model' && !planner.ready && (
        <Notice quiet>
          <p>{i18n.t('panel.no_endpoint')}</p>
          <button type="button" class="link-button" onClick={actions.openSettings}>
            {i18n.t('common.open_settings')}
          </button>
        </Notice>
      )}
      <RecipeList recipes={props.recipes} draft={props.draft} onRun={actions.runRecipe} />
      <Examples onExample={actions.draft} />
    </>
  );
}

function Examples(props: { onExample(text: string): void }) {
  const examples = [i18n.t('example.search'), i18n.t('example.fill'), i18n.t('example.read')];
  return (
    <section class="examples">
      <div class="section-head">
        <h2 id="examples-heading">{i18n.t('panel.examples')}</h2>
      </div>
      <ul role="list" aria-labelledby="examples-heading">
        {examples.map((example) => (
          <li key={example}>
            <button type="button" class="example" onClick={() => props.onExample(example)}>
              <InsertIcon />
              <span>{example}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
