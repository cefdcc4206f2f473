import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, openDemo } from '#cli/demo.js';
import { isRefusal } from '#domain/refusal.js';
import { Visitor } from '../doors/visitor.js';
import { linesOf, lookAs, rings } from './visit.js';

const IN_TIME = 60_000;

let demo: Demo;
let other: Demo;
let took: number;
let dana: Visitor;

beforeAll(async () => {
  const began = performance.now();
  demo = await open();
  took = performance.now() - began;
  other = await open();
  dana = await lookAs(demo.url);
});

afterAll(async () => {
  await demo?.close();
  await other?.close();
});

async function open(options: Parameters<typeof openDemo>[0] = {}): Promise<Demo> {
  const opened = await openDemo({ port: '0', smtpPort: '0', ...options });
  if (isRefusal(opened)) throw new Error(opened.because);
  return opened;
}

async function moveOn(to: string) {
  return new Visitor(demo.url, { origin: demo.url }).post('/demo/move-on', { to });
}

async function strip() {
  return (await dana.get('/demo/strip')).body;
}

const TODAY = [
  'With nobody | Marlowe County Libraries | Quillon Data | nobody | 3 h 29 m',
  'With you | Pellworth Foods | Fenwick & Osei | Dana Whitlock | 2 h 22 m late',
  'With you | Sandpiper Air | Kilbride Networks | Dana Whitlock | 0 h 59 m',
  'With you | Harbor Mutual | Cobalt Ridge | Dana Whitlock | 7 h 51 m',
  'With you | Transports Giraudet | Atelier Vauban | Dana Whitlock | 8 h 38 m',
  'With you | Brightwater Schools | Birchline Networks | Dana Whitlock | asks',
  'With others | Klinik Sonnenrain | Steinbach Beratung | Priya Raman | 1 h 49 m',
  'With others | Tarn Valley Water | Larkspur Systems | Owen Castell | 5 h 14 m',
];

test('a demo stands within a minute, on Friday 6 March, 08:52 in New York', async () => {
  expect(took).toBeLessThan(IN_TIME);
  expect((await strip()).nowWords).toMatch(/^Fri 6 Mar, (08:5[2-9]|09:0\d) ET$/);
  expect((await dana.get('/api/v1/session')).body.nowWords).toMatch(/^Fri 6 Mar, (08:5[2-9]|09:0\d) ET$/);
});

test('Today shows something with nobody, something late, something with an hour left, some with others', async () => {
  const today = (await dana.get('/api/v1/today')).body;
  const minutes = /\d+ h \d+ m/g;
  const bare = (lines: readonly string[]) => lines.map((line) => line.replaceAll(minutes, 'a time'));
  expect(bare(linesOf(today))).toEqual(bare(TODAY));
  // The clock has run since the story's now; no more than the time that these tests have taken.
  const told = linesOf(today).map(inMinutes);
  for (const [place, left] of TODAY.map(inMinutes).entries()) {
    if (left === null) expect(told[place]).toBeNull();
    else expect(Math.abs((told[place] ?? 0) - left)).toBeLessThanOrEqual(15);
  }
  expect(today.title).toMatch(/^One intro has no owner, and it is due in 3 h [12]\d m\.$/);
  expect(today.lead).toBe('You hold five batons. Five are with others.');
});

