import { afterAll, beforeAll, expect, test } from 'vitest';
import { colleague, eventually, firstAdmin, type OpenBaton, openBaton } from './open-baton.js';
import { INTRO_01, known, setUp } from './story-mail.js';
import { Visitor } from './visitor.js';

let baton: OpenBaton;
let marcus: Visitor;
let dana: Visitor;
let who: Awaited<ReturnType<typeof known>>;
let count = 0;

beforeAll(async () => {
  baton = await openBaton();
  marcus = await firstAdmin(baton);
  await setUp(marcus);
  dana = await colleague(baton, marcus, 'Ines Moreau', 'ines.moreau@northbeam.example');
  who = await known(marcus);
  const rule = {
    partner: who.partner,
    owner: who.person('dana.whitlock'),
    backup: who.person('marcus.oyelaran'),
  };
  expect((await marcus.post('/api/v1/settings/rules', { ...rule, role: 'co-seller' })).status).toBe(200);
});

afterAll(() => baton?.close());

/** A deal of its own: the intro once more, under another Message-ID. */
async function opened(): Promise<string> {
  count += 1;
  const mail = INTRO_01.toString('latin1')
    .replace('CAKt9xQm3vLr8nW0dH2pYb7sJf4uTzE', `deal-${count}`)
    .replace(/^References: .*\r?\n/m, '');
  const arrival = await marcus.hand(Buffer.from(mail, 'latin1'));
  return eventually(async () => (await marcus.get(`/api/v1/arrivals/${arrival}`)).body.row.deal);
}

async function handoff(deal: string) {
  return (await marcus.get(`/api/v1/deals/${deal}/handoff`)).body;
}

type Shown = {
  question: string;
  quotes: { quote: string; about: string | null; correctedBy: string | null }[];
};

async function answer(deal: string, question: string): Promise<Shown> {
  return (await handoff(deal)).brief.find((each: Shown) => each.question === question);
}

async function done(deal: string, what: string, body?: unknown) {
  const answered = await marcus.post(`/api/v1/deals/${deal}/${what}`, body);
  expect(answered.status, `${what} ${answered.text}`).toBe(200);
  return answered.body as { operation: string; said: string; undoUntil: string | null };
}

test('an answer is corrected with words of the mail, exactly as they stand there', async () => {
  const deal = await opened();
  const { text } = (await handoff(deal)).mail;
  const quote = 'nobody could say which of the four hops it was';
  const start = text.indexOf(quote);
  const words = { by: 'words', start, end: start + quote.length, quote };
  await done(deal, 'correct', { question: 'problem', answer: words });
  const corrected = await answer(deal, 'problem');
  expect(corrected.quotes).toMatchObject([{ quote, correctedBy: expect.stringContaining('Marcus') }]);
});

test.each([
  ['other words at that place', { start: 0, end: 5, quote: 'Marcus' }],
  ['words one letter off', { start: 1, end: 6, quote: 'Dana,' }],
  ['words past the end of the mail', { start: 900_000, end: 900_005, quote: 'Dana,' }],
  ['an end before the start', { start: 7, end: 5, quote: 'Dana,' }],
])('words that do not stand are refused: %s', async (_what, place) => {
  const deal = await opened();
  const before = await answer(deal, 'buyer');
  const said = { question: 'buyer', answer: { by: 'words', ...place } };
  const refused = await marcus.post(`/api/v1/deals/${deal}/correct`, said);
  expect([refused.status, refused.body.code]).toEqual([422, 'evidence.does-not-stand']);
  expect(await answer(deal, 'buyer')).toEqual(before);
});

test('what was learned by phone answers as a note, which is kept and quoted as an arrival of its own', async () => {
  const deal = await opened();
  const note = 'Joanna said on the phone: the CFO is in, up to $250K.';
  const said = { question: 'stakes', about: 'money', answer: { by: 'note', note } };
  const key = { 'idempotency-key': 'note-by-phone-1' };
  const first = await marcus.post(`/api/v1/deals/${deal}/correct`, said, key);
  const again = await marcus.post(`/api/v1/deals/${deal}/correct`, said, key);
  expect(first.status, first.text).toBe(200);
  expect(again.text).toBe(first.text);
  const money = (await answer(deal, 'stakes')).quotes.filter((each) => each.about === 'Money');
  expect(money).toMatchObject([{ quote: note, correctedBy: expect.stringContaining('Marcus') }]);
});

