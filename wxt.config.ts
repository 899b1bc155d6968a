import { defineConfig } from 'wxt';

/** Host access, and leave to save files, granted at install: only for automated browsers, where nobody can click the permission prompt. */
const E2E_HOSTS = ['http://*/*', 'https://*/*', '<all_urls>'];

/** Asked for site by site; all at once only by whoever wants the model to see pictures, which the browser gives for nothing less. */
const OPTIONAL_HOSTS = ['http://*/*', 'https://*/*', '<all_urls>'];

/** Pages for developers; the stores get none of them. */
const DEVELOPER_PAGES = ['playground', 'playground-frame'];

export default defineConfig({
  hooks: {
    'entrypoints:found': ({ config }, found) => {
      if (config.mode !== 'production') return;
      found.splice(0, found.length, ...found.filter(({ name }) => !DEVELOPER_PAGES.includes(name)));
    },
  },
  imports: false,
  modules: ['@wxt-dev/i18n/module'],
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    ...(browser === 'firefox' ? {} : { minimum_chrome_version: '120' }),
    permissions: [
      'storage',
      'unlimitedStorage',
      'scripting',
      'alarms',
      'contextMenus',
      'activeTab',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
      ...(mode === 'e2e' ? ['downloads'] : []),
    ],
    // Asked for in the settings: who never has files saved is never asked.
    ...(mode === 'e2e' ? {} : { optional_permissions: ['downloads'] }),
    ...(mode === 'e2e' ? { host_permissions: E2E_HOSTS } : { optional_host_permissions: OPTIONAL_HOSTS }),
    options_ui: { page: 'settings.html', open_in_tab: true },
    action: { default_title: '__MSG_action_title__' },
    content_security_policy: {
      extension_pages: `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src http: https:; form-action 'none'; base-uri 'none'; object-src 'none'${mode === 'production' ? '' : "; frame-src 'self'"}`,
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'errand@errand.example',
              strict_min_version: '128.0',
              // What the user types goes to the endpoint that they typed in, and to nobody else.
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {}),
  }),
});
