/** Lines of a table with a name in front of the first: `  needs       member`. No values, no lines. */
export function labelledRows(name: string, values: readonly string[]): string[] {
  return values.map((value, index) => `  ${(index === 0 ? name : '').padEnd(12)}${value}`);
}
