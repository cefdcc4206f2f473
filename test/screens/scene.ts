import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { eventually, type OpenBaton } from '../doors/open-baton.js';

const INTRO = readFileSync(new URL('../mails/intros/01.eml', import.meta.url));

const NEWSLETTER = `From: Partner News <news@loomstack.example>
To: intro@localhost
Date: Thu, 5 Mar 2026 09:00:00 -0500
Message-ID: <news-1@loomstack.example>
Subject: Partner Pulse: three new faces
List-Unsubscribe: <https://loomstack.example/u>
List-Id: <pulse.loomstack.example>

Hello partners, here is what is new this month. Unsubscribe at any time.
`;

const WEEK = {
  days: [1, 2, 3, 4, 5],
  from: '08:30',
  to: '17:30',
  zone: 'America/New_York',
  holidays: { country: 'US', region: null },
};

/** Somebody opens the first admin's link and presses its button. */
export async function beFirst(page: Page, baton: OpenBaton): Promise<void> {
  await page.goto(baton.firstAdminLink);
  await page.getByLabel('Your name').fill('Marcus Oyelaran');
  await page.getByLabel('Mail address').fill('marcus.oyelaran@northbeam.example');
  await page.getByRole('button', { name: /Start as admin/ }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForURL(/set-up/);
}

/** Northbeam with a colleague and a partner, an intro and a newsletter. Answers the deal and its arrival. */
export async function fillIn(
  context: BrowserContext,
  baton: OpenBaton,
): Promise<{ deal: string; arrival: string }> {
  const post = async (path: string, body: object | Uint8Array | string, type = 'application/json') => {
    const data = type === 'application/json' ? JSON.stringify(body) : Buffer.from(body as Uint8Array);
    const headers = { origin: baton.url, 'content-type': type };
    const answer = await context.request.post(`${baton.url}/api/v1/${path}`, { data, headers });
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
    return answer.json();
  };
  await post('settings/company', { company: 'Northbeam' });
  await post('settings/domains', { domain: 'northbeam.example' });
  await post('settings/week', WEEK);
  await post('settings/people', { name: 'Dana Whitlock', email: 'dana.whitlock@northbeam.example' });
  await post('settings/partners', { name: 'Cobalt Ridge', domains: ['cobaltridge.example'] });
  await post('arrivals', NEWSLETTER, 'message/rfc822');
  const kept = await post('arrivals', INTRO, 'message/rfc822');
  const arrival: string = kept.kept[0].kept.arrival;
  const deal = await eventually(async () => {
    const page = await context.request.get(`${baton.url}/api/v1/arrivals/${arrival}`);
    return ((await page.json()).row?.deal as string | null) ?? null;
  });
  return { deal, arrival };
}
