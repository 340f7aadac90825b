/** Prints a figure beside its bar, of which no more is allowed; a missed bar ends the bench with exit code 1. */
export function atMost(name: string, value: number, most: number, unit: string): void {
  judge(`${name}: ${value.toFixed(2)} ${unit}`, most, value <= most);
}

/** Prints a figure beside its bar, of which no less is allowed; a missed bar ends the bench with exit code 1. */
export function atLeast(name: string, value: number, least: number, unit: string): void {
  judge(`${name}: ${value.toFixed(2)} ${unit}`, least, value >= least);
}

function judge(figure: string, bar: number, isReached: boolean): void {
  console.log(`${figure}, bar ${bar} ${isReached ? 'reached' : 'MISSED'}`);
  if (!isReached) process.exitCode = 1;
}
