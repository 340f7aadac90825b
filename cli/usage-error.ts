/** The command cannot be carried out as it was given. The message is one sentence and what to do; exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}
