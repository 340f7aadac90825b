import { profiles as rows } from './generated/profiles.js';
import type { defaults, limits, lists, Readings } from './profile-fields.js';

/** What one kind of deployment offers, and how it reads the documents where they differ. Data of `specs/profiles`. */
export interface Profile {
  name: string;
  title: string;
  /** Another profile, whose own requirements hold here as well. */
  like?: string;
  /** Operations that the deployment has. */
  operations: string[];
  /** Requirement ids that do not hold there, with the reason. */
  notApplicable: Record<string, string>;
  limits: Record<keyof typeof limits, number>;
  defaults: Record<keyof typeof defaults, string>;
  lists: Record<keyof typeof lists, string[]>;
  readings: Readings;
}

/** The profile of whoever names none. */
export const defaultProfile = 'huaweicloud';

const byName = new Map((rows as Profile[]).map((profile) => [profile.name, profile]));

export const profileNames: readonly string[] = [...byName.keys()];

/**
 * The profile of that name.
 * @throws {Error} when there is none.
 */
export function loadProfile(name: string): Profile {
  const profile = byName.get(name);
  if (!profile) throw new Error(`Failed to find profile "${name}". Use one of: ${profileNames.join(', ')}.`);
  return profile;
}
