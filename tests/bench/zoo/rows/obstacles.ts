import { click, line, typeText, type ZooRow } from '../row.ts';

/** What stands between the agent and the element: another origin, a banner, a page that trusts only a person's hand. */
export const OBSTACLE_ROWS: ZooRow[] = [
  {
    id: 'payment-frame',
    library: 'iframe of another origin',
    wants: 'Put Ada Lovelace, SW1A 1AA on the invoice',
    steps: [
      typeText(line('textbox', 'Name on invoice'), 'Ada Lovelace'),
      typeText(line('textbox', 'Postcode'), 'SW1A 1AA'),
      click(line('button', 'Save invoice details')),
    ],
    state: { invoice: { name: 'Ada Lovelace', postcode: 'SW1A 1AA' } },
  },
  {
    id: 'cookie-consent',
    library: 'CookieConsent',
    wants: 'Subscribe, without cookies',
    steps: [click(line('button', 'Reject all')), click(line('button', 'Subscribe'))],
    state: { subscribed: 1, consent: ['necessary'] },
  },
  {
    id: 'driver-js',
    library: 'Driver.js',
    wants: 'Subscribe',
    steps: [
      click(line('button', 'Subscribe')),
      click(line('button', 'Done')),
      click(line('button', 'Subscribe')),
    ],
    refused: 'covered by',
    state: { subscribed: 1, isTouring: false },
  },
  {
    id: 'trusted-click',
    library: 'isTrusted guard',
    // The second click that changes nothing is handed to the user.
    wants: 'Confirm it',
    steps: [click(line('button', 'Confirm')), click(line('button', 'Confirm'))],
    state: { paid: true },
  },
];
