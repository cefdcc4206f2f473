import { readFileSync } from 'node:fs';
import { createTransport } from 'nodemailer';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenBaton, openBaton } from '../doors/open-baton.js';
import { expectNoSeriousFinding, openBrowser, openPage, reach } from './browser.js';

// Theo of Cobalt Ridge introduces Harbor Mutual to Northbeam, on Thu 5 March 2026 at 16:42 New York.
const INTRO = new URL('../mails/intros/01.eml', import.meta.url);

let baton: OpenBaton;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let mistakes: readonly string[];

beforeAll(async () => {
  baton = await openBaton({}, '2026-03-05T21:43:00Z');
  browser = await openBrowser();
  context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    timezoneId: 'America/New_York',
  });
  ({ page, mistakes } = await openPage(context));
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await baton?.close();
});

describe('from an intro to an owner and a running clock, by keyboard alone', () => {
  test('the one-time link of the first start makes the first admin, when a button is pressed', async () => {
    await page.goto(baton.firstAdminLink);
    await expectHeading('You are the first here.');
    await expectNoSeriousFinding(page, 'first admin');
    await reach(page, 'textbox', 'Your name');
    await page.keyboard.type('Marcus Oyelaran');
    await reach(page, 'textbox', 'Mail address');
    await page.keyboard.type('marcus.oyelaran@northbeam.example');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => page.url()).not.toContain('/sign-in');
  });

  test('the set-up is answered by keyboard, and what waits is said', async () => {
    await page.goto(`${baton.url}/set-up`);
    await expectNoSeriousFinding(page, 'set-up');
    await reach(page, 'textbox', 'Name');
    await page.keyboard.type('Northbeam');
    await page.keyboard.press('Tab');
    await settled(async () => (await settings()).company === 'Northbeam');
    await reach(page, 'textbox', /domain/i);
    await page.keyboard.type('northbeam.example');
    await page.keyboard.press('Enter');
    await settled(async () => (await settings()).domains.includes('northbeam.example'));
    await reach(page, 'textbox', /domain/i);
    await page.keyboard.type('gmail.com');
    await page.keyboard.press('Enter');
    await page.getByText('says nothing about a company').waitFor();
    await setZone('America/New_York');
  });

  test('a colleague and a partner are added', async () => {
    await reach(page, 'button', /Add a person/);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await reach(page, 'textbox', 'Name', dialog);
    await page.keyboard.type('Dana Whitlock');
    await reach(page, 'textbox', /Mail/, dialog);
    await page.keyboard.type('dana.whitlock@northbeam.example');
    await page.keyboard.press('Enter');
    await settled(async () => (await settings()).people.length === 2);
  });

  test('a mail that comes by SMTP becomes a brief with an owner and a clock', async () => {
    await page.goto(baton.url);
    await expectHeading('Forward one intro.');
    await expectNoSeriousFinding(page, 'first run');
    await send(readFileSync(INTRO));
    await page.getByText('Harbor Mutual').first().waitFor({ timeout: 15_000 });
    baton.clock.at('2026-03-06T13:52:00Z');
    await page.goto(baton.url);
    await page.getByText('7 h 50 m').first().waitFor();
    await expectNoSeriousFinding(page, 'Today');
  });

  test('Enter opens the handoff, where every answer is a quote of the mail', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await expectHeading('Harbor Mutual');
    await page.getByText('sender not checked').first().waitFor();
    const quotes = await page.getByRole('region', { name: 'Brief' }).locator('q, .quote').allInnerTexts();
    expect(quotes.length).toBeGreaterThan(4);
    await expectNoSeriousFinding(page, 'Handoff');
  });

  test('a note that was typed answers a question, and is quoted with the name of who typed it', async () => {
    await reach(page, 'button', /Correct ?: Who is the buyer/);
    await page.keyboard.press('Enter');
    await reach(page, 'textbox', /Or note what was learned/);
    await page.keyboard.type('Harbor Mutual');
    await reach(page, 'button', /Use this note/);
    await page.keyboard.press('Enter');
    await settled(async () => {
      const deal = (await api('/api/v1/deals')).rows[0].deal;
      const { brief } = await api(`/api/v1/deals/${deal}/handoff`);
      return brief[0].quotes[0]?.correctedBy === 'Marcus Oyelaran';
    });
  });

  test('O names another owner, and Z takes it back', async () => {
    await page.keyboard.press('o');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type('Dana');
    await page.keyboard.press('Enter');
    await page
      .getByText(/Dana has the baton/)
      .first()
      .waitFor();
    await page.keyboard.press('z');
    await page
      .getByText(/Marcus has the baton/)
      .first()
      .waitFor();
  });

  test('C takes the intro, and the record that the partner shares begins', async () => {
    await page.keyboard.press('c');
    await page.getByText('is taken').first().waitFor();
    await page.keyboard.press('Tab');
    const deal = /deals\/(deal_[^/]+)/.exec(page.url())?.[1] ?? '';
    await page.goto(`${baton.url}/deals/${deal}`);
    await page.getByText('Northbeam took the intro of Harbor Mutual from Cobalt Ridge.').first().waitFor();
    await expectNoSeriousFinding(page, 'Deal');
  });

  test('Intake says why a newsletter was not taken', async () => {
    await send(readFileSync(new URL('../mails/intros/06.eml', import.meta.url)));
    await page.goto(`${baton.url}/intake`);
    await page.getByText('Newsletter').first().waitFor({ timeout: 15_000 });
    await expectNoSeriousFinding(page, 'Intake');
  });

  test('every screen holds in the dark and at 390 px, without sideways scrolling or a serious finding', async () => {
    const deal = (await api('/api/v1/deals')).rows[0].deal;
    const paths = [
      '/',
      '/intake',
      '/deals',
      `/deals/${deal}`,
      `/deals/${deal}/handoff`,
      '/settings',
      '/settings/mail',
      '/set-up',
    ];
    for (const [width, colorScheme] of [
      [390, 'light'],
      [1440, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      for (const path of paths) {
        await page.goto(`${baton.url}${path}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        expect(await page.evaluate<number>('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(
          width,
        );
        await expectNoSeriousFinding(page, `${path} at ${width} ${colorScheme}`);
      }
    }
  }, 90_000);

  test('nothing of all this was a mistake of the page', () => {
    expect(mistakes).toEqual([]);
  });
});

async function expectHeading(words: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: words }).waitFor({ timeout: 10_000 });
}

// biome-ignore lint/suspicious/noExplicitAny: a test says with `expect` what it looks for in an answer.
async function api(path: string): Promise<any> {
  return (await context.request.get(`${baton.url}${path}`)).json();
}

const settings = () => api('/api/v1/settings');

async function settled(look: () => Promise<boolean>): Promise<void> {
  await expect.poll(look, { timeout: 8_000 }).toBe(true);
}

async function setZone(zone: string): Promise<void> {
  await reach(page, 'combobox', /zone/i);
  // A list of four hundred zones: typing into it is timed by the browser, and a busy machine types too slowly.
  await page.getByRole('combobox', { name: /zone/i }).selectOption(zone);
  await page.keyboard.press('Tab');
  await settled(async () => (await settings()).week?.zone === zone);
}

async function send(raw: Buffer): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: baton.smtp, ignoreTLS: true });
  await transport.sendMail({
    envelope: { from: 'theo.lindqvist@cobaltridge.example', to: ['intro@localhost'] },
    raw,
  });
  transport.close();
}
