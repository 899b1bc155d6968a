// 10,000 invoices, the same ones every time.

const INVOICE_COUNT = 10_000;
const FIRST_NAMES =
  'Ada Björn Chiara Dmitri Elif Farah Grace Hiro Ines Jonas Kofi Lina Mateo Noor Olga Pedro Quinn Rosa Sven Tomoko'.split(
    ' ',
  );
const LAST_NAMES =
  'Lovelace Nowak Okafor Petit Rossi Schmidt Tanaka Ueda Vargas Weber Xu Yilmaz Zhang Andersen Byrne Costa Dubois'.split(
    ' ',
  );
const CITIES =
  'Amsterdam Bergen Chengdu Dublin Esbjerg Florence Geneva Hamburg Izmir Jaipur Kyoto Lisbon Malmö Nantes Oslo Porto'.split(
    ' ',
  );
const STATES = ['Paid', 'Paid', 'Paid', 'Open', 'Open', 'Overdue'];

/** Rows that a person can be sent to look for; the rest is filler. */
const NOTABLE = {
  7342: { name: 'Hypatia Alexandria', city: 'Reykjavík', status: 'Overdue', cents: 184_200 },
  9120: { name: 'Zheng He', city: 'Nanjing', status: 'Open', cents: 99_950 },
  15: { name: 'Tycho Brahe', city: 'Ven', status: 'Open', cents: 41_000 },
};

/** A small repeatable generator (mulberry32) of numbers in [0, 1). */
function seeded(seed) {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** { number, name, city, status, cents } for INV-00001 to INV-10000. */
export function makeInvoices() {
  const random = seeded(42);
  const pick = (list) => list[Math.floor(random() * list.length)];
  return Array.from({ length: INVOICE_COUNT }, (_, index) => ({
    number: `INV-${String(index + 1).padStart(5, '0')}`,
    name: `${pick(FIRST_NAMES)} ${pick(LAST_NAMES)}`,
    city: pick(CITIES),
    status: pick(STATES),
    cents: 500 + Math.floor(random() * 250_000),
    ...NOTABLE[index + 1],
  }));
}
