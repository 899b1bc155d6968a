import { foldText } from '../text-match';

/** Words that join others; a phrase of nothing else says nothing of an item. */
const JOINING = new Set(
  'a an the of for to in on at by with and or from is it my me this that then add open get buy cart order new all 的 了 和 在 把 给 我 到 个'.split(
    ' ',
  ),
);

/** Latin words and digits stay whole; every other letter is a token, since Chinese is written without spaces. */
const TOKEN =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]+(?:['’-][\p{Script=Latin}\p{Nd}]+)*|\p{L}|\n/gu;

/**
 * The longest run of words that both texts hold, as the first one writes it. Undefined when they share
 * nothing but joining words, numbers or a single Chinese character, or nothing that `accept` takes.
 */
export function findSharedPhrase(
  words: string,
  content: string,
  accept: (phrase: string) => boolean = () => true,
): string | undefined {
  const wanted = [...words.slice(0, 4000).matchAll(TOKEN)];
  const present = tokensOf(content);
  let best = '';
  let bestLength = 0;
  for (let from = 0; from < wanted.length; from += 1) {
    for (let at = 0; at < present.length; at += 1) {
      const run = runFrom(wanted, from, present, at);
      const first = run[0];
      const last = run.at(-1);
      if (first === undefined || last === undefined || run.length <= bestLength) continue;
      const phrase = words.slice(first.index, last.index + last[0].length);
      if (!saysSomething(run.map((match) => match[0])) || !accept(phrase)) continue;
      best = phrase;
      bestLength = run.length;
    }
  }
  return bestLength > 0 ? best : undefined;
}

function runFrom(
  wanted: RegExpExecArray[],
  from: number,
  present: readonly string[],
  at: number,
): RegExpExecArray[] {
  let length = 0;
  while (isSame(wanted[from + length]?.[0], present[at + length])) length += 1;
  return wanted.slice(from, from + length);
}

function tokensOf(text: string): string[] {
  return [...text.matchAll(TOKEN)].map((match) => match[0]).slice(0, 200);
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== '\n' && foldText(one) === foldText(other);
}

function saysSomething(run: readonly string[]): boolean {
  const telling = run.filter((token) => !JOINING.has(token.toLowerCase()) && !/^\p{Nd}+$/u.test(token));
  const letters = telling.join('').length;
  const isCjk = telling.some((token) =>
    /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(token),
  );
  return isCjk ? letters >= 2 : letters >= 3;
}
