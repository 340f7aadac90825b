/** The command as the report shows it, for a shell to take. Flags carry no secrets; an address with a password is refused before. */
export function printedCommand(args: readonly string[]): string {
  return ['npx ims-conformance', ...args.map(quoted)].join(' ');
}

function quoted(argument: string): string {
  return /^[\w./:=@%,+-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}
