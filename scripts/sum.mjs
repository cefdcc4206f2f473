import { readFileSync } from 'node:fs';
import { readTally, Tally } from './tally.mjs';

// Adds up closing lines: `node scripts/sum.mjs LOG:EXITCODE …`. A run that ended badly without saying which check
// failed, or that did not come to its closing line, counts as one failed.
const tally = new Tally();
for (const word of process.argv.slice(2)) {
  const [, file = '', code = '1'] = /^(.*):(\d+)$/.exec(word) ?? [];
  const counted = readTally(readFileSync(file, 'utf8'));
  tally.add(counted ?? { failed: 1 });
  if (counted && code !== '0' && counted.failed === 0) tally.add({ failed: 1 });
}
process.exitCode = tally.close();
