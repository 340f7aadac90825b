/** A piece of a page before it is cut into units: running text, or one row of a table. */
export interface Block {
  section: string;
  kind: 'text' | 'row';
  /** Markup stripped, white space folded. */
  text: string;
}

/** The smallest piece of a reference that is accounted for: a sentence, or a row of a table. */
export interface Unit {
  /** The page's own id, which survives new titles and file names: `ims_03_0618`, `en-us_topic_0102682863`. */
  page: string;
  /** `constraints`, `request`, ...; sections with a heading of their own kind go by the heading's anchor. */
  section: string;
  text: string;
  hash: string;
}

/** One page of a reference, cut into units in reading order. */
export interface Page {
  id: string;
  units: Unit[];
}
