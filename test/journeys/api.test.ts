import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { colleague, eventually, firstAdmin, type OpenBaton, openBaton } from '../doors/open-baton.js';
import { INTRO_01, known, plainMail, setUp } from '../doors/story-mail.js';
import type { Visitor } from '../doors/visitor.js';

const RANG = /^(Half of the time|One hour of working time|The time to the first action has run out)/;

// Theo's intro of Thursday, 5 March 2026, 16:42:18 in New York, from its arrival to a clock that breaks. One test
// after the other, on an embedded database in a folder of its own.
let baton: OpenBaton;
let marcus: Visitor;
let dana: Visitor;
let arrival: string;
let deal: string;

beforeAll(async () => {
  baton = await openBaton({ DATABASE_URL: '' }, '2026-03-05T21:44:00Z');
});

afterAll(() => baton?.close());

function send(mail: Buffer, from: string): Promise<unknown> {
  const post = createTransport({ host: '127.0.0.1', port: baton.smtp, secure: false, ignoreTLS: true });
  return post.sendMail({ envelope: { from, to: ['intro@localhost'] }, raw: mail });
}

async function handoff() {
  return (await marcus.get(`/api/v1/deals/${deal}/handoff`)).body;
}

type Entry = { chain: string; number: number; sentence: string; seal: string; who: string };

async function entries(): Promise<Entry[]> {
  return (await marcus.get(`/api/v1/deals/${deal}`)).body.entries;
}

test('a mail that comes before anybody has signed in is taken, kept and read', async () => {
  await send(INTRO_01, 'theo.lindqvist@cobaltridge.example');
  marcus = await firstAdmin(baton);
  const row = await eventually(async () => {
    const { rows } = (await marcus.get('/api/v1/intake')).body;
    return rows[0]?.verdict === 'Being read' ? null : rows[0];
  });
  arrival = row.arrival;
  expect(row).toMatchObject({ how: 'To intro@localhost, by mail', senderWords: 'sender not checked' });
  const source = await marcus.get(`/api/v1/arrivals/${arrival}/source`);
  expect(source.text).toBe(INTRO_01.toString('utf8'));
});

test('after the set-up it is read again: it is an intro, with sides, and its partner is known', async () => {
  await setUp(marcus);
  dana = await colleague(baton, marcus, 'Ines Moreau', 'ines.moreau@northbeam.example');
  const page = await eventually(async () => {
    const { body } = await marcus.get(`/api/v1/arrivals/${arrival}`);
    if (body.row.deal === null) return null;
    deal = body.row.deal;
    const shown = await handoff();
    return shown.partnerKnown && shown.name === 'Harbor Mutual' ? shown : null;
  });
  expect(page.partnerName).toBe('Cobalt Ridge');
  expect(page.motion).toBe('co-sell');
  const { people } = (await marcus.get(`/api/v1/deals/${deal}`)).body as {
    people: { side: string; people: { email: string | null }[] }[];
  };
  const on = (side: string) =>
    people.filter((each) => each.side === side).flatMap((each) => each.people.map(({ email }) => email));
  expect(on('host')).toEqual(
    expect.arrayContaining(['dana.whitlock@northbeam.example', 'marcus.oyelaran@northbeam.example']),
  );
  expect(on('partner')).toEqual(
    expect.arrayContaining(['theo.lindqvist@cobaltridge.example', 'renata.alves@cobaltridge.example']),
  );
  expect(on('buyer')).toEqual(
    expect.arrayContaining(['jpruitt@harbormutual.example', 'wtanaka@harbormutual.example']),
  );
});

test('every answer of the brief is an exact quote of the mail, at its place', async () => {
  const { brief, mail } = await handoff();
  expect(brief).toHaveLength(6);
  const quotes = brief.flatMap(
    (each: { quotes: { quote: string; start: number; end: number }[] }) => each.quotes,
  );
  expect(quotes.length).toBeGreaterThan(6);
  for (const { quote, start, end } of quotes) expect(mail.text.slice(start, end)).toBe(quote);
  expect(JSON.stringify(brief)).toContain('$200K a year');
});

test('a rule for the partner names owner, backup and role, for the intro that waits too', async () => {
  const who = await known(marcus);
  const rule = {
    owner: who.person('dana.whitlock'),
    backup: who.person('marcus.oyelaran'),
    role: 'co-seller',
  };
  const set = await marcus.post('/api/v1/settings/rules', { partner: who.partner, ...rule });
  expect(set.status, set.text).toBe(200);
  const page = await eventually(async () => {
    const shown = await handoff();
    return shown.owner?.name === 'Dana Whitlock' ? shown : null;
  });
  expect(page.ownerWhy).toContain('Cobalt Ridge');
  expect(page.backup.name).toBe('Marcus Oyelaran');
  expect(page.roles[0]).toMatchObject({ person: { name: 'Theo Lindqvist' }, role: 'co-seller' });
});

