import { expect, test } from 'vitest';
import { bestSquare } from './tic-tac-toe.ts';

const board = (drawn: string): string[] =>
  [...drawn.replaceAll(' ', '')].map((mark) => mark.replace('.', ''));

test('X wins where it can, keeps O from winning where it must, and stops when the game is over', () => {
  expect(bestSquare(board('xx. oo. ...'))).toBe(2);
  expect(bestSquare(board('oo. .x. ...'))).toBe(2);
  expect(bestSquare(board('xxx oo. ...'))).toBeUndefined();
  expect(bestSquare(board('xox oxo oxo'))).toBeUndefined();
});