test('an answer that is not in the mail is marked as missing, and undo brings it back', async () => {
  const deal = await opened();
  const before = await answer(deal, 'whyNow');
  expect(before.quotes.length).toBeGreaterThan(0);
  const { operation, undoUntil } = await done(deal, 'correct', {
    question: 'whyNow',
    answer: { by: 'missing' },
  });
  expect((await answer(deal, 'whyNow')).quotes).toEqual([]);
  expect(Date.parse(undoUntil ?? '') - Date.parse(baton.clock.now())).toBeGreaterThan(5_000);
  const back = await marcus.post(`/api/v1/undo/${operation}`);
  expect(back.body.said).toBe('Taken back.');
  expect((await answer(deal, 'whyNow')).quotes).toEqual(before.quotes);
  const twice = await marcus.post(`/api/v1/undo/${operation}`);
  expect([twice.status, twice.body.code]).toEqual([409, 'undo.already']);
});

test('nobody takes back what somebody else did, nor what was done a minute ago', async () => {
  const deal = await opened();
  const { operation } = await done(deal, 'backup', { backup: null });
  const other = await dana.post(`/api/v1/undo/${operation}`);
  expect([other.status, other.body.code]).toEqual([409, 'undo.not-yours']);
  baton.clock.at(new Date(Date.parse(baton.clock.now()) + 61_000).toISOString());
  const late = await marcus.post(`/api/v1/undo/${operation}`);
  expect([late.status, late.body.code]).toEqual([409, 'undo.too-late']);
  const unknown = await marcus.post('/api/v1/undo/person_x.never-happened');
  expect([unknown.status, unknown.body.code]).toEqual([404, 'operation.unknown']);
});

test('an operation id with letters that paths mean something by can be taken back', async () => {
  const deal = await opened();
  const key = { 'idempotency-key': 'odd/key%2F?#1' };
  const { body } = await marcus.post(`/api/v1/deals/${deal}/backup`, { backup: null }, key);
  const back = await marcus.post(`/api/v1/undo/${encodeURIComponent(body.operation)}`);
  expect(back.status, back.text).toBe(200);
});

test('a person who is put on another side is read there, and what hung on the old side follows', async () => {
  const deal = await opened();
  const wes = { email: 'wtanaka@harbormutual.example', name: 'Wes Tanaka' };
  expect(sideOf(await dealPage(deal), wes.email)).toBe('buyer');
  const said = await done(deal, 'side', { ...wes, side: 'partner' });
  expect(said.said).toContain('read again');
  await eventually(async () => (sideOf(await dealPage(deal), wes.email) === 'partner' ? true : null));
  const buyers = (await answer(deal, 'buyer')) as unknown as { people: { email: string }[] };
  expect(buyers.people.map((each) => each.email)).not.toContain(wes.email);
});

test('owner and backup are named by hand, and are never one person or somebody unknown', async () => {
  const deal = await opened();
  const page = await handoff(deal);
  expect(page.owner.name).toBe('Dana Whitlock');
  expect(page.backup.name).toBe('Marcus Oyelaran');
  const ines = who.person('ines.moreau');
  expect((await done(deal, 'owner', { owner: ines })).said).toContain('Ines Moreau');
  expect((await done(deal, 'backup', { backup: who.person('dana.whitlock') })).said).toContain('Dana');
  expect(await handoff(deal)).toMatchObject({
    owner: { name: 'Ines Moreau' },
    backup: { name: 'Dana Whitlock' },
  });
  const same = await marcus.post(`/api/v1/deals/${deal}/backup`, { backup: ines });
  expect([same.status, same.body.code]).toEqual([409, 'handoff.same-person']);
  const nobody = await marcus.post(`/api/v1/deals/${deal}/owner`, { owner: 'person_nobody' });
  expect(nobody.body.code).toBe('person.unknown');
  await done(deal, 'owner', { owner: null });
  expect((await handoff(deal)).baton.holder).toBeNull();
});

test('a role is for the people of the partner', async () => {
  const deal = await opened();
  const theo = { email: 'theo.lindqvist@cobaltridge.example', name: 'Theo Lindqvist' };
  await done(deal, 'role', { ...theo, role: 'technical-voice' });
  expect((await handoff(deal)).roles[0]).toMatchObject({
    person: { name: theo.name },
    role: 'technical-voice',
  });
  const joanna = { email: 'jpruitt@harbormutual.example', name: 'Joanna Pruitt', role: 'introducer' };
  const refused = await marcus.post(`/api/v1/deals/${deal}/role`, joanna);
  expect([refused.status, refused.body.code]).toEqual([409, 'role.not-a-partner']);
});

