import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenBaton, openBaton } from '../doors/open-baton.js';
import { expectNoSeriousFinding, openBrowser, openPage } from '../journeys/browser.js';
import { beFirst, fillIn } from './scene.js';

let baton: OpenBaton;
let browser: Browser;
let first: BrowserContext;
let known: { deal: string; arrival: string };

beforeAll(async () => {
  baton = await openBaton();
  browser = await openBrowser();
  first = await browser.newContext();
  await beFirst(await first.newPage(), baton);
  known = await fillIn(first, baton);
});

afterAll(async () => {
  await browser?.close();
  await baton?.close();
});

/** Every screen, by the sentence that stands on it once it is drawn. */
const SCREENS: readonly (readonly [string, () => string, RegExp])[] = [
  ['Today', () => '/', /Harbor Mutual/],
  ['Intake', () => `/intake?arrival=${known.arrival}`, /Taken as an intro/],
  ['Handoff', () => `/deals/${known.deal}/handoff`, /Who carries it/],
  ['Deal', () => `/deals/${known.deal}`, /Harbor Mutual/],
  ['Deals', () => '/deals', /Harbor Mutual/],
  ['Set-up', () => '/set-up', /Who gets an intro/],
  ['Settings', () => '/settings', /Who gets an intro/],
  ['Mail and keys', () => '/settings/mail', /API keys/],
  [
    'a deal that is not there',
    () => '/deals/deal_00000000000000000000000000/handoff',
    /There is nothing here/,
  ],
];

/** How far the page reaches over the right edge of its window, in pixels. */
const OVERHANG = 'document.documentElement.scrollWidth - innerWidth';

// Across the corner: both widths, both lights. Colours alone are recomputed for both in contrast.test.ts.
const KINDS = [
  { name: '1440 wide, light', wide: true, colorScheme: 'light' },
  { name: '390 wide, dark', wide: false, colorScheme: 'dark' },
] as const;

describe.each(KINDS)('$name', ({ wide, colorScheme }) => {
  let context: BrowserContext;
  let page: Page;
  let mistakes: readonly string[];
  const strangers: string[] = [];

  beforeAll(async () => {
    const viewport = wide ? { width: 1440, height: 900 } : { width: 390, height: 844 };
    context = await browser.newContext({
      storageState: await first.storageState(),
      viewport,
      colorScheme,
      hasTouch: !wide,
    });
    ({ page, mistakes } = await openPage(context));
    page.on('request', (request) => {
      if (!request.url().startsWith(baton.url)) strangers.push(request.url());
    });
  });

  afterAll(async () => context?.close());

  test.each(SCREENS)(
    '%s can be read by everybody, and nothing hangs over the edge',
    async (name, path, words) => {
      await page.goto(`${baton.url}${path()}`);
      await page.getByText(words).locator('visible=true').first().waitFor();
      await expectNoSeriousFinding(page, name);
      expect(await page.evaluate(OVERHANG)).toBeLessThanOrEqual(0);
      expect(await page.locator('h1').count()).toBe(1);
    },
  );

  test('no screen asks another server for anything, and none made a mistake', () => {
    expect(strangers).toEqual([]);
    expect(mistakes).toEqual([]);
  });
});

test('the sign-in and an old link can be read by everybody who is signed out', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const { page } = await openPage(context);
  for (const path of ['/sign-in', '/sign-in/link/long-gone', new URL(baton.firstAdminLink).pathname]) {
    await page.goto(`${baton.url}${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectNoSeriousFinding(page, path);
  }
  await page.goto(`${baton.url}/deals/${known.deal}/handoff`);
  await page.waitForURL(/sign-in/);
  expect(new URL(page.url()).searchParams.get('onward')).toContain('/handoff');
  await context.close();
});

test('another person’s change is announced by a line and moves no row until it is asked for', async () => {
  const context = await browser.newContext({
    storageState: await first.storageState(),
    viewport: { width: 1440, height: 900 },
  });
  const { page } = await openPage(context);
  await page.goto(`${baton.url}/intake`);
  await page.getByText('Harbor Mutual').first().waitFor();
  // A list that was just opened still settles; only then is it held.
  await page.waitForTimeout(3_200);
  const rows = await page.locator('[data-row]').count();
  const headers = { origin: baton.url, 'content-type': 'text/plain' };
  const data = 'Dana, please meet Ana Reyes of Quarry Hill. Could you call her tomorrow?';
  expect((await first.request.post(`${baton.url}/api/v1/arrivals`, { data, headers })).status()).toBe(201);
  await page.getByText(/1 new/).waitFor();
  expect(await page.locator('[data-row]').count()).toBe(rows);
  await page.keyboard.press('.');
  await expect.poll(() => page.locator('[data-row]').count()).toBe(rows + 1);
  await context.close();
});
