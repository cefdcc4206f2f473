import { resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { figures } from './figures.js';
import { storm, type Weather } from './storm.js';

const ROOT = resolve(import.meta.dirname, '../..');
const BUILD = new URL('../../scripts/build.mjs', import.meta.url).href;
const SEED = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000);

let weather: Weather;

// A build starts in half the time; where there is none of these sources, the sources themselves are run.
beforeAll(async () => {
  const { isBuilt } = (await import(BUILD)) as { isBuilt: (root: string) => boolean };
  const made = isBuilt(ROOT) ? 'built' : 'source';
  console.log(`crash test: seed ${SEED}, ${made}`);
  weather = await storm({ server: 12, database: 3, seed: SEED, calm: 1_500, made, say: () => undefined });
  console.log(figures(weather).lines.join('\n'));
}, 240_000);

test('twelve servers and three databases are killed under load', () => {
  expect([weather.serverKills, weather.databaseKills]).toEqual([12, 3]);
  expect(weather.mailAcks).toBeGreaterThan(20);
  expect(weather.callAcks).toBeGreaterThan(20);
});

test('every mail that got its 250 is kept with exactly its bytes, and every call that got its yes stands', () => {
  expect(weather.found.lost).toEqual([]);
});

test('what was sent again after an unknown outcome is there once', () => {
  expect(weather.found.doubled).toEqual([]);
});

test('nothing is half done: every chain holds, every errand is done, and views are what a rebuild makes', () => {
  expect(weather.found.broken).toEqual([]);
  expect(weather.found.entries).toBeGreaterThan(weather.mails);
});

test('no answer calls the loss of a database our own mistake', () => {
  expect(weather.mistakes).toEqual([]);
});

test('after all that a stop is quiet', () => {
  expect(weather.exit).toBe(0);
});