test('an intro is declined with a reason, and that is taken back', async () => {
  const deal = await opened();
  const without = await marcus.post(`/api/v1/deals/${deal}/decline`, { why: ' ' });
  expect([without.status, without.body.field]).toEqual([400, 'why']);
  const { operation } = await done(deal, 'decline', { why: 'They signed with Gantry.' });
  expect(await handoff(deal)).toMatchObject({
    state: 'declined',
    declinedBecause: 'They signed with Gantry.',
  });
  expect((await marcus.post(`/api/v1/deals/${deal}/take`)).body.code).toBe('intro.declined');
  await marcus.post(`/api/v1/undo/${operation}`);
  expect((await handoff(deal)).state).toBe('arrived');
});

test('taking an intro opens the record that is shared with the partner, and ends declining', async () => {
  const deal = await opened();
  expect((await dealPage(deal)).entries.filter((each) => each.chain === 'record')).toEqual([]);
  await done(deal, 'take');
  const page = await dealPage(deal);
  expect(page.state).toBe('taken');
  expect(page.entries.filter((each) => each.chain === 'record').length).toBeGreaterThanOrEqual(4);
  expect(page.may).toMatchObject({ take: false, decline: false, wrote: true, close: true, step: false });
  const twice = await marcus.post(`/api/v1/deals/${deal}/take`);
  expect([twice.status, twice.body.code]).toEqual([409, 'intro.taken']);
  const declined = await marcus.post(`/api/v1/deals/${deal}/decline`, { why: 'Too late.' });
  expect([declined.status, declined.body.code]).toEqual([409, 'intro.taken']);
});

test('two people who take one intro at the same moment: one does, the other is told', async () => {
  const deal = await opened();
  const both = await Promise.all([marcus, dana].map((each) => each.post(`/api/v1/deals/${deal}/take`)));
  expect(both.map((each) => each.status).sort()).toEqual([200, 409]);
});

test('an intro of last month asks whether its clock starts, and either answer ends the asking', async () => {
  for (const [place, said, state] of [
    [1, 'start', 'running'],
    [2, 'already-handled', 'none'],
  ] as const) {
    const mail = INTRO_01.toString('latin1')
      .replace('CAKt9xQm3vLr8nW0dH2pYb7sJf4uTzE', `old-${place}`)
      .replace(/^References: .*\r?\n/m, '')
      .replace('Thu, 5 Mar 2026', 'Thu, 5 Feb 2026');
    const arrival = await marcus.hand(Buffer.from(mail, 'latin1'));
    const deal = await eventually(
      async () => (await marcus.get(`/api/v1/arrivals/${arrival}`)).body.row.deal as string | null,
    );
    const before = await handoff(deal);
    expect([before.baton.clock.state, before.may.answerClock]).toEqual(['asks', true]);
    await done(deal, 'clock', { answer: said });
    const after = await handoff(deal);
    expect([after.baton.clock.state, after.may.answerClock]).toEqual([state, false]);
    const again = await marcus.post(`/api/v1/deals/${deal}/clock`, { answer: said });
    expect([again.status, again.body.code]).toEqual([409, 'clock.not-asked']);
  }
});

test('nothing can be done with a deal that is not there', async () => {
  const bodies = {
    take: undefined,
    decline: { why: 'No.' },
    owner: { owner: null },
    backup: { backup: null },
    role: { email: null, name: 'Theo', role: 'introducer' },
    side: { email: null, name: 'Theo', side: 'partner' },
    clock: { answer: 'start' },
    correct: { question: 'buyer', answer: { by: 'note', note: 'Somebody.' } },
  };
  for (const [what, body] of Object.entries(bodies)) {
    const answered = await marcus.post(`/api/v1/deals/deal_00000000000000000000000000/${what}`, body);
    expect([404, 409], `${what} ${answered.text}`).toContain(answered.status);
  }
});

test('a key that belongs to nobody reads all and takes nothing', async () => {
  const made = await marcus.post('/api/v1/settings/keys', { name: 'Report' });
  const key = new Visitor(baton.url, { authorization: `Bearer ${made.body.key}` });
  for (const path of ['session', 'today', 'intake', 'deals', 'settings'])
    expect((await key.get(`/api/v1/${path}`)).status, path).toBe(200);
});

type Page = {
  state: string;
  entries: { chain: string }[];
  people: { side: string; people: { email: string | null }[] }[];
  may: object;
};

async function dealPage(deal: string): Promise<Page> {
  return (await marcus.get(`/api/v1/deals/${deal}`)).body;
}

function sideOf(page: Page, email: string): string | undefined {
  return page.people.find(({ people }) => people.some((each) => each.email === email))?.side;
}
