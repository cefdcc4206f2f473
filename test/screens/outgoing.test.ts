import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenBaton, openBaton } from '../doors/open-baton.js';
import { expectNoSeriousFinding, openBrowser, openPage, reach } from '../journeys/browser.js';
import { openReceiver } from '../outgoing/receiver.js';
import { beFirst } from './scene.js';

const PASSWORD = 'three small boats';

let server: Awaited<ReturnType<typeof openReceiver>>;
let baton: OpenBaton;
let browser: Browser;
let page: Page;
let mistakes: readonly string[];
/** Called when the server is to take its time; it answers once this is called. */
let goOn: () => void = () => undefined;

beforeAll(async () => {
  server = await openReceiver({
    disabledCommands: [],
    authOptional: false,
    onAuth: ({ username, password }, _session, done) => {
      if (password === PASSWORD) done(null, { user: username });
      else done(new Error('authentication failed'));
    },
    onMailFrom: (_address, _session, done) => {
      goOn = () => done();
    },
  });
  baton = await openBaton();
  browser = await openBrowser();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  ({ page, mistakes } = await openPage(context));
  await beFirst(page, baton);
});

afterAll(async () => {
  await browser?.close();
  await baton?.close();
  await server?.close();
});

const step = (words: string | RegExp) => page.getByRole('listitem').filter({ hasText: words });

test('the outgoing server is set by keyboard alone, and a refusal keeps what was typed', async () => {
  await page.goto(`${baton.url}/settings/mail`);
  await reach(page, 'textbox', 'Server');
  await page.keyboard.type('smtp.northbeam.example');
  await reach(page, 'textbox', 'Port');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(String(server.port));
  await reach(page, 'button', 'None');
  await page.keyboard.press('Enter');
  await page.getByLabel('User').fill('baton@northbeam.example');
  await page.getByLabel('Password').fill('wrong');
  await expectNoSeriousFinding(page, 'outgoing, typed');
  await page.keyboard.press('Enter');
  await page.getByText('A password is not sent without encryption.').waitFor();
  expect(await page.getByLabel('Password').inputValue()).toBe('wrong');
  await page.getByRole('button', { name: 'STARTTLS' }).click();
  await page.getByLabel('Server', { exact: true }).fill('localhost');
  await page.getByLabel('Port').fill(String(server.port));
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByText('kept since').waitFor();
  expect(await page.content()).not.toContain('wrong');
});

test('a try that fails says at which step, and what nobody did after it', async () => {
  await reach(page, 'button', 'Try it on my own address');
  await page.keyboard.press('Enter');
  await step('did not let baton@northbeam.example sign in').waitFor();
  await step('Nothing was sent').waitFor();
  await page.getByRole('heading', { name: 'The last try to send mail failed.' }).waitFor();
  await expectNoSeriousFinding(page, 'outgoing, failed');
});

test('while it runs each step shows as it ends; then the page asks what only a person can say', async () => {
  await page.getByRole('button', { name: 'Replace the password' }).click();
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByText('kept since').waitFor();
  await page.getByRole('button', { name: 'Try it on my own address' }).click();
  await step('Signed in as baton@northbeam.example').waitFor();
  await step('Handing the mail over…').waitFor();
  expect(await page.getByRole('button', { name: 'Try it on my own address' }).isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: 'It arrived' }).count()).toBe(0);
  goOn();
  await page.getByText('The server took it. Whether it arrived, only you can say.').first().waitFor();
  await page.getByRole('button', { name: 'It arrived' }).waitFor();
  await expectNoSeriousFinding(page, 'outgoing, taken');
  await page.emulateMedia({ colorScheme: 'dark' });
  // Loaded anew, so that no colour is on its way from light to dark.
  await page.reload();
  await page.getByRole('button', { name: 'It arrived' }).waitFor();
  await expectNoSeriousFinding(page, 'outgoing, taken, dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.reload();
  await page.getByRole('button', { name: 'It did not' }).click();
  await page.getByText('It did not arrive at marcus.oyelaran@northbeam.example').waitFor();
  await page.getByRole('button', { name: 'It arrived after all' }).click();
  await page.getByRole('heading', { name: 'Mail comes in and goes out.' }).waitFor();
});

test('on a phone nothing is wider than the screen', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  const wide = await page.evaluate('document.documentElement.scrollWidth');
  expect(wide).toBeLessThanOrEqual(390);
  await expectNoSeriousFinding(page, 'outgoing, phone');
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('a colleague who is added sees their row say where the invitation is, and the link is there to copy', async () => {
  await page.goto(`${baton.url}/settings`);
  await page.getByRole('button', { name: 'Add a person' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill('Dana Whitlock');
  await dialog.getByLabel('Mail address').fill('dana.whitlock@northbeam.example');
  await dialog.getByRole('button', { name: /Add them/ }).click();
  const row = page.getByRole('row').filter({ hasText: 'Dana Whitlock' });
  await row.getByText('An invitation is on its way to dana.whitlock@northbeam.example.').waitFor();
  await row.getByRole('button', { name: /Copy/ }).waitFor();
  baton.clock.at(new Date(Date.parse(baton.clock.now()) + 11_000).toISOString());
  const taken = () => {
    goOn();
    return server.mails.length;
  };
  await expect.poll(taken, { timeout: 15_000 }).toBe(2);
  await row.getByText(/^Mailed to dana\.whitlock@northbeam\.example at \d\d:\d\d UTC\.$/).waitFor();
  await row.getByRole('button', { name: 'Mail it again to Dana Whitlock' }).waitFor();
  await expectNoSeriousFinding(page, 'people');
});

test('nothing on the way was an error of the page', () => {
  expect(mistakes).toEqual([]);
});
