import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { colleague, eventually, firstAdmin, type OpenBaton, openBaton } from './open-baton.js';
import { openReceiver, type Receiver } from './receiver.js';
import { INTRO_01, known, plainMail, setUp } from './story-mail.js';
import { Visitor } from './visitor.js';

let baton: OpenBaton;
let receiver: Receiver;
let marcus: Visitor;
let ines: Visitor;
let count = 0;

beforeAll(async () => {
  receiver = await openReceiver();
  baton = await openBaton({ BATON_OUTGOING_URL: receiver.url });
  marcus = await firstAdmin(baton);
  await setUp(marcus);
  ines = await colleague(baton, marcus, 'Ines Moreau', 'ines.moreau@northbeam.example');
  const who = await known(marcus);
  const rule = { partner: who.partner, owner: who.person('ines.moreau'), backup: null, role: 'co-seller' };
  expect((await marcus.post('/api/v1/settings/rules', rule)).status).toBe(200);
});

afterAll(async () => {
  await baton?.close();
  await receiver?.close();
});

beforeEach(() => {
  receiver.taken.length = 0;
  receiver.refuses.clear();
});

const JOANNA = { name: 'Joanna Pruitt', address: 'jpruitt@harbormutual.example' };
const THEO = { name: 'Theo Lindqvist', address: 'theo.lindqvist@cobaltridge.example' };
const TEXT = 'Joanna, thanks to Theo I have the short version. Does Tuesday at 11:00 ET suit you?\n\nInes';

/** A deal of its own, taken by Ines. */
async function taken(): Promise<string> {
  count += 1;
  const mail = INTRO_01.toString('latin1')
    .replace('CAKt9xQm3vLr8nW0dH2pYb7sJf4uTzE', `follow-${count}`)
    .replace(/^References: .*\r?\n/m, '');
  const arrival = await marcus.hand(Buffer.from(mail, 'latin1'));
  const deal = await eventually(
    async () => (await marcus.get(`/api/v1/arrivals/${arrival}`)).body.row.deal as string | null,
  );
  expect((await ines.post(`/api/v1/deals/${deal}/take`)).status).toBe(200);
  return deal;
}

function send(deal: string, said: object = {}) {
  const mail = { to: [JOANNA], cc: [THEO], subject: 'Re: Intro', text: TEXT, ...said };
  return ines.post(`/api/v1/deals/${deal}/follow-up/send`, mail);
}

function later(seconds: number): void {
  baton.clock.at(new Date(Date.parse(baton.clock.now()) + seconds * 1000).toISOString());
}

async function letterOf(deal: string) {
  const { groups } = (await ines.get('/api/v1/outbox')).body;
  return groups
    .flatMap((group: { rows: { deal: string }[] }) => group.rows)
    .find((row: { deal: string }) => row.deal === deal);
}

async function page(deal: string) {
  return (await ines.get(`/api/v1/deals/${deal}`)).body;
}

async function becomes(deal: string, state: string) {
  return eventually(async () => {
    const letter = await letterOf(deal);
    return letter?.state === state ? letter : null;
  });
}

