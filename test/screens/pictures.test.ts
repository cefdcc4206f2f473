import { mkdirSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../crash/free-port.js';
import { eventually, firstAdmin, type OpenBaton, openBaton } from '../doors/open-baton.js';
import type { Visitor } from '../doors/visitor.js';
import { openBrowser, openPage } from '../journeys/browser.js';

// The pictures of the documents are made from the real product: BATON_PICTURES=1 puts them where they are shown.
const FOLDER =
  process.env.BATON_PICTURES === '1'
    ? fileURLToPath(new URL('../../docs/pictures', import.meta.url))
    : mkdtempSync(join(tmpdir(), 'baton-pictures-'));

const COLLEAGUES = [
  ['Dana Whitlock', 'dana.whitlock@northbeam.example', 'Account executive'],
  ['Priya Raman', 'priya.raman@northbeam.example', 'Solutions'],
] as const;

const PARTNERS = [
  ['Cobalt Ridge', 'cobaltridge.example', 'Dana', 'Marcus'],
  ['Tallow & Pike', 'tallowpike.example', 'Marcus', 'Dana'],
  ['Telvane', 'telvane.example', 'Priya', 'Dana'],
] as const;

const PASSWORD = 'a long made-up password';

let baton: OpenBaton;
let admin: Visitor;
let browser: Browser;

beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  const port = await freePort();
  baton = await openBaton(
    { BATON_PORT: `${port}`, BATON_URL: `http://localhost:${port}` },
    '2026-03-05T21:43:00Z',
  );
  admin = await firstAdmin(baton);
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await baton?.close();
});

test('the pictures of the documents are made from the real product', async () => {
  await setUp();
  for (const mail of ['02', '05', '07', '13', '06', '17', '01']) {
    await admin.hand(readFileSync(new URL(`../mails/intros/${mail}.eml`, import.meta.url)));
  }
  const deal = await eventually(async () => {
    const { rows } = (await admin.get('/api/v1/deals')).body;
    return rows.length < 5 ? null : rows.find((each: { name: string }) => each.name === 'Harbor Mutual').deal;
  });
  baton.clock.at('2026-03-06T13:52:00Z');
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await admin.post('/api/v1/password', { password: PASSWORD });
  const signIn = { email: 'marcus.oyelaran@northbeam.example', password: PASSWORD };
  await context.request.post(`${baton.url}/api/v1/sign-in/password`, {
    data: signIn,
    headers: { origin: baton.url },
  });
  const { page, mistakes } = await openPage(context);
  for (const [name, path] of [
    ['today', '/'],
    ['handoff', `/deals/${deal}/handoff`],
  ] as const) {
    await page.goto(`${baton.url}${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('load');
    await page.evaluate('document.fonts.ready');
    await page.waitForTimeout(400);
    const file = join(FOLDER, `${name}.png`);
    await page.screenshot({ path: file });
    expect(statSync(file).size).toBeGreaterThan(20_000);
  }
  expect(mistakes).toEqual([]);
}, 60_000);

async function setUp(): Promise<void> {
  const say = async (path: string, body: unknown) => {
    const answer = await admin.post(`/api/v1/settings/${path}`, body);
    expect(answer.status, answer.text).toBe(200);
  };
  await say('company', { company: 'Northbeam' });
  await say('domains', { domain: 'northbeam.example' });
  const holidays = { country: 'US', region: 'NY' };
  await say('week', {
    days: [1, 2, 3, 4, 5],
    from: '08:30',
    to: '17:30',
    zone: 'America/New_York',
    holidays,
  });
  for (const [name, email, title] of COLLEAGUES) await say('people', { name, email, title });
  for (const [name, domain] of PARTNERS) await say('partners', { name, domains: [domain] });
  const { people, partners } = (await admin.get('/api/v1/settings')).body;
  const person = (first: string) => people.find((each: { name: string }) => each.name.startsWith(first)).id;
  for (const [name, , owner, backup] of PARTNERS) {
    const partner = partners.find((each: { name: string }) => each.name === name).id;
    await say('rules', { partner, owner: person(owner), backup: person(backup) });
  }
  await say('rules', { partner: null, owner: null });
}
