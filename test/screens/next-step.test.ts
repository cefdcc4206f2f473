import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenBaton, openBaton } from '../doors/open-baton.js';
import { expectNoSeriousFinding, openBrowser, openPage, reach } from '../journeys/browser.js';
import { beFirst, fillIn } from './scene.js';

let baton: OpenBaton;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let mistakes: readonly string[];
let deal: string;

beforeAll(async () => {
  baton = await openBaton();
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  ({ page, mistakes } = await openPage(context));
  await beFirst(page, baton);
  ({ deal } = await fillIn(context, baton));
  await page.goto(`${baton.url}/deals/${deal}`);
});

afterAll(async () => {
  await browser?.close();
  await baton?.close();
});

const PICTURES = process.env.BATON_PICTURES;

/** Axe in both lights and at both widths; nothing hangs over the edge. */
async function looks(name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      // Colours pass from one light to the other in a moment of their own.
      await page.waitForTimeout(250);
      await expectNoSeriousFinding(page, `${name}, ${colorScheme}, ${width}`);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      if (PICTURES !== undefined)
        await page.screenshot({ path: `${PICTURES}/${name}-${colorScheme}-${width}.png` });
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
}

const bar = () => page.getByRole('region', { name: 'Who has the baton' });

async function says(words: RegExp): Promise<void> {
  await bar().getByText(words).waitFor({ timeout: 10_000 });
}

test('from the first action to the end and back, by keyboard alone', { timeout: 180_000 }, async () => {
  await page.getByRole('button', { name: /Hand over/ }).waitFor();
  await page.keyboard.press('c');
  await reach(page, 'button', 'I wrote to the buyer');
  await looks('owed');
  await reach(page, 'button', 'I wrote to the buyer');
  await page.keyboard.press('Enter');
  await says(/^The baton is on the track/);
  await bar()
    .getByRole('button', { name: /Give it a step/ })
    .waitFor();
  await looks('track');

  await page.keyboard.press('s');
  const step = page.getByRole('dialog', { name: /Give .* a step/ });
  const what = step.getByLabel('What is to be done');
  expect(await what.inputValue()).toBe('pick a time');
  expect(await step.getByLabel(/By which day/).inputValue()).toMatch(/^\d{4}-\d\d-\d\d$/);
  await looks('step');
  // A day that is over is refused under the fields, and what was typed stays.
  await step.getByLabel(/By which day/).fill('2020-01-02');
  await page.keyboard.press('Control+Enter');
  await step.getByRole('alert').getByText('That day is over. Name one that is ahead.').waitFor();
  await step.getByLabel(/By which day/).fill('2027-03-12');
  await page.keyboard.press('Control+Enter');
  await says(/Joanna has the baton: pick a time/);
  await looks('open');

  await page.keyboard.press('m');
  const day = page.getByRole('dialog', { name: 'Move the step' }).getByLabel(/By which day/);
  await day.waitFor();
  expect(await day.evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true);
  expect(await day.inputValue()).toBe('2027-03-12');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('d');
  await says(/^The baton is on the track/);

  await reach(page, 'button', 'Close the deal');
  await page.keyboard.press('Enter');
  const close = page.getByRole('dialog', { name: /^Close / });
  await close.getByLabel('Lost').check();
  await close.getByLabel(/^Why, in words/).fill('They went with Gantry.');
  await close.getByLabel('Did it die in the handoff?').selectOption('lost-context');
  await looks('close');
  await page.keyboard.press('Control+Enter');
  await says(/^Lost\. The baton rests\./);
  await page.getByText('Lost: They went with Gantry. It died in the handoff:').waitFor();
  await looks('closed');
  await reach(page, 'button', 'Open it again');
  await page.keyboard.press('Enter');
  await says(/^The baton is on the track/);
  expect(mistakes).toEqual([]);
});