function inMinutes(line: string): number | null {
  const [, hours, minutes, late] = /(\d+) h (\d+) m( late)?$/.exec(line) ?? [];
  return hours === undefined ? null : (late ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

test('Intake holds the intros, what answers one, and what is none, each with its reason', async () => {
  const { rows } = (await dana.get('/api/v1/intake')).body as {
    rows: { subject: string; verdict: string; group: string; how: string }[];
  };
  const verdicts = new Map(rows.map((row) => [row.subject, row.verdict]));
  expect(rows).toHaveLength(19);
  expect(rows.filter((row) => row.verdict === 'Intro')).toHaveLength(12);
  expect(verdicts.get('Re: Tarn Valley Water, 212 stations')).toContain('kept with deal');
  expect(verdicts.get('Undelivered Mail Returned to Sender')).toBe('Bounce');
  expect(verdicts.get('Automatic reply: March partner call')).toBe('Out of office');
  expect(verdicts.get('Dana, 30 more meetings a month?')).toBe('Cold pitch');
  expect(rows.find((row) => row.subject.startsWith('Channel reading'))?.verdict).toBe('Newsletter');
  expect(rows.find((row) => row.subject.includes('bank details'))).toMatchObject({
    group: 'needs-you',
    verdict: 'Held',
  });
  expect(rows.find((row) => row.subject.startsWith('Intro: Joanna'))?.how).toContain('kept once');
});

test('the brief of Harbor Mutual answers all six questions from the mail', async () => {
  const { rows } = (await dana.get('/api/v1/deals')).body as { rows: { deal: string; name: string }[] };
  const deal = rows.find((row) => row.name === 'Harbor Mutual')?.deal;
  const page = (await dana.get(`/api/v1/deals/${deal}/handoff`)).body;
  expect(page).toMatchObject({ summary: '6 of 6 answered', state: 'taken', motion: 'co-sell' });
  expect(page.baton.sentence).toMatch(/^Dana has the baton: send Joanna two or three times/);
});

test('one deal went on: its first action was mailed ten seconds after the key, and the buyer has the baton', async () => {
  const { rows } = (await dana.get('/api/v1/deals')).body as { rows: { deal: string; name: string }[] };
  const deal = rows.find((row) => row.name === 'Dunmore Freight')?.deal;
  const page = (await dana.get(`/api/v1/deals/${deal}`)).body;
  const wrote = page.entries.find(({ sentence }: { sentence: string }) => sentence.includes('wrote to Lena'));
  expect(wrote.at).toBe('2026-03-02T15:20:10.000Z');
  expect(page.baton.what).toBe('pick one of the two times');
  expect(page.baton.holder).toMatchObject({ name: 'Lena Whitcombe', side: 'buyer' });
});

test('two demos at once have ports of their own and tell the same Today', async () => {
  expect(other.url).not.toBe(demo.url);
  const [one, two] = await Promise.all(
    [dana, await lookAs(other.url)].map(async (visitor) => (await visitor.get('/api/v1/today')).body),
  );
  const told = (today: typeof one) => linesOf(today).map((line: string) => line.replace(/ \| [^|]+$/, ''));
  expect(told(two)).toEqual(told(one));
  expect(await rings(await lookAs(other.url))).toEqual(await rings(dana));
});

test('what was due before the story begins rang on its way in, each at its own time', async () => {
  expect(await rings(dana)).toEqual([
    'Tue 14:42 Gilden Bakeries, half',
    'Thu 11:00 Pellworth Foods, half',
    'Thu 14:20 Sandpiper Air, half',
    'Thu 14:30 Pellworth Foods, an hour left',
    'Thu 15:10 Klinik Sonnenrain, half',
    'Thu 15:30 Pellworth Foods, late',
    'Thu 16:50 Marlowe County Libraries, half',
    'Fri 08:50 Sandpiper Air, an hour left',
  ]);
});

test('a name on the strip signs in as that person, and as nobody whom the story does not have', async () => {
  const looks = (await strip()).looks as { who: string; isYou: boolean; page: string | null }[];
  expect(looks.map(({ who, isYou }) => [who, isYou])).toEqual([
    ['dana', true],
    ['marcus', false],
    ['theo', false],
  ]);
  const theos = await new Visitor(demo.url).get(looks.find(({ who }) => who === 'theo')?.page ?? '');
  expect(theos.status).toBe(200);
  expect(theos.text).toContain('Theo, Dana has the baton.');
  const marcus = await lookAs(demo.url, 'marcus');
  expect((await marcus.get('/api/v1/session')).body).toMatchObject({
    role: 'admin',
    title: 'Partner manager',
  });
  expect((await dana.get('/api/v1/session')).body.person.name).toBe('Dana Whitlock');
  const stranger = new Visitor(demo.url, { origin: demo.url });
  expect((await stranger.post('/demo/look-as', { who: 'theo' })).status).toBe(404);
  expect((await stranger.post('/demo/look-as', { who: 'root' })).status).toBe(404);
});

test('a page of another site can neither sign anybody in nor move the clock', async () => {
  const foreign = new Visitor(demo.url, { origin: 'https://elsewhere.example' });
  const before = (await strip()).now;
  for (const [path, said] of [
    ['/demo/look-as', { who: 'dana' }],
    ['/demo/move-on', { to: 'tomorrow-09:00' }],
    ['/demo/reply', { mail: '1', words: 'Yes.' }],
  ] as const) {
    const answer = await foreign.post(path, said);
    expect(answer.status, path).toBe(403);
    expect(answer.headers.getSetCookie()).toEqual([]);
  }
  expect(Date.parse((await strip()).now) - Date.parse(before)).toBeLessThan(30_000);
});

test('moving on to the next that is due stops there and rings it', async () => {
  expect((await strip()).moves.map(({ words }: { words: string }) => words)).toEqual([
    'One hour',
    'Next due, 09:35',
    'Tomorrow, 09:00',
  ]);
  const moved = await moveOn('next-due');
  expect(moved.status, moved.text).toBe(200);
  expect(moved.body.said).toBe('It is Fri 6 Mar, 09:35 ET in the story. One thing was due on the way.');
  expect((await rings(dana)).slice(8)).toEqual(['Fri 09:35 Tarn Valley Water, half']);
});

test('moving on to tomorrow rings everything on the way, one after the other, at its own minute', async () => {
  // Two moves at once are two moves: the second begins where the first one ended.
  const [hour, tomorrow] = await Promise.all([moveOn('1h'), moveOn('tomorrow-09:00')]);
  expect(hour.body.said).toBe(
    'It is Fri 6 Mar, 10:35 ET in the story. 2 things were due on the way, one by one.',
  );
  expect(tomorrow.body.said).toMatch(/^It is Sat 7 Mar, 09:00 ET in the story\. 1\d things/);
  expect((await rings(dana)).slice(9)).toEqual([
    'Fri 09:40 Klinik Sonnenrain, an hour left',
    'Fri 09:50 Sandpiper Air, late',
    'Fri 10:40 Klinik Sonnenrain, late',
    'Fri 11:20 Marlowe County Libraries, an hour left',
    'Fri 12:12 Harbor Mutual, half',
    'Fri 12:20 Marlowe County Libraries, late',
    'Fri 13:00 Copperfield Credit Union, half',
    'Fri 13:00 Transports Giraudet, half',
    'Fri 13:05 Tarn Valley Water, an hour left',
    'Fri 14:05 Tarn Valley Water, late',
    'Fri 15:42 Harbor Mutual, an hour left',
    'Fri 16:30 Copperfield Credit Union, an hour left',
    'Fri 16:30 Transports Giraudet, an hour left',
    'Fri 16:42 Harbor Mutual, late',
    'Fri 17:30 Copperfield Credit Union, late',
    'Fri 17:30 Transports Giraudet, late',
  ]);
});

test('no entry of any chain is older than the one before it', async () => {
  const { rows } = (await dana.get('/api/v1/deals')).body as { rows: { deal: string }[] };
  for (const { deal } of rows) {
    const { entries } = (await dana.get(`/api/v1/deals/${deal}`)).body as {
      entries: { chain: string; number: number; at: string }[];
    };
    for (const chain of ['record', 'notebook']) {
      const times = entries
        .filter((entry) => entry.chain === chain)
        .sort((one, another) => one.number - another.number)
        .map((entry) => Date.parse(entry.at));
      expect(times).toEqual([...times].sort((one, another) => one - another));
    }
  }
});

test('each chain is signed up to its last entry, though the clock left it behind at once', async () => {
  const { rows } = (await dana.get('/api/v1/deals')).body as { rows: { deal: string }[] };
  for (const { deal } of rows) {
    const { entries, recordWords } = (await dana.get(`/api/v1/deals/${deal}`)).body;
    const last = entries.findLast((entry: { chain: string }) => entry.chain === 'notebook');
    const minute = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'America/New_York' });
    expect(recordWords).toContain(`last signed ${minute.format(new Date(last.at))} ET`);
  }
});

test('once nothing is due any more, there is nowhere to move on to, and the strip says so', async () => {
  const { moves } = await strip();
  expect(moves[1]).toEqual({ to: 'next-due', words: 'Next due', whyNot: 'Nothing is due any more.' });
  expect((await moveOn('next-due')).body).toMatchObject({ code: 'demo.nothing-due', status: 409 });
  expect((await moveOn('yesterday')).status).toBe(400);
});

test('a port that was asked for and is taken is refused in a sentence, and nothing is left behind', async () => {
  const taken = createServer();
  const port = await new Promise<number>((ready) =>
    taken.listen(0, '127.0.0.1', () => ready((taken.address() as { port: number }).port)),
  );
  const homes = () => readdirSync(tmpdir()).filter((name) => name.startsWith('baton-demo-'));
  const before = homes();
  await expect(open({ port: String(port) })).rejects.toThrow(/^Port \d+ cannot be used/);
  expect(homes()).toEqual(before);
  await new Promise((closed) => taken.close(closed));
});
