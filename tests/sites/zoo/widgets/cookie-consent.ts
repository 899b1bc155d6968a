import * as CookieConsent from 'vanilla-cookieconsent';
import 'vanilla-cookieconsent/dist/cookieconsent.css';
import type { Zoo } from '../zoo.ts';

export const title = 'Subscribe';

const WORDS = {
  consentModal: {
    title: 'Cookies',
    description: 'We would like to count our visitors.',
    acceptAllBtn: 'Accept all',
    acceptNecessaryBtn: 'Reject all',
  },
  preferencesModal: { title: 'Preferences', sections: [] },
};

/** The banner says that it is modal, so what is behind it is not even read. */
export async function mount(root: HTMLElement, zoo: Zoo): Promise<void> {
  const state = { subscribed: 0, consent: null as string[] | null };
  root.innerHTML = '<button type="button">Subscribe</button>';
  root.querySelector('button')!.addEventListener('click', () => state.subscribed++);
  await CookieConsent.run({
    hideFromBots: false,
    disablePageInteraction: true,
    onConsent: ({ cookie }) => (state.consent = cookie.categories),
    categories: { necessary: { enabled: true, readOnly: true }, analytics: {} },
    language: { default: 'en', translations: { en: WORDS } },
  });
  zoo.state(() => state);
}
