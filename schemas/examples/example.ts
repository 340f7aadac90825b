/** An example of a reference: one block of literal text, as it stands on its page. */
export interface Example {
  /** The page's own id, as in `Unit`. */
  page: string;
  section: string;
  text: string;
  /** Hash of the text with white space folded: the name of the example in `specs/sources/examples.yaml`. */
  hash: string;
}