describe('a follow-up', () => {
  test('waits ten seconds, goes from the rep’s own address with the partner in copy, and stops the clock', async () => {
    const deal = await taken();
    const done = await send(deal);
    expect(done.status, done.text).toBe(200);
    expect((await letterOf(deal)).state).toBe('going');
    expect(receiver.taken).toHaveLength(0);
    expect((await page(deal)).baton.clock.state).not.toBe('none');
    later(11);
    await becomes(deal, 'went');
    expect(receiver.taken).toHaveLength(1);
    const [mail] = receiver.taken;
    expect(mail?.from?.value).toMatchObject([
      { address: 'ines.moreau@northbeam.example', name: 'Ines Moreau' },
    ]);
    expect(mail?.to).toMatchObject({ value: [{ address: JOANNA.address }] });
    expect(mail?.cc).toMatchObject({ value: [{ address: THEO.address }] });
    expect(mail?.inReplyTo).toContain(`follow-${count}`);
    expect(mail?.references).toContain(mail?.inReplyTo);
    expect(mail?.text?.trim()).toBe(TEXT);
    const shown = await page(deal);
    const sentences = shown.entries.map((each: { sentence: string }) => each.sentence);
    expect(sentences).toContain('Ines Moreau wrote to Joanna Pruitt.');
    expect(sentences).toContain('The clock stopped: the mail server took the mail to the buyer.');
    // What the partner was copied on is shared with the partner.
    const shared = shown.entries.filter((each: { sentence: string }) =>
      each.sentence.includes('were shared'),
    );
    expect(shared).toHaveLength(2);
    expect(shown.baton).toMatchObject({ holder: null, clock: { state: 'none' } });
    expect(shown.baton.sentence).toMatch(/^The baton is on the track/);
  });

  test('that is taken back within ten seconds never goes', async () => {
    const deal = await taken();
    const { operation } = (await send(deal)).body;
    expect((await ines.post(`/api/v1/undo/${operation}`)).status).toBe(200);
    later(11);
    const other = await taken();
    await send(other);
    later(11);
    await becomes(other, 'went');
    expect(receiver.taken).toHaveLength(1);
    expect(await letterOf(deal)).toBeUndefined();
  });

  test('that is held in the outbox keeps its text and never goes', async () => {
    const deal = await taken();
    await send(deal);
    const { letter } = await letterOf(deal);
    expect((await ines.post(`/api/v1/deals/${deal}/letters/${letter}/hold`)).status).toBe(200);
    expect(await letterOf(deal)).toMatchObject({
      state: 'dropped',
      first: expect.stringContaining('Joanna, thanks'),
    });
    later(11);
    const other = await taken();
    await send(other);
    later(11);
    await becomes(other, 'went');
    expect(receiver.taken).toHaveLength(1);
  });

  test('that the server refuses stops no clock, keeps its text and says the server’s words', async () => {
    const deal = await taken();
    receiver.refuses.add(JOANNA.address);
    await send(deal);
    later(11);
    const letter = await becomes(deal, 'refused');
    expect(letter.words).toContain('5.1.1 no such user');
    const shown = await page(deal);
    expect(shown.baton.clock.state).not.toBe('none');
    expect(shown.entries.map((each: { sentence: string }) => each.sentence)).not.toContain(
      'Ines Moreau wrote to Joanna Pruitt.',
    );
  });

  test('that the server wants later is tried again by itself', async () => {
    const deal = await taken();
    receiver.later = 2;
    await send(deal);
    later(11);
    await becomes(deal, 'waits');
    later(61);
    await becomes(deal, 'went');
    expect(receiver.taken).toHaveLength(1);
  });

  test('whose server drops the line is handed over again, the same bytes under the same Message-ID', async () => {
    const deal = await taken();
    receiver.drops = 1;
    await send(deal);
    later(11);
    await becomes(deal, 'waits');
    later(61);
    await becomes(deal, 'went');
    const ids = receiver.taken.map((mail) => mail.messageId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(receiver.taken[0]?.text).toBe(receiver.taken[1]?.text);
  });

  test('whose outcome stays unknown three times waits for a person’s word', async () => {
    const deal = await taken();
    receiver.drops = 3;
    await send(deal);
    for (const seconds of [11, 61, 301]) {
      later(seconds);
      const before = receiver.taken.length;
      await eventually(async () => (receiver.taken.length > before ? true : null));
      await eventually(async () => ((await letterOf(deal))?.state === 'going' ? null : true));
    }
    const letter = await becomes(deal, 'unknown');
    const path = `/api/v1/deals/${deal}/letters/${letter.letter}/settle`;
    expect((await ines.post(path, { arrived: true })).status).toBe(200);
    expect((await letterOf(deal)).state).toBe('went');
    const sentences = (await page(deal)).entries.map((each: { sentence: string }) => each.sentence);
    expect(sentences).toContain('Ines Moreau wrote to Joanna Pruitt, by their own word.');
  });

  test.each([
    ['to nobody of the buyer', { to: [THEO] }, 'follow-up.no-buyer'],
    ['with two lines for a subject', { subject: 'a\r\nBcc: x@y.example' }, 'request.unreadable'],
  ])('%s is refused before it is kept', async (_what, said, code) => {
    const deal = await taken();
    const refused = await send(deal, said);
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(refused.body.code).toBe(code);
  });

  test('is let out by a person and never by a key', async () => {
    const deal = await taken();
    const { key } = (await marcus.post('/api/v1/settings/keys', { name: 'a program' })).body;
    const program = new Visitor(baton.url, { authorization: `Bearer ${key}` });
    const mail = { to: [JOANNA], cc: [], subject: 'Re: Intro', text: TEXT };
    expect((await program.post(`/api/v1/deals/${deal}/follow-up/send`, mail)).status).toBe(403);
  });
});

describe('the next step', () => {
  test('is asked for after the first action, is one, and has an owner and a day', async () => {
    const deal = await taken();
    expect((await ines.post(`/api/v1/deals/${deal}/wrote`)).status).toBe(200);
    expect((await page(deal)).baton.sentence).toMatch(/on the track/);
    const step = { what: 'pick a time', due: '2026-03-10' };
    const owner = { side: 'buyer', person: null, name: 'Joanna Pruitt', email: JOANNA.address };
    expect((await ines.post(`/api/v1/deals/${deal}/step`, { ...step, owner })).status).toBe(200);
    const { baton: bar } = await page(deal);
    expect(bar).toMatchObject({ sentence: 'Joanna has the baton: pick a time', holder: { side: 'buyer' } });
    expect(bar.clock.dueAt).toBe('2026-03-10T21:30:00Z');
    expect(
      (await ines.post(`/api/v1/deals/${deal}/step`, { what: 'send the quote', due: '2026-03-11' })).status,
    ).toBe(200);
    expect((await page(deal)).baton.sentence).toBe('Ines has the baton: send the quote');
    expect((await ines.post(`/api/v1/deals/${deal}/step/done`, {})).status).toBe(200);
    expect((await page(deal)).baton.sentence).toMatch(/on the track/);
  });

  test('does not take the place of a first action that nobody made', async () => {
    const deal = await taken();
    const refused = await ines.post(`/api/v1/deals/${deal}/step`, { what: 'a call', due: '2026-03-11' });
    expect(refused.body).toMatchObject({ code: 'step.first-action' });
  });
});

test('a deal closes with a reason that stays here, and owes what it owed when it opens again', async () => {
  const deal = await taken();
  const why = { as: 'lost', why: 'They went with Gantry.', friction: 'slow-first-action' };
  expect((await ines.post(`/api/v1/deals/${deal}/close`, why)).status).toBe(200);
  const closed = await page(deal);
  expect(closed).toMatchObject({ state: 'closed', baton: { sentence: 'Lost. The baton rests.' } });
  const reason = closed.entries.find(
    (each: { sentence: string }) => each.sentence === 'Why: They went with Gantry.',
  );
  expect(reason).toMatchObject({ hostOnly: true });
  expect((await send(deal)).body).toMatchObject({ code: 'deal.closed' });
  expect((await ines.post(`/api/v1/deals/${deal}/reopen`, {})).status).toBe(200);
  const again = await page(deal);
  // Nobody has written to the buyer: what is owed is the first action, as before.
  expect(again).toMatchObject({
    state: 'taken',
    baton: { sentence: expect.stringMatching(/^Ines has the baton/) },
  });
});

test('a reply to a follow-up joins its deal', async () => {
  const deal = await taken();
  await send(deal);
  later(11);
  await becomes(deal, 'went');
  const head = {
    From: 'Joanna Pruitt <jpruitt@harbormutual.example>',
    To: 'ines.moreau@northbeam.example, intro@localhost',
    Subject: 'Re: Intro',
    Date: 'Fri, 6 Mar 2026 11:00:00 -0500',
    'Message-ID': `<answer-${count}@harbormutual.example>`,
    'In-Reply-To': receiver.taken[0]?.messageId ?? '',
  };
  const arrival = await marcus.hand(
    plainMail(head, 'Tuesday suits. Could the first half be about the data?'),
  );
  const joined = await eventually(
    async () => (await marcus.get(`/api/v1/arrivals/${arrival}`)).body.row.deal,
  );
  expect(joined).toBe(deal);
});

test('a colleague’s mail to the buyer that came here as a copy stops the clock once a person confirms it', async () => {
  const deal = await taken();
  const mail = (from: string, to: string, id: string) =>
    plainMail(
      {
        From: from,
        To: to,
        Cc: 'intro@localhost',
        Subject: 'Re: Intro',
        Date: 'Fri, 6 Mar 2026 09:06:00 -0500',
        'Message-ID': `<${id}-${count}@northbeam.example>`,
        'In-Reply-To': `<follow-${count}=oXgC1kR6aVi5NqDyM@mail.cobaltridge.example>`,
      },
      'Here are three times before Wednesday.',
    );
  const joined = async (bytes: Buffer) => {
    const arrival = await marcus.hand(bytes);
    await eventually(async () => (await marcus.get(`/api/v1/arrivals/${arrival}`)).body.row.deal);
    return arrival;
  };
  const dana = 'Dana Whitlock <dana.whitlock@northbeam.example>';
  const thanks = await joined(mail(dana, THEO.address, 'thanks'));
  expect((await ines.post(`/api/v1/deals/${deal}/seen`, { arrival: thanks })).body).toMatchObject({
    code: 'first-action.not-seen',
  });
  const times = await joined(mail(dana, JOANNA.address, 'times'));
  expect((await page(deal)).baton.clock.state).not.toBe('none');
  expect((await ines.post(`/api/v1/deals/${deal}/seen`, { arrival: times })).status).toBe(200);
  const shown = await page(deal);
  const made = shown.entries.find(
    (each: { sentence: string }) => each.sentence === 'Dana Whitlock wrote to Joanna Pruitt.',
  );
  expect(made).toBeDefined();
  expect(shown.baton.clock.state).toBe('none');
});

/** What a mail server sends back (RFC 3464), for the follow-up that went last. */
function bounceOf(address: string): Buffer {
  const sent = receiver.taken.at(-1)?.messageId ?? '';
  const head = {
    From: 'Mail Delivery System <mailer-daemon@mail.northbeam.example>',
    To: 'ines.moreau@northbeam.example',
    Subject: 'Undelivered Mail Returned to Sender',
    Date: 'Fri, 6 Mar 2026 11:00:00 -0500',
    'Message-ID': `<bounce-${count}-${address}>`,
    'In-Reply-To': sent,
    'Auto-Submitted': 'auto-replied',
    'Content-Type': 'text/plain',
  };
  return plainMail(head, `The mail could not be delivered to <${address}>: 550 5.1.1 user unknown.`);
}

test('a bounce of the mail to the buyer starts the clock again, and one of a copy does not', async () => {
  const deal = await taken();
  await send(deal);
  later(11);
  await becomes(deal, 'went');
  await marcus.hand(bounceOf(THEO.address));
  await eventually(async () =>
    (await page(deal)).entries.find(
      (each: { sentence: string }) => each.sentence === 'A mail of the thread came back.',
    ),
  );
  expect((await page(deal)).baton.clock.state).toBe('none');
  await marcus.hand(bounceOf(JOANNA.address));
  await eventually(async () => ((await page(deal)).baton.clock.state === 'none' ? null : true));
  const shown = await page(deal);
  expect(shown.baton.sentence).toMatch(/^Ines has the baton/);
  const said = shown.entries.find((each: { sentence: string }) =>
    each.sentence.includes('has seen nothing yet'),
  );
  expect(said).toMatchObject({ hostOnly: false });
  expect((await letterOf(deal)).state).toBe('returned');
});
