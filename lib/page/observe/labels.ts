import { closest, comparePosition, getAttribute, getParentNode, getRootNode, queryRoot } from './dom';

const NONE: readonly HTMLLabelElement[] = [];
const FIELDS = 'input,select,textarea,button';

/**
 * Labels of form controls. `control.labels` searches the whole tree for every single control, which makes a page with ten
 * thousand buttons take minutes; here the labels that name an id are listed once, and those around a control found on the way up.
 */
export class Labels {
  /** By root, then by the id in `for`. */
  private readonly naming = new Map<Node, Map<string, HTMLLabelElement[]>>();

  /** In tree order. */
  of(control: Element): readonly HTMLLabelElement[] {
    const around = findAround(control);
    const id = getAttribute(control, 'id');
    const naming = id ? (this.namingIn(getRootNode(control)).get(id) ?? NONE) : NONE;
    const named = naming.length === 0 ? NONE : naming.filter((label) => label.control === control);
    if (named.length === 0) return around.length === 0 ? this.ofHost(control) : around;
    return around.length === 0 ? named : [...new Set([...named, ...around])].sort(inTreeOrder);
  }

  /** The labels of the form-associated custom element whose one field this is: they are written outside, for the element itself. */
  private ofHost(control: Element): readonly HTMLLabelElement[] {
    const root = getRootNode(control);
    if (!(root instanceof ShadowRoot) || queryRoot(root, FIELDS)[0] !== control) return NONE;
    return this.of(root.host);
  }

  private namingIn(root: Node): Map<string, HTMLLabelElement[]> {
    let naming = this.naming.get(root);
    if (naming) return naming;
    this.naming.set(root, (naming = new Map<string, HTMLLabelElement[]>()));
    for (const label of queryRoot(root, 'label[for]')) {
      const id = getAttribute(label, 'for') ?? '';
      const same = naming.get(id);
      if (same) same.push(label as HTMLLabelElement);
      else naming.set(id, [label as HTMLLabelElement]);
    }
    return naming;
  }
}

function findAround(control: Element): readonly HTMLLabelElement[] {
  let found: HTMLLabelElement[] | undefined;
  for (let label = closest(control, 'label'); label;) {
    if (label instanceof HTMLLabelElement && label.control === control) (found ??= []).unshift(label);
    const parent = getParentNode(label);
    label = parent instanceof Element ? closest(parent, 'label') : null;
  }
  return found ?? NONE;
}

function inTreeOrder(one: Node, other: Node): number {
  return comparePosition(one, other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
