import { describe, expect, it } from 'vitest';
import { unfoldLines } from '../../lib/trajectories/unfold-lines';

const CASES: [string, string[]][] = [
  ['  e1 link "A, e2", e3 "B" current=page', ['  e1 link "A, e2"', '  e3 link "B" current=page']],
  [
    'navigation "M": e1 link "A", text "b", e2 "C", "d"',
    ['navigation "M"', '  e1 link "A"', '  text "b"', '  e2 link "C"', '  text "d"'],
  ],
  ['group "S" scrollable (120 above, 900 below)', ['group "S" scrollable (120 above, 900 below)']],
  ['text "a: b", e1 link href="x, y"', ['text "a: b"', 'e1 link href="x, y"']],
  ['text "…" (1840 characters), f2e1 link "x"', ['text "…" (1840 characters)', 'f2e1 link "x"']],
  ['+ below: 3 links ("A", "B" …), 1 text; expand e5', ['+ below: 3 links ("A", "B" …), 1 text; expand e5']],
  [
    'page "T: a, b"  https://x.example/a,b  scrolled 0 of 9',
    ['page "T: a, b"  https://x.example/a,b  scrolled 0 of 9'],
  ],
  ['# behind the dialog "A, B": 2 things', ['# behind the dialog "A, B": 2 things']],
];

describe('joined lines', () => {
  it.each(CASES)('%s', (line, lines) => {
    expect(unfoldLines(line)).toEqual(lines);
    expect(unfoldLines(lines.join('\n'))).toEqual(lines);
  });
});
