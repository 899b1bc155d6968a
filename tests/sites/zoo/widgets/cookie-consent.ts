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

/** The banner lies over the bar with the button, as banners do; nothing else says that the button cannot be reached. */
export async function mount(root: HTMLElement, zoo: Zoo): Promise<void> {
  const state = { subscribed: 0, consent: null as string[] | null };
  root.innerHTML =
    '<div style="position: fixed; inset: auto 0 0; padding: 24px"><button type="button">Subscribe</button></div>';
  root.querySelector('button')!.addEventListener('click', () => state.subscribed++);
  await CookieConsent.run({
    hideFromBots: false,
    guiOptions: { consentModal: { layout: 'bar', position: 'bottom' } },
    onConsent: ({ cookie }) => (state.consent = cookie.categories),
    categories: { necessary: { enabled: true, readOnly: true }, analytics: {} },
    language: { default: 'en', translations: { en: WORDS } },
  });
  zoo.state(() => state);
}
