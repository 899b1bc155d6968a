// The mail that lies in the inbox when the site starts.

const MAIL = [
  [
    'Marta Lind',
    'marta@lind.example',
    'Dinner on Friday?',
    '20 Nov',
    'Hi Robin,\n\nare you free for dinner on Friday at seven? The new place by the harbour takes eight people.\n\nMarta',
  ],
  [
    'Pinewood Goods',
    'orders@pinewood.example',
    'Your parcel is on its way',
    '19 Nov',
    'Your order P-0987 has left our warehouse. Tracking number: PW 4471 2093.\n\nPinewood Goods',
  ],
  [
    'Landlord',
    'office@harbourflats.example',
    'Reading of the water meter',
    '18 Nov',
    'Please send us the reading of your water meter by 30 November. The meter is under the sink.',
  ],
  [
    'Newsletter',
    'news@dailybread.example',
    '12 breads for dark evenings',
    '17 Nov',
    'This week: rye, spelt, and a loaf that bakes itself overnight.',
  ],
  [
    'Jonas Weber',
    'jonas@weber.example',
    'Invoice 2026-118',
    '16 Nov',
    'Dear Robin,\n\nattached is invoice 2026-118 over EUR 240.00 for the bicycle repair, payable within 14 days.\n\nJonas Weber',
  ],
  [
    'Library',
    'desk@citylibrary.example',
    'Two books are due',
    '15 Nov',
    'The following books are due on 24 November:\n- The Left Hand of Darkness\n- A Pattern Language\n\nThey can be renewed once.',
  ],
  [
    'Aiko Tanaka',
    'aiko@tanaka.example',
    'Photos from the hike',
    '12 Nov',
    'Here are the photos. You look very serious in all of them!',
  ],
  [
    'Dentist',
    'hello@brightteeth.example',
    'Appointment on 3 December, 9:40',
    '10 Nov',
    'This is to remind you of your appointment on 3 December at 9:40. Reply YES to confirm it.',
  ],
  [
    'Newsletter',
    'news@dailybread.example',
    'What to do with stale bread',
    '10 Nov',
    'Eleven ideas, none of them croutons.',
  ],
  [
    'Tax office',
    'noreply@tax.example',
    'Your notice for 2025',
    '3 Nov',
    'Your notice for 2025 is ready. Amount to be refunded: EUR 312.47.',
  ],
];

/** { id, from, email, to, subject, date, body, read, starred, folder, replies }, newest first. */
export function firstMessages() {
  return MAIL.map(([from, email, subject, date, body], index) => ({
    id: index + 1,
    from,
    email,
    to: 'robin@pinewood.example',
    subject,
    date,
    body,
    read: index > 4,
    starred: index === 4,
    folder: 'inbox',
    replies: [],
  }));
}
