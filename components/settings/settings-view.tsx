import { i18n } from '#i18n';
import { DataSection } from './data-section';
import { FilesSection } from './files-section';
import { GrantList } from './grant-list';
import { PlannerForm } from './planner-form';
import { PricesSection } from './prices-section';
import type { SettingsProps } from './settings-props';

/** The settings page: who plans, what that may use and costs, which sites may what, what is kept. */
export function SettingsView(props: SettingsProps) {
  return (
    <main class="settings">
      <h1>{i18n.t('settings.title')}</h1>
      <PlannerForm {...props} />
      <section aria-labelledby="prices-heading">
        <h2 id="prices-heading">{i18n.t('settings.prices')}</h2>
        <PricesSection prices={props.prices} endpoint={props.settings} onPrices={props.onPrices} />
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
