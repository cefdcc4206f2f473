import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eventually, type OpenBaton, openBaton } from '../doors/open-baton.js';
import { openReceiver, type Receiver } from '../doors/receiver.js';
import { expectNoSeriousFinding, openBrowser, openPage } from '../journeys/browser.js';
import { beFirst, fillIn } from './scene.js';

let baton: OpenBaton;
let receiver: Receiver;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let mistakes: readonly string[];
let deal: string;

const JOANNA = { name: 'Joanna Pruitt', address: 'jpruitt@harbormutual.example' };

beforeAll(async () => {
  receiver = await openReceiver();
  baton = await openBaton({ BATON_OUTGOING_URL: receiver.url });
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  ({ page, mistakes } = await openPage(context));
  await beFirst(page, baton);
  ({ deal } = await fillIn(context, baton));
  await post(`deals/${deal}/take`);
});

afterAll(async () => {
  await browser?.close();
  await baton?.close();
  await receiver?.close();
});

beforeEach(() => receiver.refuses.clear());

async function post(path: string, body: object = {}) {
  const answer = await context.request.post(`${baton.url}/api/v1/${path}`, {
    data: body,
    headers: { origin: baton.url },
  });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
}

function letOut(subject: string) {
  const text = 'Joanna, does Tuesday at 11:00 ET suit you?';
  return post(`deals/${deal}/follow-up/send`, { to: [JOANNA], cc: [], subject, text });
}

function later(seconds: number): void {
  baton.clock.at(new Date(Date.parse(baton.clock.now()) + seconds * 1000).toISOString());
}

const row = (subject: string) => page.locator('.letter-row', { hasText: subject });
const preview = () => page.getByRole('complementary', { name: 'Selected mail' });

/** How far the page reaches over the right edge of its window, in pixels. */
const OVERHANG = 'document.documentElement.scrollWidth - innerWidth';

describe('the outbox', () => {
  test('is one key away, and says what will stand there while nothing went', async () => {
    await page.goto(`${baton.url}/intake`);
    await page.getByRole('link', { name: 'Outbox' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('o');
    await page.getByRole('heading', { level: 1, name: 'Nothing went out yet.' }).waitFor();
    await expectNoSeriousFinding(page, 'an empty outbox');
  });

  test('shows a mail as it is let out, counts its seconds, and holds it by one key', async () => {
    await letOut('A mail to hold');
    await row('A mail to hold').waitFor();
    await preview()
      .getByText(/^\d+ s$/)
      .waitFor();
    const seconds = async () => Number.parseInt(await preview().locator('.fate').innerText(), 10);
    const before = await seconds();
    await eventually(async () => (await seconds()) < before || null);
    await page.keyboard.press('z');
    await page.getByRole('heading', { level: 2, name: /^Held/ }).waitFor();
    later(11);
    await letOut('A mail that goes');
    later(11);
    await page.getByRole('heading', { level: 2, name: /^Went out/ }).waitFor();
    const went = receiver.taken.map((mail) => mail.subject);
    expect(went).toContain('A mail that goes');
    expect(went).not.toContain('A mail to hold');
  });

  test('shows a refused mail with the server’s words, to whom it was and who let it out', async () => {
    receiver.refuses.add(JOANNA.address);
    await letOut('A mail that is refused');
    later(11);
    await page.getByText('nothing of it is lost').waitFor();
    await row('A mail that is refused').focus();
    await preview().getByText('5.1.1 no such user').waitFor();
    await preview().getByText(JOANNA.address).waitFor();
    await preview().getByText('Marcus Oyelaran').waitFor();
  });

  test('says when the next try is of a mail that its server wants later', async () => {
    receiver.later = 1;
    await letOut('A mail that waits');
    later(11);
    await page.getByRole('heading', { level: 2, name: /^Waits/ }).waitFor();
    await row('A mail that waits')
      .getByText(/\d\d:\d\d/)
      .first()
      .waitFor();
    await row('A mail that waits').getByText('4.7.1 try again later').waitFor();
  });

  test('asks a person about a mail that nobody knows the fate of, and believes what they say', async () => {
    later(61);
    await page.getByRole('heading', { level: 2, name: /^Waits/ }).waitFor({ state: 'detached' });
    receiver.drops = 3;
    await letOut('A mail nobody knows about');
    later(11);
    await row('A mail nobody knows about').getByText('second try').waitFor();
    later(61);
    await row('A mail nobody knows about').getByText('try 3').waitFor();
    later(301);
    await row('A mail nobody knows about').getByText('unknown').waitFor();
    await row('A mail nobody knows about').focus();
    await preview()
      .getByRole('button', { name: /^It did not/ })
      .waitFor();
    await expectNoSeriousFinding(page, 'outbox, unknown');
    await preview()
      .getByRole('button', { name: /^It arrived/ })
      .click();
    await row('A mail nobody knows about').getByText('went', { exact: true }).waitFor();
  });

  test('can be read by everybody, on a desk in the light and on a phone in the dark', async () => {
    await letOut('A mail in its ten seconds');
    await row('A mail in its ten seconds').waitFor();
    await expectNoSeriousFinding(page, 'outbox, wide');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${baton.url}/outbox`);
    await page
      .getByRole('button', { name: /^Hold it/ })
      .first()
      .waitFor();
    await expectNoSeriousFinding(page, 'outbox, narrow and dark');
    expect(await page.evaluate(OVERHANG)).toBeLessThanOrEqual(0);
    await row('A mail that is refused').click();
    await preview().getByRole('link', { name: 'Back to the outbox' }).waitFor();
    expect(await page.evaluate(OVERHANG)).toBeLessThanOrEqual(0);
    expect(mistakes).toEqual([]);
  });
});
