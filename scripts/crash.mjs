import { runSource } from './source.mjs';

// `npm run test:crash`: kills servers and databases under load, as often as it is told to, and prints the figures.
await runSource('test/crash/run.ts');
