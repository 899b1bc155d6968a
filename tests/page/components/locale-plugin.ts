/** Lets tests in a browser import `locales/*.yml` as the messages that the extension would be given. */
import { generateChromeMessages, parseMessagesText } from '@wxt-dev/i18n/build';

/** Vite plugin; the default export of a locale file is `{ [name]: { message } }`. */
export function localePlugin() {
  return {
    name: 'errand-locales',
    transform(code: string, id: string) {
      if (!id.split('?')[0]?.endsWith('.yml')) return undefined;
      const messages = generateChromeMessages(parseMessagesText(code, 'YAML'));
      return { code: `export default ${JSON.stringify(messages)};`, map: null, moduleType: 'js' as const };
    },
  };
}
