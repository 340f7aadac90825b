import { createRedactor, type Secretive } from '../fixtures/auth/redact.js';

let redact = (text: string): string => text;

/** From now on `say` masks the secrets of the configuration: a server may hand them back in its error texts. */
export function hideSecretsOf(configuration: Secretive): void {
  redact = createRedactor(configuration).text;
}

/** Writes a message to stderr. */
export function say(message: string): void {
  process.stderr.write(`${redact(message)}\n`);
}
