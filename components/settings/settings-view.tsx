import { i18n } from '#i18n';
import { DataSection } from './data-section';
import { FilesSection } from './files-section';
import { GrantList } from './grant-list';
import { PlannerForm } from './planner-form';
import type { SettingsProps } from './settings-props';

/** The settings page: who plans, which sites may what, what is kept. */
export function SettingsView(props: SettingsProps) {
  return (
    <main class="settings">
      <h1>{i18n.t('settings.title')}</h1>
      <section aria-labelledby="model-heading">
        <h2 id="model-heading">{i18n.t('settings.planning')}</h2>
        <PlannerForm
          settings={props.settings}
          budgetLimits={props.budgetLimits}
          builtinModel={props.builtinModel}
          onDownloadModel={props.onDownloadModel}
          onSave={props.onSave}
          onTest={props.onTest}
        />
      </section>
      <section aria-labelledby="sites-heading">
        <h2 id="sites-heading">{i18n.t('settings.sites')}</h2>
        <GrantList grants={props.grants} onRemove={props.onRemoveGrant} />
      </section>
      <section aria-labelledby="files-heading">
        <h2 id="files-heading">{i18n.t('settings.files')}</h2>
        <FilesSection mayDownload={props.mayDownload} onAllowDownloads={props.onAllowDownloads} />
      </section>
      <section aria-labelledby="data-heading">
        <h2 id="data-heading">{i18n.t('settings.data')}</h2>
        <DataSection
          runCount={props.runCount}
          onOpenLibrary={props.onOpenLibrary}
          onDeleteEverything={props.onDeleteEverything}
        />
      </section>
    </main>
  );
}
