import { CommanderError } from 'commander';
import { ConfigurationError } from '../fixtures/config/configuration-error.js';
import { say } from './say.js';
import { UsageError } from './usage-error.js';

/**
 * Says on stderr why a command was not carried out, and gives its exit code: 2 when the user can put it right,
 * 4 with the stack when the fault is ours, 0 for --help and --version.
 */
export function reportFailure(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    say(commandLineMistake(error));
    return 2;
  }
  if (error instanceof UsageError || error instanceof ConfigurationError) {
    say(error.message);
    return 2;
  }
  const stack = error instanceof Error ? error.stack : String(error);
  say(`ims-conformance itself failed; please report this: ${stack}`);
  return 4;
}

/** The parser's message as a sentence. A value glued to an unknown flag may be a secret and is cut off. */
function commandLineMistake(error: CommanderError): string {
  if (error.code === 'commander.help') return 'No command is given. Run "ims-conformance --help" to see the commands.';
  const [what = '', guess] = error.message.replace(/^error: /, '').split('\n');
  const sentence = what
    .replace(/(unknown option '-[^=']*)=.*'$/s, "$1'")
    .replaceAll("'", '"')
    .replace(/\.$/, '');
  const found = guess?.match(/Did you mean (one of )?(.*)\?\)$/)?.[2];
  const hint = found ? `Did you mean ${found}?` : 'Run "ims-conformance --help" to see what there is.';
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}. ${hint}`;
}
