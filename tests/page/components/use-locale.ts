/** Gives the page the slice of the extension API that `@wxt-dev/i18n` reads. */
import en from '../../../locales/en.yml';
import chinese from '../../../locales/zh_CN.yml';

type Messages = Record<string, { message: string } | undefined>;

const LOCALES = { en, zh_CN: chinese } as const;
let current: Messages = en;

const scope = globalThis as unknown as { browser: unknown };
scope.browser = {
  runtime: { id: 'errand' },
  i18n: {
    getMessage: (key: string, values: string[] = []) =>
      (current[key]?.message ?? '').replace(/\$(\d)/g, (_, digit: string) => values[Number(digit) - 1] ?? ''),
  },
};

export function useLocale(name: keyof typeof LOCALES): void {
  current = LOCALES[name];
}
