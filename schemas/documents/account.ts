/** What a unit of a reference is accounted for by. */
export interface Account {
  /** Hash of the unit. */
  hash: string;
  /** Requirements that were read from it. */
  requirements: string[];
  /** JSON pointers into the contract that hold what it says. */
  schemas: string[];
  /** It states no rule: an introduction, a label, a pointer to another page. */
  descriptive: boolean;
  /** Why it states nothing that a client of the interface can see. */
  excluded?: string;
  /** A rule in it, in our words, that has no requirement yet. */
  open?: string;
}

/** Page id -> section -> accounts in reading order. A text that a section holds twice has two accounts. */
export type Accounting = Map<string, Map<string, Account[]>>;

/** The ways to be accounted for. A unit with a requirement counts as that, whatever else it is. */
export const accountKinds = ['requirement', 'schema', 'descriptive', 'excluded'] as const;
export type AccountKind = (typeof accountKinds)[number];

/** The way in which an account counts. */
export function accountKind(account: Account): AccountKind {
  if (account.requirements.length > 0) return 'requirement';
  if (account.schemas.length > 0) return 'schema';
  return account.descriptive ? 'descriptive' : 'excluded';
}
