import { runSource } from './source.mjs';

// `npm run bench`: ratios and times, measured on this machine in one run.
await runSource('bench/run.ts');
