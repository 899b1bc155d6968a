type Marks = readonly string[];

const LINES = ['012', '345', '678', '036', '147', '258', '048', '246'].map((line) => [...line].map(Number));
/** How often an opponent overlooks a threat: one that plays half at random. */
const CARELESS = 0.5;

/** The square that X does best to take, of nine marks row by row; undefined when the game is over. */
export function bestSquare(marks: Marks): number | undefined {
  if (hasWon(marks, 'x') || hasWon(marks, 'o')) return undefined;
  const worths = freeSquares(marks).map((square) => ({ square, worth: worthOf(marks, square) }));
  return worths.toSorted((one, other) => other.worth - one.worth)[0]?.square;
}

function freeSquares(marks: Marks): number[] {
  return marks.flatMap((mark, square) => (mark === '' ? [square] : []));
}

function hasWon(marks: Marks, player: string): boolean {
  return LINES.some((line) => line.every((square) => marks[square] === player));
}

const KNOWN = new Map<string, number>();

/** What X may hope for that takes the square: 1 is a game won, any other end 0. */
function worthOf(marks: Marks, square: number): number {
  const after = marks.with(square, 'x');
  const board = after.map((mark) => mark || '.').join('');
  const worth = KNOWN.get(board) ?? judge(after);
  KNOWN.set(board, worth);
  return worth;
}

/** The same, of a board on which X has moved. */
function judge(after: Marks): number {
  if (hasWon(after, 'x')) return 1;
  const worths = freeSquares(after).map((answer) => worthAfter(after.with(answer, 'o')));
  if (worths.length === 0) return 0;
  const mean = worths.reduce((total, worth) => total + worth, 0) / worths.length;
  return CARELESS * mean + (1 - CARELESS) * Math.min(...worths);
}

function worthAfter(marks: Marks): number {
  if (hasWon(marks, 'o')) return 0;
  return Math.max(0, ...freeSquares(marks).map((square) => worthOf(marks, square)));
}
