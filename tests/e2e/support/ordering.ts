import type { Turn } from './scripted-model';

/** What a careful person would do to order two of the cheapest kettles, as a chat model's turns. */
export const ORDER_TURNS: Turn[] = [
  (view) => [
    {
      name: 'update_plan',
      args: {
        items: [
          { text: 'Find the kettle', state: 'doing' },
          { text: 'Order it', state: 'todo' },
        ],
      },
    },
    {
      name: 'type_text',
      args: { ref: view.ref('searchbox', 'Search the shop'), text: 'kettle', submit: true },
    },
  ],
  (view) => [{ name: 'click', args: { ref: view.ref('link', 'Drift Travel Kettle') } }],
  (view) => [
    { name: 'type_text', args: { ref: view.ref('spinbutton', 'Quantity'), text: '2' } },
    { name: 'click', args: { ref: view.ref('button', 'Add to cart') } },
  ],
  (view) => [{ name: 'click', args: { ref: view.ref('link', 'View cart') } }],
  (view) => [{ name: 'click', args: { ref: view.ref('link', 'Go to checkout') } }],
  (view) => [
    { name: 'type_text', args: { ref: view.ref('textbox', 'Full name'), text: 'Ada Lovelace' } },
    { name: 'type_text', args: { ref: view.ref('textbox', 'Email'), text: 'ada@example.org' } },
    {
      name: 'type_text',
      args: { ref: view.ref('textbox', 'Street and number'), text: '12 St James Square' },
    },
    { name: 'type_text', args: { ref: view.ref('textbox', 'Postcode'), text: 'SW1Y' } },
    { name: 'type_text', args: { ref: view.ref('textbox', 'City'), text: 'London' } },
    { name: 'select_option', args: { ref: view.ref('combobox', 'Country'), options: ['United Kingdom'] } },
    { name: 'click', args: { ref: view.ref('button', 'Continue to payment') } },
  ],
  (view) => [
    { name: 'set_checked', args: { ref: view.ref('radio', 'Invoice, 14 days'), checked: true } },
    {
      name: 'set_checked',
      args: { ref: view.ref('checkbox', 'I agree to the terms and conditions'), checked: true },
    },
    { name: 'click', args: { ref: view.ref('button', 'Place order') } },
  ],
  () => [
    {
      name: 'finish',
      args: { success: true, answer: 'Two kettles are ordered.', evidence: 'Thank you, Ada Lovelace' },
    },
  ],
];

/** The same order in words that the built-in rules understand. */
export const ORDER_IN_WORDS =
  'search for kettle, open the cheapest, set Quantity to 2, click "Add to cart", click "View cart", click "Go to checkout"; ' +
  'fill the form with: Full name Ada Lovelace, Email ada@example.org, Street and number 12 St James Square, Postcode SW1Y, City London, Country United Kingdom; ' +
  'click "Continue to payment", choose "Invoice, 14 days", check "I agree to the terms and conditions", click "Place order"';
