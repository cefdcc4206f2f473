import { parseArgs } from 'node:util';

// `npm run bench`, or `npm run bench -- record smtp start reading`: ratios, each measured in one run on this
// machine. Absolute figures are printed and decide nothing; the exit code is 1 where a ratio is not reached.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '20' } },
});
const seconds = Number(values.seconds);
const say = (line: string) => console.log(line);
const benches: Record<string, () => Promise<boolean>> = {
  record: async () => (await import('./record.js')).record(say, seconds),
  smtp: async () => (await import('./smtp.js')).smtp(say, seconds),
  start: async () => (await import('./start.js')).start(say),
  reading: async () => (await import('./reading.js')).reading(say),
};
const wanted = positionals.length > 0 ? positionals : Object.keys(benches);
let isGood = true;
for (const name of wanted) {
  const bench = benches[name];
  if (bench === undefined) {
    console.error(`There is no bench called ${name}; there are ${Object.keys(benches).join(', ')}.`);
    process.exitCode = 2;
  } else isGood = (await bench()) && isGood;
}
if (!isGood) process.exitCode = 1;
