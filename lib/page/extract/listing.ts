/** What the values of a column are. */
export type ColumnKind = 'text' | 'link' | 'image' | 'price' | 'date' | 'number' | 'choice';

export interface Column {
  /** Unique in its listing: a header, a label, what the markup calls it, else what its values are ("title", "price 2"). */
  name: string;
  kind: ColumnKind;
}

/** A repeated structure of a page as rows. */
export interface Listing {
  columns: Column[];
  /** A value per column, in the order of the columns; '' where an item has none. */
  rows: string[][];
  /** The element of each row, in the same order. */
  items: Element[];
  /** Siblings that look different: adverts, separators, headings between the items. */
  leftOut: number;
}
