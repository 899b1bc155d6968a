import { computeBrowserName } from '../../../lib/page/observe/names';
import { Reading } from '../../../lib/page/observe/reading';
import { readBrowserTree } from './browser-tree';

/** The browser's own words for roles that ARIA has no token for, and what an observation calls them. */
const OUR_ROLE: Record<string, string> = {
  image: 'img',
  SvgRoot: 'img',
  DisclosureTriangle: 'button',
  ColorWell: 'button',
  Date: 'textbox',
  DateTime: 'textbox',
  InputTime: 'textbox',
  LayoutTable: 'table',
  LayoutTableRow: 'row',
  LayoutTableCell: 'cell',
  MathMLMath: 'math',
};
/** Things of the browser that an observation has no word for. */
const WITHOUT_ROLE = new Set(
  'none generic LabelText Legend Figcaption Abbr DescriptionList Ruby Iframe Canvas LineBreak PluginObject'.split(
    ' ',
  ),
);

/**
 * Puts HTML into the document and lists every element of which role or name are not what the browser's accessibility tree
 * says: `<tag id> ours / theirs`. Spaces count as the browser's own comparison of names has them: folded and trimmed.
 */
export async function listDifferences(html: string, prepare?: () => void): Promise<string[]> {
  document.body.innerHTML = html;
  prepare?.();
  const tree = await readBrowserTree();
  const reading = new Reading(window);
  const differences: string[] = [];
  for (const [element, { role, name }] of tree) {
    if (element === document.body || element === document.documentElement) continue;
    const ours = `${reading.role(element) || '-'} "${fold(computeBrowserName(reading, element))}"`;
    const theirs = `${WITHOUT_ROLE.has(role) ? '-' : (OUR_ROLE[role] ?? role)} "${fold(name)}"`;
    if (ours !== theirs) differences.push(`${describe(element)} ${ours} / ${theirs}`);
  }
  return differences;
}

function describe(element: Element): string {
  return `<${element.localName}${element.id ? ` ${element.id}` : ''}>`;
}

function fold(text: string): string {
  return text.replace(/[ \t\r\n\f]+/g, ' ').trim();
}
