import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually, type OpenBaton, openBaton } from '../doors/open-baton.js';
import { plainMail } from '../doors/story-mail.js';
import { expectNoSeriousFinding, openBrowser } from '../journeys/browser.js';
import { beFirst, fillIn } from './scene.js';

// What somebody stumbles over who was told nothing. BATON_URL is not set, so that the warning stands on top.
const INTRO = readFileSync(new URL('../mails/intros/01.eml', import.meta.url), 'latin1');
const MESSAGE_ID = 'CAKt9xQm3vLr8nW0dH2pYb7sJf4uTzE';
const LONG_REPLY = `Thanks Theo. ${'Tuesday morning works, and so does Wednesday after ten. '.repeat(6)}The last word is heron.`;

let baton: OpenBaton;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let deal: string;

beforeAll(async () => {
  baton = await openBaton();
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  page = await context.newPage();
  await beFirst(page, baton);
  ({ deal } = await fillIn(context, baton));
});

afterAll(async () => {
  await browser?.close();
  await baton?.close();
});

async function hand(mail: Buffer): Promise<string> {
  const headers = { origin: baton.url, 'content-type': 'message/rfc822' };
  const answer = await context.request.post(`${baton.url}/api/v1/arrivals`, { data: mail, headers });
  const { arrival } = (await answer.json()).kept[0].kept;
  return eventually(async () => {
    const shown = await context.request.get(`${baton.url}/api/v1/arrivals/${arrival}`);
    return (await shown.json()).row.verdict === 'Being read' ? null : (arrival as string);
  });
}

function another(id: string, from = 'theo.lindqvist@cobaltridge.example'): Buffer {
  const mail = INTRO.replace(MESSAGE_ID, id)
    .replace(/^References: .*\r?\n/m, '')
    .replaceAll('theo.lindqvist@cobaltridge.example', from);
  return Buffer.from(mail, 'latin1');
}

/** How far a page is longer than its window, in pixels. */
function overhang(): Promise<number> {
  return page.evaluate('document.documentElement.scrollHeight - innerHeight');
}

test('the warning about links makes no page scroll that fits without it, and is one line on a phone', async () => {
  for (const path of ['/', '/intake', '/deals']) {
    await page.goto(`${baton.url}${path}`);
    await page.getByRole('navigation').getByText('Links say localhost.').waitFor();
    await page.getByText('Harbor Mutual').first().waitFor();
    expect(await overhang(), path).toBe(0);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  const strip = await page.locator('main').getByText('Links say localhost.').boundingBox();
  expect(strip?.height).toBeGreaterThan(0);
  expect(strip?.height).toBeLessThan(44);
  await page.setViewportSize({ width: 1440, height: 900 });
});

test.each([
  ['/intake', 'Intake'],
  ['/?who=everyone', 'Today'],
])('on %s a mail that comes meanwhile is a line, and no row under the cursor', async (path, name) => {
  await page.goto(`${baton.url}${path}`);
  await page.getByText('Harbor Mutual').first().waitFor();
  // A list that was just opened still takes what comes.
  await page.waitForTimeout(3_200);
  const rows = () => page.locator('[data-row]').count();
  const before = await rows();
  await hand(another(`meanwhile-${name}`));
  await page.getByText('1 new').waitFor();
  expect(await rows()).toBe(before);
  await page.keyboard.press('.');
  await expect.poll(rows).toBe(before + 1);
});

test('a domain one letter off a partner’s is shown letter by letter in Intake and in the handoff', async () => {
  const arrival = await hand(another('not-theo', 'theo.lindqvist@cobaltrldge.example'));
  await page.goto(`${baton.url}/intake?arrival=${arrival}`);
  const row = page.locator(`[data-row="${arrival}"]`);
  await row.getByText('The domain is one letter off.').waitFor();
  expect(await row.locator('mark').allTextContents()).toEqual(['l', 'i']);
  expect(await row.locator('.note').innerText()).toContain(
    'cobaltrldge.example is not cobaltridge.example. No clock runs and nobody was answered.',
  );
  await expectNoSeriousFinding(page, 'Intake with a look-alike');
  await page.getByRole('button', { name: /Take it as an intro/ }).click();
  await page.waitForURL(/handoff/);
  const mail = page.getByRole('region', { name: 'The mail' });
  await mail.getByText('The domain is one letter off.').waitFor();
  await mail.getByText('Whose side the sender is on is not known.').waitFor();
  await page.getByText('Who introduces this is not known').waitFor();
  expect(await page.getByText('Partner not named').count()).toBe(0);
});

test('the whole of a reply is opened from the line of the record that shows its first words', async () => {
  const head = {
    From: 'Joanna Pruitt <jpruitt@harbormutual.example>',
    To: 'Theo Lindqvist <theo.lindqvist@cobaltridge.example>, intro@localhost',
    Subject: 'Re: Intro: Joanna Pruitt (Harbor Mutual) <> Dana Whitlock (Northbeam)',
    'Message-ID': '<reply-1@harbormutual.example>',
    'In-Reply-To': /^Message-ID: (.*)$/m.exec(INTRO)?.[1]?.trim() ?? '',
  };
  await hand(plainMail(head, LONG_REPLY));
  await page.goto(`${baton.url}/deals/${deal}`);
  await page.getByText('Thanks Theo.').first().waitFor();
  expect(await page.getByText('The last word is heron.').count()).toBe(0);
  await page.getByRole('button', { name: /See the mail of Joanna Pruitt/ }).click();
  await page.getByRole('dialog').getByText('The last word is heron.').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
});

test('Intake says when a forward came, and not the day that is written in the mail inside', async () => {
  const forward = readFileSync(new URL('../mails/intros/13.eml', import.meta.url));
  const arrival = await hand(forward);
  await page.goto(`${baton.url}/intake?arrival=${arrival}`);
  // The clock of this Baton stands at Friday, 6 March 2026, 08:52 in New York.
  await page
    .getByRole('complementary', { name: 'Selected arrival' })
    .getByText('Came Fri 6 Mar, 08:52 ET')
    .waitFor();
});
