/** Stands in for WXT's generated `#i18n`, so that these tests need no `wxt prepare`. */
import './use-locale';
import { createI18n } from '@wxt-dev/i18n';

export const i18n = createI18n();
