import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenBaton, openBaton } from '../doors/open-baton.js';
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

beforeAll(async () => {
  receiver = await openReceiver();
  baton = await openBaton({ BATON_OUTGOING_URL: receiver.url });
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await beFirst(await context.newPage(), baton);
  ({ deal } = await fillIn(context, baton));
  ({ page, mistakes } = await openPage(context));
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await baton?.close();
  await receiver?.close();
});

const COLD = 'How large is your environment, and is there a deadline we should know about?';
const pane = () => page.getByRole('region', { name: 'First follow-up' });
const sendKey = () => pane().getByRole('button', { name: /Send from my mailbox/ });

async function open(): Promise<void> {
  await page.goto(`${baton.url}/deals/${deal}/handoff`);
  await pane().getByText('Written from the mail, no model used').waitFor();
}

describe('the first follow-up on the handoff', () => {
  test('stands below who carries it, numbered like the mail, and waits until the intro is taken', async () => {
    await open();
    expect(await pane().getByText('Joanna Pruitt, Wes Tanaka').count()).toBe(1);
    expect(await pane().locator('.open-gap').textContent()).toContain('two or three times for next week');
    expect(await pane().locator('.draft-words .evidence').count()).toBeGreaterThan(4);
    expect(await pane().getByText('Take the intro first. The text stays here.').count()).toBe(1);
    await expectNoSeriousFinding(page, 'the draft');
  });

  test('is edited by E and read again by Escape; a question that the mail answers is struck, with the words', async () => {
    await page.keyboard.press('c');
    await pane().getByText('A gap is left. Fill it, or take it out.').waitFor();
    await page.keyboard.press('e');
    const text = pane().getByLabel('Text of the follow-up');
    // The gap is selected, so that typing fills it.
    await page.keyboard.type('Mon 9 March, 14:00 ET, or Tue 10 March, 11:00 ET');
    const typed = await text.inputValue();
    expect(typed).toContain('Here are times for it: Mon 9 March, 14:00 ET, or Tue 10 March, 11:00 ET.');
    await text.fill(typed.replace('When you pick one', `${COLD}\n\nWhen you pick one`));
    await expectNoSeriousFinding(page, 'the fields');
    await page.keyboard.press('Escape');
    await pane().getByText('Cold question, twice.').waitFor();
    expect(await pane().locator('.cold').textContent()).toBe(COLD);
    expect(await pane().locator('.note .quote').allTextContents()).toEqual(
      expect.arrayContaining([
        expect.stringContaining('1,200 hosts'),
        expect.stringContaining('July 1 renewals'),
      ]),
    );
    await expectNoSeriousFinding(page, 'a cold question');
  });

  test('survives a reload', async () => {
    await open();
    await pane().getByText('Cold question, twice.').waitFor();
    expect(await pane().getByRole('button', { name: 'Back to the draft' }).count()).toBe(1);
  });

  test('loses the cold question by one key', async () => {
    await page.keyboard.press('Backspace');
    await pane().getByText('Goes in ten seconds, and stops the clock').waitFor();
    expect(await pane().locator('.cold').count()).toBe(0);
    expect(await pane().locator('.draft-words').textContent()).not.toContain('How large');
  });

  test('goes by Ctrl Enter, on this exact text, and is forgotten here once it is out', async () => {
    expect(await sendKey().getAttribute('aria-disabled')).toBe('false');
    const shown = (await pane().locator('.draft-words p').allTextContents()).length;
    expect(shown).toBeGreaterThan(3);
    await page.keyboard.press('Control+Enter');
    await pane().getByText('A mail to the buyer is on its way already. See the outbox.').waitFor();
    baton.clock.at(new Date(Date.parse(baton.clock.now()) + 11_000).toISOString());
    // An invitation to a colleague goes through the same server.
    const toBuyer = () => receiver.taken.filter(({ text }) => text?.includes('Hi Joanna'));
    await expect.poll(() => toBuyer().length, { timeout: 15_000 }).toBe(1);
    const [mail] = toBuyer();
    expect(mail?.text).toContain('Mon 9 March, 14:00 ET, or Tue 10 March, 11:00 ET');
    expect(mail?.text).not.toContain('How large');
    await pane().getByText('It stands in the outbox.').waitFor({ timeout: 15_000 });
    expect(await page.evaluate('Object.keys(localStorage).join()')).not.toContain('baton.follow-up');
  });

  test('made no mistake on the way', () => {
    expect(mistakes).toEqual([]);
  });
});
