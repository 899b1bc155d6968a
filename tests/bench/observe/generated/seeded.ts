/** Numbers that look random and are the same in every run (Park-Miller). */
export function seedNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const WORDS =
  'lamp kettle chair north paper river garden silver morning copper window quiet bright table letter winter orange signal market bridge'.split(
    ' ',
  );

export function makeWords(next: (below: number) => number, count: number): string {
  return Array.from({ length: count }, () => WORDS[next(WORDS.length)]).join(' ');
}

export function repeat(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => make(index)).join('\n');
}

export function makeDocument(title: string, style: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>
  body { font: 14px/1.4 sans-serif; margin: 16px } ${style}</style></head><body>${body}</body></html>`;
}
