import type { Answer } from './answer';
import type { PageTree } from './read-observation';

const NUMBER = String.raw`-?\d+(?:\.\d+)?`;
const OPERATOR = String.raw`[-+*/×÷·−]`;
const TERM = String.raw`\(?\s*(?:${NUMBER}|[a-z])\s*\)?`;
/** "3 + 4 =", "12 - 5 * 2". */
const SUM = new RegExp(String.raw`^(${TERM}(?:\s*${OPERATOR}\s*${TERM})+)\s*(?:=\s*\??)?$`, 'i');
/** "0 + x = 8". */
const EQUATION = new RegExp(
  String.raw`^(${TERM}(?:\s*${OPERATOR}\s*${TERM})*)\s*=\s*(${TERM}(?:\s*${OPERATOR}\s*${TERM})*)$`,
  'i',
);
/** "7 x 6": between two numbers it is no unknown. */
const TIMES_SIGN = /(?<=\d)\s*x\s*(?=\d)/gi;
/** Longest text that is looked at: a calculation stands on a line of its own. */
const LONGEST = 80;

/** The result of the calculation that the page shows, or the unknown of its equation. */
export function readCalculation({ nodes }: PageTree): Answer | undefined {
  for (const { name } of nodes) {
    const text = name.trim().replaceAll('−', '-').replace(TIMES_SIGN, '*');
    if (text.length > LONGEST) continue;
    const value = solveEquation(text) ?? calculate(SUM.exec(text)?.[1] ?? '');
    if (value !== undefined) return { value: formatNumber(value), evidence: text };
  }
  return undefined;
}

/** Linear in its one unknown: the values at 0 and 1 give slope and offset of both sides. */
function solveEquation(text: string): number | undefined {
  const sides = EQUATION.exec(text);
  const unknown = /[a-z]/i.exec(text)?.[0];
  if (sides === null || unknown === undefined) return undefined;
  const difference = (value: number): number | undefined => {
    const [left, right] = [sides[1], sides[2]].map((side) =>
      calculate((side ?? '').replaceAll(unknown, String(value))),
    );
    return left === undefined || right === undefined ? undefined : left - right;
  };
  const [atZero, atOne, atTwo] = [difference(0), difference(1), difference(2)];
  if (atZero === undefined || atOne === undefined || atTwo === undefined) return undefined;
  const slope = atOne - atZero;
  if (slope === 0 || Math.abs(atTwo - atOne - slope) > 1e-9) return undefined;
  return -atZero / slope;
}

/** Multiplication and division before addition and subtraction; undefined when a word or an unknown is in it. */
function calculate(expression: string): number | undefined {
  const parts = expression
    .replaceAll(/[()\s]/g, '')
    .match(new RegExp(String.raw`(?<![\d.])-?\d+(?:\.\d+)?|${OPERATOR}`, 'g'));
  if (parts === null || /[a-z]/i.test(expression)) return undefined;
  let total = 0;
  let term = Number(parts[0]);
  for (let at = 1; at < parts.length; at += 2) {
    const next = Number(parts[at + 1]);
    const operator = parts[at] ?? '';
    if (/[*×·]/.test(operator)) term *= next;
    else if (/[/÷]/.test(operator)) term /= next;
    else {
      total += term;
      term = operator === '-' ? -next : next;
    }
  }
  const value = total + term;
  return Number.isFinite(value) ? value : undefined;
}

function formatNumber(value: number): string {
  return String(Number(value.toFixed(6)));
}
