import { parseArgs } from 'node:util';
import { figures } from './figures.js';
import { storm } from './storm.js';

// `npm run test:crash -- --server 40 --database 10 [--seed 7] [--source]`: kills as often as it is told to, and
// prints the figures. The exit code is 1 where anything was lost, doubled or broken.
const { values } = parseArgs({
  options: {
    server: { type: 'string', default: '40' },
    database: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    calm: { type: 'string', default: '2500' },
    source: { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
  },
});
console.log(`seed ${values.seed}`);
const weather = await storm({
  server: Number(values.server),
  database: Number(values.database),
  seed: Number(values.seed),
  calm: Number(values.calm),
  made: values.source ? 'source' : 'built',
  say: (line) => {
    if (!values.quiet) console.log(`  ${line}`);
  },
});
const { lines, isGood } = figures(weather);
console.log(lines.join('\n'));
process.exitCode = isGood ? 0 : 1;
