import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { FailureNotice } from '../notice';
import { SpendingView } from '../spending/spending-view';
import type { LibraryProps } from './library-props';
import { RecipeRows } from './recipe-rows';
import { RunPage } from './run-page';
import { RunRows } from './run-rows';

/** Runs and recipes on the left, the open run beside them; one after the other where there is no room for two. */
export function LibraryView(props: LibraryProps) {
  const [filter, setFilter] = useState('');
  return (
    <div class={props.openId || props.spending ? 'library library-open' : 'library'}>
      <nav class="library-list" aria-label={i18n.t('library.title')}>
        <h1>{i18n.t('library.title')}</h1>
        <button
          type="button"
          class="link-button"
          aria-current={props.spending ? 'page' : undefined}
          onClick={props.onOpenSpending}
        >
          {i18n.t('spending.title')}
        </button>
        {props.failure && <FailureNotice failure={props.failure} onOpenSettings={props.onOpenSettings} />}
        <input
          type="search"
          class="field"
          aria-label={i18n.t('library.filter')}
          placeholder={i18n.t('library.filter')}
          value={filter}
          onInput={(event) => setFilter(event.currentTarget.value)}
        />
        <RunRows runs={props.runs} filter={filter} openId={props.openId} onOpen={props.onOpen} />
        <RecipeRows recipes={props.recipes} filter={filter} onDelete={props.onDeleteRecipe} />
      </nav>
      <main class="library-main">
        <OpenPart {...props} />
      </main>
    </div>
  );
}

function OpenPart(props: LibraryProps) {
  if (props.spending)
    return <SpendingView rows={props.spending} today={props.today} onBack={() => props.onOpen(undefined)} />;
  if (props.openId === undefined) return <p class="library-hint">{i18n.t('library.pick')}</p>;
  if (props.open === 'missing') return <p class="library-hint">{i18n.t('library.missing')}</p>;
  if (props.open === undefined) return null;
  return (
    <RunPage
      key={props.openId}
      run={props.open}
      onBack={() => props.onOpen(undefined)}
      onDelete={props.onDelete}
      readExport={props.readExport}
      onDownload={props.onDownload}
      readText={props.readText}
      onOpenSettings={props.onOpenSettings}
    />
  );
}
