import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenBaton, openBaton } from '../doors/open-baton.js';
import { expectNoSeriousFinding, openBrowser, openPage, reach } from '../journeys/browser.js';
import { beFirst, fillIn } from '../screens/scene.js';
import { findings, wrongPlaces } from './both.js';

let baton: OpenBaton;
let browser: Browser;
let context: BrowserContext;
let deal: string;

beforeAll(async () => {
  baton = await openBaton();
  browser = await openBrowser();
  context = await browser.newContext({ acceptDownloads: true });
  await beFirst(await context.newPage(), baton);
  deal = (await fillIn(context, baton)).deal;
});

afterAll(async () => {
  await browser?.close();
  await baton?.close();
});

test('a deal is taken along from its page once it is shared, without a mouse, and what comes is well', async () => {
  const { page, mistakes } = await openPage(context);
  await page.goto(`${baton.url}/deals/${deal}`);
  await page.getByText('sealed,').waitFor();
  expect(await page.getByRole('link', { name: 'Take it along' }).count()).toBe(0);
  const taken = await context.request.post(`${baton.url}/api/v1/deals/${deal}/take`, {
    headers: { origin: baton.url },
  });
  expect(taken.status()).toBe(200);
  await reach(page, 'link', 'Take it along');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toBe('harbor-mutual.bundle.json');
  const bytes = await readFile(await download.path());
  expect(findings(bytes)).toEqual([]);
  expect(wrongPlaces(bytes)).toEqual([]);
  expect(JSON.parse(bytes.toString('utf8')).for).toBe('partner');
  await expectNoSeriousFinding(page, 'the deal that can be taken along');
  expect(mistakes).toEqual([]);
});
