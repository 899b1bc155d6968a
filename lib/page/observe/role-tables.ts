/** DPUB-ARIA 1.1 and Graphics-AAM roles as what they are a kind of: observations know the roles of WAI-ARIA only. */
const ROLE_BY_SPECIAL_TOKEN: Record<string, string> = {
  'doc-backlink': 'link',
  'doc-biblioref': 'link',
  'doc-glossref': 'link',
  'doc-noteref': 'link',
  'doc-cover': 'img',
  'doc-subtitle': 'heading',
  'doc-pagebreak': 'separator',
  'doc-biblioentry': 'listitem',
  'doc-endnote': 'listitem',
  'doc-footnote': 'note',
  'doc-notice': 'note',
  'doc-tip': 'note',
  'doc-example': 'figure',
  'doc-index': 'navigation',
  'doc-pagelist': 'navigation',
  'doc-toc': 'navigation',
  'graphics-document': 'document',
  'graphics-object': 'group',
  'graphics-symbol': 'img',
};

/** What another word for a role is printed as. */
export const ROLE_BY_TOKEN: Record<string, string | undefined> = {
  ...ROLE_BY_SPECIAL_TOKEN,
  image: 'img',
  directory: 'list',
  presentation: 'none',
};

/** Roles of WAI-ARIA 1.2 and 1.3 that an author may write; abstract roles are not among them. */
export const VALID_ROLES = new Set([
  ...(
    'alert alertdialog application article banner blockquote button caption cell checkbox code columnheader combobox comment ' +
    'complementary contentinfo definition deletion dialog directory document emphasis feed figure form generic grid gridcell ' +
    'group heading image img insertion link list listbox listitem log main mark marquee math menu menubar menuitem ' +
    'menuitemcheckbox menuitemradio meter navigation none note option paragraph presentation progressbar radio radiogroup region row ' +
    'rowgroup rowheader scrollbar search searchbox sectionfooter sectionheader separator slider spinbutton status strong subscript ' +
    'suggestion superscript switch tab table tablist tabpanel term textbox time timer toolbar tooltip tree treegrid treeitem'
  ).split(' '),
  ...Object.keys(ROLE_BY_SPECIAL_TOKEN),
]);

/** Elements whose role depends on nothing but the tag (HTML-AAM 1.0, element role mappings). */
export const ROLE_BY_TAG = new Map<string, string>([
  ['address', 'group'],
  ['article', 'article'],
  ['blockquote', 'blockquote'],
  ['button', 'button'],
  ['caption', 'caption'],
  ['code', 'code'],
  ['datalist', 'listbox'],
  ['dd', 'definition'],
  ['del', 'deletion'],
  ['details', 'group'],
  ['dfn', 'term'],
  ['dialog', 'dialog'],
  ['dir', 'list'],
  ['dt', 'term'],
  ['em', 'emphasis'],
  ['fieldset', 'group'],
  ['figure', 'figure'],
  ['form', 'form'],
  ['h1', 'heading'],
  ['h2', 'heading'],
  ['h3', 'heading'],
  ['h4', 'heading'],
  ['h5', 'heading'],
  ['h6', 'heading'],
  ['hgroup', 'group'],
  ['hr', 'separator'],
  ['html', 'document'],
  ['ins', 'insertion'],
  ['li', 'listitem'],
  ['main', 'main'],
  ['mark', 'mark'],
  ['math', 'math'],
  ['menu', 'list'],
  ['meter', 'meter'],
  ['nav', 'navigation'],
  ['ol', 'list'],
  ['optgroup', 'group'],
  ['option', 'option'],
  ['output', 'status'],
  ['p', 'paragraph'],
  ['progress', 'progressbar'],
  ['s', 'deletion'],
  ['search', 'search'],
  ['strong', 'strong'],
  ['sub', 'subscript'],
  ['sup', 'superscript'],
  ['table', 'table'],
  ['tbody', 'rowgroup'],
  ['textarea', 'textbox'],
  ['tfoot', 'rowgroup'],
  ['thead', 'rowgroup'],
  ['time', 'time'],
  ['tr', 'row'],
  ['ul', 'list'],
]);

/** `input` by type; text-like types are decided by their `list`. */
export const ROLE_BY_INPUT_TYPE = new Map<string, string>([
  ['button', 'button'],
  ['checkbox', 'checkbox'],
  ['color', 'button'],
  ['file', 'button'],
  ['image', 'button'],
  ['number', 'spinbutton'],
  ['radio', 'radio'],
  ['range', 'slider'],
  ['reset', 'button'],
  ['search', 'searchbox'],
  ['submit', 'button'],
]);

/** Roles whose name comes from their content (WAI-ARIA 1.2, 5.2.8.4); of rows, those of a grid only. */
export const NAMED_BY_CONTENT = new Set(
  (
    'button cell checkbox columnheader gridcell heading link menuitem menuitemcheckbox menuitemradio option radio row ' +
    'rowheader switch tab term tooltip treeitem'
  ).split(' '),
);

/** Roles whose content is their own matter: it adds nothing to the name of what is around them, as browsers have it. */
export const KEEPS_CONTENT = new Set(
  (
    'alert alertdialog application article banner blockquote combobox comment complementary contentinfo dialog document feed ' +
    'figure form grid group img listbox log main marquee menu menubar navigation note progressbar radiogroup row rowgroup search ' +
    'sectionfooter sectionheader separator status suggestion table tablist tabpanel timer toolbar tree treegrid'
  ).split(' '),
);

/** Roles that a `title` does not name (WAI-ARIA 1.2, 5.2.8.6); it describes them. */
export const NOT_NAMED_BY_TITLE = new Set(
  'caption code definition deletion emphasis insertion mark paragraph strong subscript suggestion superscript term time'.split(
    ' ',
  ),
);

/** Roles of things to act on. */
export const WIDGET_ROLES = new Set(
  (
    'button checkbox combobox link listbox menuitem menuitemcheckbox menuitemradio option radio searchbox slider spinbutton ' +
    'switch tab textbox treeitem'
  ).split(' '),
);

/** Controls whose content is only their name: nothing inside has a line of its own unless it is a control (ARIA: children presentational). */
export const LEAF_ROLES = new Set(
  (
    'button checkbox img image menuitemcheckbox menuitemradio meter option progressbar radio scrollbar searchbox separator slider ' +
    'spinbutton switch tab textbox math'
  ).split(' '),
);

export const LANDMARK_ROLES = new Set(
  'banner navigation main complementary contentinfo search form region'.split(' '),
);

/** Roles that get a line although nobody can act on them. */
export const STRUCTURE_ROLES = new Set([
  ...LANDMARK_ROLES,
  ...(
    'alert alertdialog application article dialog feed figure grid group heading img image list listbox listitem log marquee math menu menubar meter ' +
    'progressbar radiogroup row scrollbar status table tablist tabpanel timer toolbar tooltip tree treegrid'
  ).split(' '),
]);

/** Structure that is only worth a line when it has a name. */
export const NEEDS_NAME = new Set(
  'region group figure img image math tabpanel application timer marquee'.split(' '),
);
