import type { Level, Source } from './results.js';

/** One way in which a refusal is right: a status and, where one is documented, the codes that fit. */
export interface Rejection {
  status: number;
  /** Absent: any code, or none. */
  codes?: string[];
}

/** One rule of the documents, as `specs/requirements/*.yaml` holds it. The chapter is the file's name. */
export interface Requirement {
  id: string;
  chapter: string;
  operations: string[];
  level: Level;
  rule: string;
  sources: Source[];
  /** What it takes beyond an endpoint and one project's credentials: keys of the configuration. */
  needs: string[];
  /** Which refusals prove the rule. Empty for rules that are not about refusals. */
  rejects: Rejection[];
  /** The request is right by itself and is refused for what it meets; absent: it is wrong by itself, unless a status of `rejects` says otherwise. */
  refusedFor?: 'state';
  /** Both sides of a contradiction, for the reader. */
  readings: string[];
  /** Profiles in which the rule holds; empty: all. */
  profiles: string[];
  /** Why no client can see it. */
  excluded?: string;
}
