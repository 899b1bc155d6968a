import { expect, test } from 'vitest';
import { readThings } from './read-things.ts';

test('things of a page, also several on a line, and as they read after changes', () => {
  const told = [
    'page "Shop"  http://127.0.0.1/shop.html  scrolled 0 of 800',
    '  e1 link "Bread, white", e2 "Salt", e3 button "Say \\"yes\\"" disabled',
    '  e4 textbox "Street" = "Main St" required',
    '  e5 button hint="bold"',
    'frame "Payment" https://pay.example',
    '  f2e1 textbox "Card"',
    '~ e4 textbox "Street" = "Low St" required (was "Main St")',
  ].join('\n');
  expect(readThings(told)).toEqual([
    { ref: 'e1', role: 'link', name: 'Bread, white', rest: '' },
    { ref: 'e2', role: 'link', name: 'Salt', rest: '' },
    { ref: 'e3', role: 'button', name: 'Say "yes"', rest: 'disabled' },
    { ref: 'e4', role: 'textbox', name: 'Street', value: 'Low St', rest: 'required (was' },
    { ref: 'e5', role: 'button', name: '', hint: 'bold', rest: '' },
    { ref: 'f2e1', role: 'textbox', name: 'Card', rest: '' },
  ]);
});
