import { createTransport } from 'nodemailer';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, openDemo } from '#cli/demo.js';
import { isRefusal } from '#domain/refusal.js';
import { type OpenBaton, openBaton } from '../doors/open-baton.js';
import { expectNoSeriousFinding, openBrowser, openPage, reach } from '../journeys/browser.js';

const LINE = 'Demo. A made-up story on its own clock. No mail leaves this machine.';

let demo: Demo;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let mistakes: readonly string[];

beforeAll(async () => {
  const opened = await openDemo({ port: '0', smtpPort: '0' });
  if (isRefusal(opened)) throw new Error(opened.because);
  demo = opened;
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  ({ page, mistakes } = await openPage(context));
});

afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

function strip() {
  return page.getByRole('region', { name: 'The demo' });
}

test('whoever opens the address chooses as whom to look, by the keyboard alone', async () => {
  await page.goto(demo.url);
  await expect.poll(() => strip().textContent()).toContain(LINE);
  await reach(page, 'button', 'Dana', strip());
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /has no owner/ }).waitFor();
  expect(await strip().getByRole('button', { name: 'Dana' }).getAttribute('aria-pressed')).toBe('true');
  await expectNoSeriousFinding(page, 'Today of the demo');
});

test('every page says that it is the demo', async () => {
  for (const path of ['/intake', '/deals', '/settings', '/settings/mail', '/demo/mailbox', '/nowhere']) {
    await page.goto(demo.url + path);
    await expect.poll(() => strip().textContent(), { message: path }).toContain(LINE);
  }
});

test('Theo’s own page opens beside, without signing in', async () => {
  await page.goto(demo.url);
  const [theos] = await Promise.all([
    context.waitForEvent('page'),
    strip().getByRole('link', { name: 'Theo' }).click(),
  ]);
  await theos.getByText('Theo, Dana has the baton.').waitFor();
  await theos.close();
});

test('a key of the strip moves the clock, and every time on the page with it', async () => {
  const clock = page.getByText('Fri 6 Mar, 08:5', { exact: false }).first();
  await clock.waitFor();
  await strip().getByRole('button', { name: 'Next due, 09:35' }).click();
  await page.getByText('It is Fri 6 Mar, 09:35 ET in the story.', { exact: false }).first().waitFor();
  await page.getByRole('heading', { level: 1, name: /due in 2 h 4\d m/ }).waitFor();
  await page.getByRole('navigation', { name: 'Main' }).getByText('Fri 6 Mar, 09:35 ET').waitFor();
  await strip().getByRole('button', { name: 'Next due, 09:40' }).waitFor();
});

test('a mail that would have gone out is read in the mailbox, and its link opens here', async () => {
  const asked = await context.request.post(`${demo.url}/api/v1/sign-in/link`, {
    data: { email: 'priya.raman@northbeam.example' },
    headers: { origin: demo.url },
  });
  expect(asked.ok()).toBe(true);
  await strip()
    .getByRole('link', { name: /Open the demo mailbox/ })
    .click();
  await page.getByText('would have received. Nobody did.', { exact: false }).waitFor();
  const mail = page.getByRole('region', { name: 'The mail' });
  await mail.getByText('Would have gone').waitFor();
  await mail.getByText('Priya Raman').waitFor();
  await expectNoSeriousFinding(page, 'the demo mailbox');
  await mail.getByRole('button', { name: 'Source' }).click();
  await mail.getByText('Subject: Your sign-in link').waitFor();
  await mail.getByRole('button', { name: 'Plain text' }).click();
  await mail.getByRole('link', { name: /sign-in\/link/ }).click();
  await page.waitForURL(/\/sign-in\/link\//);
  expect(mistakes).toEqual([]);
});

test('whoever reads a mail outside is answered for with a key, and the answer lands in Intake', async () => {
  const post = createTransport({ host: '127.0.0.1', port: demo.mailbox.port, ignoreTLS: true });
  await post.sendMail({
    from: 'Dana Whitlock <dana.whitlock@northbeam.example>',
    to: 'Theo Lindqvist <theo.lindqvist@cobaltridge.example>',
    subject: 'Two times for Joanna',
    text: 'Theo, Tuesday at ten or Wednesday at two?',
  });
  post.close();
  await page.goto(`${demo.url}/demo/mailbox`);
  await page.getByRole('heading', { name: 'Two times for Joanna' }).waitFor();
  await page.keyboard.press('r');
  await page.getByLabel('Theo Lindqvist writes').fill('Tuesday at ten, please.');
  await expectNoSeriousFinding(page, 'a reply in the demo mailbox');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/\/intake/);
  await page.getByText('Re: Two times for Joanna').first().waitFor();
  expect(mistakes).toEqual([]);
});

test('a plain start draws no strip and has no mailbox', async () => {
  const baton: OpenBaton = await openBaton();
  try {
    const plain = await (await browser.newContext()).newPage();
    const asked: string[] = [];
    plain.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await plain.goto(`${baton.url}/sign-in`);
    await plain.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await plain.getByRole('region', { name: 'The demo' }).count()).toBe(0);
    expect(asked.filter((path) => path.includes('demo'))).toEqual([]);
    await plain.goto(`${baton.url}/demo/mailbox`);
    await plain.getByRole('heading', { name: 'There is nothing here.' }).waitFor();
  } finally {
    await baton.close();
  }
});
