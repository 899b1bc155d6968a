import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { translate } from '../translate';
import { ObservationLines } from './observation-lines';
import type { PlaygroundProps } from './playground-props';

/** For developers: HTML on one side, what a planner reads of it on the other. The page itself comes as a child. */
export function PlaygroundView(props: PlaygroundProps & { children: ComponentChildren }) {
  return (
    <main class="playground">
      <header class="playground-head">
        <h1>{i18n.t('playground.title')}</h1>
        <Choices {...props} />
      </header>
      <section class="playground-source" aria-labelledby="source-heading">
        <h2 id="source-heading">{i18n.t('playground.html')}</h2>
        <textarea
          class="field code"
          aria-labelledby="source-heading"
          spellcheck={false}
          value={props.html}
          onInput={(event) => props.onHtml(event.currentTarget.value)}
        />
      </section>
      <section class="playground-page" aria-labelledby="page-heading">
        <h2 id="page-heading">{i18n.t('playground.page')}</h2>
        {props.children}
      </section>
      <Observation {...props} />
    </main>
  );
}

function Choices(props: PlaygroundProps) {
  return (
    <div class="playground-choices">
      <label class="labelled">
        <span>{i18n.t('playground.fixture')}</span>
        <select
          class="field"
          value={props.fixture}
          onChange={(event) => props.onFixture(event.currentTarget.value)}
        >
          <option value="">{i18n.t('playground.own_html')}</option>
          {props.fixtures.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label class="labelled">
        <span>{i18n.t('playground.scope')}</span>
        <select
          class="field"
          value={props.scope}
          onChange={(event) => props.onScope(event.currentTarget.value === 'page' ? 'page' : 'near')}
        >
          <option value="near">{i18n.t('playground.near')}</option>
          <option value="page">{i18n.t('playground.whole_page')}</option>
        </select>
      </label>
      <label class="labelled">
        <span>{i18n.t('playground.budget')}</span>
        <input
          class="field short"
          inputMode="numeric"
          value={props.budget}
          placeholder={i18n.t('playground.default')}
          aria-invalid={props.isBudgetBad}
          onInput={(event) => props.onBudget(event.currentTarget.value)}
        />
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={props.areRefsShown}
          onChange={(event) => props.onRefsShown(event.currentTarget.checked)}
        />
        <span>{i18n.t('playground.show_refs')}</span>
      </label>
    </div>
  );
}

function Observation({ reading, line, isBudgetBad, onLine }: PlaygroundProps) {
  return (
    <section class="playground-reading" aria-labelledby="reading-heading">
      <div class="playground-figures">
        <h2 id="reading-heading">{i18n.t('playground.text')}</h2>
        <p role="status">
          {isBudgetBad && <span class="problem">{i18n.t('playground.bad_budget')}</span>}
          {!isBudgetBad && reading && describeFigures(reading)}
        </p>
      </div>
      {reading && <ObservationLines lines={reading.lines} chosen={line} onChoose={onLine} />}
      <h2 id="changes-heading">{i18n.t('playground.changes')}</h2>
      <pre class="playground-changes" tabIndex={0} aria-labelledby="changes-heading">
        {reading?.changes === '' ? i18n.t('playground.no_changes') : reading?.changes}
      </pre>
    </section>
  );
}

function describeFigures({ ms, tokens, elements, refs }: NonNullable<PlaygroundProps['reading']>): string {
  return translate({
    key: 'playground.figures',
    params: { ms: ms.toFixed(1), tokens: String(tokens), elements: String(elements), refs: String(refs) },
  });
}