test('on Friday at 08:52 in New York seven hours and fifty minutes are left of nine', async () => {
  baton.clock.at('2026-03-06T13:52:00Z');
  const { clock } = (await handoff()).baton;
  expect(clock).toMatchObject({
    state: 'running',
    startedAt: '2026-03-05T21:42:18Z',
    dueAt: '2026-03-06T21:42:18Z',
    allowedMinutes: 540,
    open: true,
    changesAt: '2026-03-06T22:30:00Z',
    zone: 'America/New_York',
  });
  expect(Math.floor(clock.leftMinutes)).toBe(7 * 60 + 50);
  const today = (await marcus.get('/api/v1/today?who=everyone')).body;
  const rows = today.groups.flatMap((group: { rows: { deal: string }[] }) => group.rows);
  expect(rows.map((row: { deal: string }) => row.deal)).toEqual([deal]);
});

test('taking it opens the record with the partner: what was taken, the words, the owner, the role, the step', async () => {
  const taken = await marcus.post(`/api/v1/deals/${deal}/take`);
  expect(taken.body.said).toBe('Harbor Mutual is taken.');
  const record = (await entries()).filter((each) => each.chain === 'record');
  expect(record.map((each) => each.number)).toEqual(record.map((_each, place) => place + 1));
  expect(record.length).toBeGreaterThanOrEqual(5);
  const page = await handoff();
  expect(page).toMatchObject({ state: 'taken', owner: { name: 'Dana Whitlock' } });
  expect(page.baton.holder.name).toBe('Dana Whitlock');
});

test("the buyer's reply joins the deal and is no second intro", async () => {
  const id = /^Message-ID: (.*)$/m.exec(INTRO_01.toString('utf8'))?.[1]?.trim() ?? '';
  const head = {
    From: 'Joanna Pruitt <jpruitt@harbormutual.example>',
    To: 'Theo Lindqvist <theo.lindqvist@cobaltridge.example>, intro@localhost',
    Subject: 'Re: Intro: Joanna Pruitt (Harbor Mutual) <> Dana Whitlock (Northbeam)',
    Date: 'Fri, 6 Mar 2026 08:50:00 -0500',
    'Message-ID': '<reply-1@harbormutual.example>',
    'In-Reply-To': id,
  };
  await send(
    plainMail(head, 'Thanks Theo. Dana, Tuesday or Wednesday morning works for me.'),
    'jpruitt@harbormutual.example',
  );
  const row = await eventually(async () => {
    const { rows } = (await marcus.get('/api/v1/intake')).body as {
      rows: { subject: string; deal: string }[];
    };
    return rows.find((each) => each.subject.startsWith('Re: ') && each.deal !== null);
  });
  expect(row.deal).toBe(deal);
  expect((await marcus.get('/api/v1/deals')).body.rows).toHaveLength(1);
});

test.each([
  ['at half of its time', '2026-03-06T17:12:19Z', 'warned', 1],
  ['an hour before it is due', '2026-03-06T20:42:19Z', 'warned', 2],
  ['when it breaks', '2026-03-06T21:42:19Z', 'broken', 3],
])('the clock rings once %s', async (_when, instant, state, times) => {
  baton.clock.at(instant);
  await eventually(async () => ((await rings()) >= times ? true : null));
  // The worker looks each second: what rang must not ring at the next look.
  baton.clock.at(new Date(Date.parse(instant) + 60_000).toISOString());
  await new Promise((beat) => setTimeout(beat, 1_300));
  expect(await rings()).toBe(times);
  expect((await handoff()).baton.clock.state).toBe(state);
});

test('after a stop and a start on the same folder everything stands, and sessions go on', async () => {
  const before = { entries: await entries(), brief: (await handoff()).brief };
  await baton.restart();
  expect(await entries()).toEqual(before.entries);
  expect((await handoff()).brief).toEqual(before.brief);
  expect((await dana.get('/api/v1/session')).body.person.name).toBe('Ines Moreau');
  const source = await marcus.get(`/api/v1/arrivals/${arrival}/source`);
  expect(source.text).toBe(INTRO_01.toString('utf8'));
  await new Promise((beat) => setTimeout(beat, 1_300));
  expect(await rings()).toBe(3);
});

async function rings(): Promise<number> {
  return (await entries()).filter((each) => RANG.test(each.sentence)).length;
}
