import type { Answer } from './answer';
import { compareWords, coverage } from './compare-words';
import { findItemGroups, itemAround, type Item } from './find-items';
import type { TargetPhrase } from './instruction';
import { ancestors, type PageTree } from './read-observation';

/** "how many results": the number that the page prints before the noun, else what can be counted. */
export function countThings(page: PageTree, what: TargetPhrase): Answer | undefined {
  const noun = what.variants.map(({ text }) => text).find((text) => text !== '') ?? what.raw;
  for (const node of page.nodes) {
    if (node.role === 'link' && itemAround(node) !== undefined) continue;
    const match = /(?:^|[^\d.,])(\d[\d.,]*)\s*(?:个|件|条|封|项|款|行)?\s*([\p{L}][\p{L}\s-]{1,40})/u.exec(
      `${node.name} ${node.note}`,
    );
    if (match !== null && coverage(noun, match[2] ?? '') > 0.8)
      return { value: (match[1] ?? '').replace(/[.,]$/, ''), evidence: node.name || node.note };
    const cut = /^(.{1,40}?)\s*[(（:：]\s*(\d+)\s*[)）]?$/.exec(node.name);
    if (cut !== null && compareWords(noun, cut[1] ?? '') > 0.75)
      return { value: cut[2] ?? '', evidence: node.name };
  }
  const groups = findItemGroups(page).filter((group) => group.length > 1);
  const rich = groups.map((group) => ({
    group,
    weight: group.length + (isMain(group) ? 100 : 0) + (mentions(group, noun) ? 1000 : 0),
  }));
  const best = rich.sort((one, other) => other.weight - one.weight)[0]?.group;
  return best === undefined
    ? undefined
    : {
        value: String(best.length + (best[0]?.nodes[0]?.parent?.folded ?? 0)),
        evidence: best
          .slice(0, 3)
          .map((item) => item.text.slice(0, 60))
          .join('; '),
      };
}

function isMain(group: Item[]): boolean {
  const head = group[0]?.nodes[0];
  return (
    head !== undefined &&
    ancestors(head).some(({ role }) => role === 'main') &&
    !ancestors(head).some(({ role }) => role === 'navigation' || role === 'form')
  );
}

function mentions(group: Item[], noun: string): boolean {
  const head = group[0]?.nodes[0];
  const holders = head === undefined ? [] : ancestors(head).map(({ name }) => name);
  return (
    group.every((item) => coverage(noun, item.text) > 0.6) ||
    holders.some((name) => name !== '' && coverage(noun, name) > 0.6)
  );
}
