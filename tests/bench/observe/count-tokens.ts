import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TOKENIZER } from './corpus.ts';
import { ensurePackage } from './npm-packages.ts';

interface Encoding {
  countTokens(text: string, options: { disallowedSpecial: Set<string> }): number;
}

/** Counts tokens of the o200k encoding. */
export async function loadTokenCounter(): Promise<(text: string) => number> {
  const folder = await ensurePackage(TOKENIZER);
  const file = join(folder, 'esm', 'encoding', 'o200k_base.js');
  const encoding = (await import(pathToFileURL(file).href)) as Encoding;
  return (text) => encoding.countTokens(text, { disallowedSpecial: new Set() });
}
