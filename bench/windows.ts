/** One way of doing something, to be measured beside another: `work` does it once for client number `client`. */
export type Way = { readonly name: string; readonly work: (client: number) => Promise<unknown> };

export type Measured = {
  readonly rates: ReadonlyMap<string, number>;
  readonly ratio: (name: string) => number;
};

/**
 * Runs the ways in turn, window after window, each with that many clients at once, so that whatever else the
 * machine does falls on all of them. `rates` are medians in things a second; `ratio` is the median over the
 * rounds of a way's rate by that of the first way in the same round. The first round warms up and is dropped.
 */
export async function measure(
  ways: readonly Way[],
  clients: number,
  rounds: number,
  windowMs: number,
): Promise<Measured> {
  const rates = new Map<string, number[]>(ways.map((way) => [way.name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    // Turned round each time, so that none always comes after the same one.
    const turn = round % 2 === 0 ? ways : [...ways].reverse();
    for (const way of turn) {
      const rate = await run(way, clients, windowMs);
      if (round > 0) rates.get(way.name)?.push(rate);
    }
  }
  const first = rates.get(ways[0]?.name ?? '') ?? [];
  return {
    rates: new Map([...rates].map(([name, list]) => [name, median(list)])),
    ratio: (name) =>
      median((rates.get(name) ?? []).map((rate, place) => rate / (first[place] ?? Number.NaN))),
  };
}

async function run(way: Way, clients: number, windowMs: number): Promise<number> {
  const from = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() - from < windowMs) {
        await way.work(client);
        done += 1;
      }
    }),
  );
  return (done * 1_000) / (performance.now() - from);
}

export function median(list: readonly number[]): number {
  const sorted = [...list].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
