/** Sends requests for a while, several in flight, and gives how many a second were answered. */
export async function rate(send: () => Promise<unknown>, milliseconds: number, inFlight = 16): Promise<number> {
  const started = performance.now();
  const deadline = started + milliseconds;
  let answered = 0;
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (performance.now() < deadline) {
        await send();
        answered += 1;
      }
    }),
  );
  return (answered / (performance.now() - started)) * 1000;
}

/** Measures two things in turn, several rounds, and gives the median of the ratio first / second. */
export async function ratio(first: () => Promise<number>, second: () => Promise<number>, rounds = 5) {
  await first();
  await second();
  const pairs: { first: number; second: number }[] = [];
  for (let round = 0; round < rounds; round += 1) pairs.push({ first: await first(), second: await second() });
  const sorted = pairs.map((pair) => pair.first / pair.second).sort((a, b) => a - b);
  const middle = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
  return {
    median: sorted[Math.floor(rounds / 2)] as number,
    least: sorted[0] as number,
    most: sorted.at(-1) as number,
    first: middle(pairs.map((pair) => pair.first)),
    second: middle(pairs.map((pair) => pair.second)),
  };
}
