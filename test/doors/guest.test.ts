import { afterAll, beforeAll, expect, test } from 'vitest';
import { colleague, eventually, firstAdmin, type OpenBaton, openBaton } from './open-baton.js';
import { INTRO_01, known, setUp } from './story-mail.js';
import type { Visitor } from './visitor.js';

let baton: OpenBaton;
let marcus: Visitor;
let deal: string;
const THEO = 'theo.lindqvist@cobaltridge.example';

beforeAll(async () => {
  baton = await openBaton();
  marcus = await firstAdmin(baton);
  await setUp(marcus);
  await colleague(baton, marcus, 'Ines Moreau', 'ines.moreau@northbeam.example');
  const who = await known(marcus);
  const rule = { partner: who.partner, owner: who.person('dana.whitlock'), backup: null, role: 'co-seller' };
  expect((await marcus.post('/api/v1/settings/rules', rule)).status).toBe(200);
  const arrival = await marcus.hand(INTRO_01);
  deal = await eventually(async () => (await marcus.get(`/api/v1/arrivals/${arrival}`)).body.row.deal);
  expect((await marcus.post(`/api/v1/deals/${deal}/take`)).status).toBe(200);
});

afterAll(() => baton?.close());

async function link(email = THEO): Promise<string> {
  const made = await marcus.post(`/api/v1/deals/${deal}/links`, { email });
  expect(made.status, made.text).toBe(200);
  return new URL(made.body.url).pathname;
}

async function lengths(): Promise<number> {
  return (await marcus.get(`/api/v1/deals/${deal}`)).body.entries.length;
}

test('a signed link shows who has the baton, with no login and no script', async () => {
  const seen = await baton.stranger.get(await link());
  expect(seen.status).toBe(200);
  expect(seen.text).toContain('Theo, Dana has the baton.');
  expect(seen.text).toContain('co-seller on the calls');
  expect(seen.text).not.toContain('<script');
});

test('a scanner that opens every link changes nothing', async () => {
  const path = await link();
  const before = await lengths();
  for (let times = 0; times < 5; times += 1) {
    await baton.stranger.get(path);
    for (const button of ['role/taken', 'role/declined', 'not-me'])
      await baton.stranger.get(`${path}/${button}`);
  }
  expect(await lengths()).toBe(before);
});

test('what the host keeps to itself shows in no guest’s page', async () => {
  const path = await link();
  const before = (await baton.stranger.get(path)).text;
  const who = await known(marcus);
  await marcus.post(`/api/v1/deals/${deal}/backup`, { backup: who.person('marcus.oyelaran') });
  const note = {
    question: 'stakes',
    about: 'money',
    answer: { by: 'note', note: 'The ceiling is a secret.' },
  };
  expect((await marcus.post(`/api/v1/deals/${deal}/correct`, note)).status).toBe(200);
  expect((await baton.stranger.get(path)).text).toBe(before);
});

test('a role that was offered is taken by one click, and the record says so', async () => {
  const path = await link();
  expect((await baton.stranger.post(`${path}/role/taken`)).text).toContain('Yours: co-seller on the calls.');
  expect((await baton.stranger.get(path)).text).toContain('You took it.');
  const { entries } = (await marcus.get(`/api/v1/deals/${deal}`)).body;
  const said = entries.find(
    (each: { sentence: string }) => each.sentence === 'Theo Lindqvist took the role.',
  );
  expect(said).toMatchObject({ who: 'Theo Lindqvist', side: 'partner', hostOnly: false });
});

test('an ended, a replaced, a refused and an unknown link look the same', async () => {
  const replaced = await link();
  const refused = await link();
  const other = (await baton.stranger.get(replaced)).text;
  expect((await baton.stranger.post(`${refused}/not-me`)).text).toContain('This link has ended.');
  const ended = await link();
  baton.clock.at(new Date(Date.parse(baton.clock.now()) + 15 * 86_400_000).toISOString());
  for (const path of [refused, ended, `/g/${'x'.repeat(43)}`]) {
    const seen = await baton.stranger.get(path);
    expect([seen.status, seen.text], path).toEqual([404, other]);
  }
});

test('only the partner’s people get a link', async () => {
  const made = await marcus.post(`/api/v1/deals/${deal}/links`, { email: 'jpruitt@harbormutual.example' });
  expect(made.body).toMatchObject({ code: 'guest.not-a-partner' });
});
