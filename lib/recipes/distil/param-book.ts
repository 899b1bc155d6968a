import { RECIPE_LIMITS } from '../limits';
import type { RecipeParam } from '../schema';
import { foldText, indexOfWords } from '../text-match';
import type { TextValue } from '../value';
import { simplifyText } from '../value';
import { countMentions } from './user-words';

interface Entry {
  param: RecipeParam;
  folded: string;
}

/** The parameters that distilling has found so far, by the value that they had in the run. */
export class ParamBook {
  private readonly entries: Entry[] = [];

  constructor(private readonly words: string) {}

  /**
   * The parameter for a value that the user named; undefined when they did not, so that it stays fixed.
   * Two fields with one value share a parameter unless the user named the value as often as it is used.
   */
  claim(value: string, label: string, kind: 'text' | 'choice'): TextValue | undefined {
    const example = value.trim();
    const mentions = example === '' ? 0 : countMentions(this.words, example);
    if (mentions === 0 || example.length > RECIPE_LIMITS.text) return undefined;
    const folded = foldText(example);
    const same = this.entries.filter((entry) => entry.folded === folded);
    const sharing =
      same.find((entry) => entry.param.label === label) ?? (same.length < mentions ? undefined : same.at(-1));
    if (sharing !== undefined) return { kind: 'param', name: sharing.param.name };
    if (this.entries.length >= RECIPE_LIMITS.params) return undefined;
    return { kind: 'param', name: this.add(example, folded, label, kind) };
  }

  /** The text with every value of a parameter in it replaced; undefined when none is in it. */
  replaceIn(text: string): TextValue | undefined {
    const found = this.findIn(text);
    if (found === undefined) return undefined;
    const before = this.replaceIn(text.slice(0, found.start)) ?? literal(text.slice(0, found.start));
    const after = this.replaceIn(text.slice(found.end)) ?? literal(text.slice(found.end));
    const parts = [...partsOf(before), { kind: 'param' as const, name: found.name }, ...partsOf(after)];
    return parts.length > RECIPE_LIMITS.partsPerTemplate ? undefined : simplifyText(parts);
  }

  /** As `replaceIn`, the text itself when there is nothing to replace. */
  replaceOrKeep(text: string): TextValue {
    return this.replaceIn(text) ?? literal(text);
  }

  list(): RecipeParam[] {
    return this.entries.map((entry) => entry.param);
  }

  /** Numbers are not looked for inside other texts: a "2" stands for too many things. */
  private findIn(text: string): { start: number; end: number; name: string } | undefined {
    const byLength = this.entries.toSorted((one, other) => other.folded.length - one.folded.length);
    for (const { param } of byLength) {
      if (param.kind === 'number') continue;
      const at = indexOfWords(text, param.example);
      if (at !== undefined) return { ...at, name: param.name };
    }
    return undefined;
  }

  private add(example: string, folded: string, label: string, kind: 'text' | 'choice'): string {
    const shown = (label.trim() || example).slice(0, RECIPE_LIMITS.label);
    const base = { name: this.nameFor(shown), label: shown, example };
    const param: RecipeParam = /^\d+(?:[.,]\d+)?$/.test(folded)
      ? { ...base, kind: 'number' }
      : kind === 'choice'
        ? { ...base, kind: 'choice', choices: [example] }
        : { ...base, kind: 'text' };
    this.entries.push({ param, folded });
    return base.name;
  }

  private nameFor(label: string): string {
    const words = label
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[^a-z0-9]+/g, '-');
    const slug =
      words
        .replace(/^[^a-z]+|-+$/g, '')
        .slice(0, 30)
        .replace(/-+$/, '') || 'value';
    const taken = new Set(this.entries.map((entry) => entry.param.name));
    let name = slug;
    for (let n = 2; taken.has(name); n += 1) name = `${slug}-${n}`;
    return name;
  }
}

function literal(value: string): TextValue {
  return { kind: 'literal', value };
}

function partsOf(value: TextValue) {
  return value.kind === 'template' ? value.parts : [value];
}
