import { foldText } from '../text-match';

/** Words that join others; a phrase of nothing else says nothing of an item. */
const JOINING = new Set(
  'a an the of for to in on at by with and or from is it my me this that then add open get buy cart order new all 的 了 和 在 把 给 我 到 个'.split(' '),
);

/** Latin words and digits stay whole; every other letter is a token, since Chinese is written without spaces. */
const TOKEN = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]+(?:['’-][\p{Script=Latin}\p{Nd}]+)*|\p{L}|\n/gu;

/**
 * The longest run of words that both texts hold, as the first one writes it. Undefined when they share
 * nothing but joining words, numbers or a single Chinese character.
 */
export function findSharedPhrase(words: string, content: string): string | undefined {
  const wanted = [...words.matchAll(TOKEN)];
  const present = tokensOf(content);
  let best: { from: number; length: number } | undefined;
  for (let from = 0; from < wanted.length; from += 1) {
    for (let at = 0; at < present.length; at += 1) {
      let length = 0;
      while (isSame(wanted[from + length]?.[0], present[at + length])) length += 1;
      const run = wanted.slice(from, from + length).map((match) => match[0]);
      if (length > (best?.length ?? 0) && saysSomething(run)) best = { from, length };
    }
  }
  if (best === undefined) return undefined;
  const first = wanted[best.from];
  const last = wanted[best.from + best.length - 1];
  if (first === undefined || last === undefined) return undefined;
  return words.slice(first.index, last.index + last[0].length);
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
  const isCjk = telling.some((token) => /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(token));
  return isCjk ? letters >= 2 : letters >= 3;
}
