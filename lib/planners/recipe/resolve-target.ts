import { findItemsAt, type LikeItems } from '../../recipes/like-items';
import type { ObservationLine } from '../../recipes/observation-lines';
import { wordsUnder } from '../../recipes/observation-lines';
import { priceIn } from '../../recipes/page-values';
import type { RecipeTarget } from '../../recipes/recipe-target';
import { countWords, foldText } from '../../recipes/text-match';
import type { ParamValues } from '../../recipes/value';
import { fillText } from '../../recipes/value';
import type { Fingerprint } from '../../trajectories/fingerprint';

/** How the step's element is named to the driver, or why it cannot be. */
export type Resolved =
  | { ok: true; ref: string }
  | { ok: true; fingerprint: Fingerprint }
  | { ok: false; why: 'not_found' | 'ambiguous' | 'too_many'; name: string };

type TargetOf<P extends RecipeTarget['pick']> = Extract<RecipeTarget, { pick: P }>;

/** Roles that redesigns swap for each other. */
const LEADING = new Set(['link', 'button', 'clickable']);

/**
 * Finds the step's element. A fixed element is left to the page, which knows it by its fingerprint; one that
 * depends on a parameter or on a place in a list is found in the observation, and never guessed.
 */
export function resolveTarget(
  target: RecipeTarget,
  lines: readonly ObservationLine[],
  params: ParamValues,
): Resolved {
  switch (target.pick) {
    case 'content':
      return { ok: true, fingerprint: target.fingerprint };
    case 'param':
      return target.item
        ? resolveInItem(target, target.item, lines, params)
        : resolveNamed(target, lines, params);
    case 'position':
      return resolveNth(target, lines);
    case 'extreme':
      return resolveExtreme(target, lines);
  }
}

function resolveNamed(
  target: TargetOf<'param'>,
  lines: readonly ObservationLine[],
  params: ParamValues,
): Resolved {
  const name = target.name && fillText(target.name, params);
  if (name === undefined || name.trim() === '') return { ok: false, why: 'not_found', name: '' };
  const candidates = lines.filter(
    (line) => line.ref !== undefined && isSameRole(line.role, target.fingerprint.role),
  );
  const exact = candidates.filter((line) => foldText(line.name) === foldText(name));
  const fitting = exact.length > 0 ? exact : candidates.filter((line) => countWords(line.name, name) > 0);
  const narrowed =
    fitting.length > 1 ? fitting.filter((line) => isInMain(line) === !isAroundSite(target)) : fitting;
  return pickOnly(narrowed.length > 0 ? narrowed : fitting, name);
}

function resolveInItem(
  target: TargetOf<'param'>,
  item: NonNullable<TargetOf<'param'>['item']>,
  lines: readonly ObservationLine[],
  params: ParamValues,
): Resolved {
  const words = fillText(item.words, params);
  if (words === undefined || words.trim() === '') return { ok: false, why: 'not_found', name: '' };
  const fitting = findItemsAt(lines, item.list, target.fingerprint.role)
    .flatMap((items) => items.members)
    .filter((member) => countWords(wordsUnder(member.item), words) > 0);
  return pickOnly(
    fitting.map((member) => member.element),
    words,
  );
}

function resolveNth(target: TargetOf<'position'>, lines: readonly ObservationLine[]): Resolved {
  const list = onlyList(findItemsAt(lines, target.list, target.fingerprint.role));
  if (list === 'ambiguous') return { ok: false, why: 'ambiguous', name: target.fingerprint.name };
  const element = list?.members[target.index]?.element;
  return pickOnly(element === undefined ? [] : [element], target.fingerprint.name);
}

function resolveExtreme(target: TargetOf<'extreme'>, lines: readonly ObservationLine[]): Resolved {
  const { name } = target.fingerprint;
  const list = onlyList(findItemsAt(lines, target.list, target.fingerprint.role));
  if (list === 'ambiguous') return { ok: false, why: 'ambiguous', name };
  if (list?.folded) return { ok: false, why: 'too_many', name };
  const priced = (list?.members ?? []).flatMap((member) => {
    const price = priceIn(wordsUnder(member.item));
    return price === undefined
      ? []
      : [{ price: target.order === 'lowest' ? price : -price, element: member.element }];
  });
  const best = Math.min(...priced.map((each) => each.price));
  // Of equal ones the first: any of them is what was asked for.
  return pickOnly(
    priced
      .filter((each) => each.price === best)
      .map((each) => each.element)
      .slice(0, 1),
    name,
  );
}

/** One list stands where the recipe looks, or one of several that has more than one item. */
function onlyList(lists: readonly LikeItems[]): LikeItems | 'ambiguous' | undefined {
  const long = lists.filter((list) => list.members.length > 1);
  const fitting = long.length > 0 ? long : lists;
  return fitting.length > 1 ? 'ambiguous' : fitting[0];
}

function pickOnly(found: readonly ObservationLine[], name: string): Resolved {
  const [only, ...others] = found;
  if (only?.ref === undefined) return { ok: false, why: 'not_found', name };
  return others.length > 0 ? { ok: false, why: 'ambiguous', name } : { ok: true, ref: only.ref };
}

function isSameRole(one: string, other: string): boolean {
  return one === other || (LEADING.has(one) && LEADING.has(other));
}

function isInMain(line: ObservationLine): boolean {
  if (line.parent === undefined) return true;
  return !/^(?:navigation|banner|contentinfo)$/.test(line.parent.role) && isInMain(line.parent);
}

function isAroundSite(target: RecipeTarget): boolean {
  return target.fingerprint.within.some((name) => /^(?:navigation|banner|contentinfo)\b/.test(name));
}
