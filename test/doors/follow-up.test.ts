import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { eventually } from './open-baton.js';
import { JOANNA, OutgoingStory, TEXT, THEO } from './outgoing-story.js';
import { plainMail } from './story-mail.js';
import { Visitor } from './visitor.js';

let story: OutgoingStory;
beforeAll(async () => {
  story = await OutgoingStory.begin();
});
afterAll(() => story?.close());
beforeEach(() => {
  story.receiver.taken.length = 0;
  story.receiver.refuses.clear();
});

describe('a follow-up', () => {
  test('waits ten seconds, goes from the rep’s own address with the partner in copy, and stops the clock', async () => {
    const deal = await story.taken();
    const done = await story.send(deal);
    expect(done.status, done.text).toBe(200);
    expect((await story.letterOf(deal)).state).toBe('going');
    expect(story.receiver.taken).toHaveLength(0);
    expect((await story.page(deal)).baton.clock.state).not.toBe('none');
    story.later(11);
    await story.becomes(deal, 'went');
    expect(story.receiver.taken).toHaveLength(1);
    const [mail] = story.receiver.taken;
    expect(mail?.from?.value).toMatchObject([
      { address: 'ines.moreau@northbeam.example', name: 'Ines Moreau' },
    ]);
    expect(mail?.to).toMatchObject({ value: [{ address: JOANNA.address }] });
    expect(mail?.cc).toMatchObject({ value: [{ address: THEO.address }] });
    expect(mail?.inReplyTo).toContain(`follow-${story.count}`);
    expect(mail?.references).toContain(mail?.inReplyTo);
    expect(mail?.text?.trim()).toBe(TEXT);
    const shown = await story.page(deal);
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
    const deal = await story.taken();
    const { operation } = (await story.send(deal)).body;
    expect((await story.ines.post(`/api/v1/undo/${operation}`)).status).toBe(200);
    story.later(11);
    const other = await story.taken();
    await story.send(other);
    story.later(11);
    await story.becomes(other, 'went');
    expect(story.receiver.taken).toHaveLength(1);
    expect(await story.findLetter(deal)).toBeUndefined();
  });

  test('that is held in the outbox keeps its text and never goes', async () => {
    const deal = await story.taken();
    await story.send(deal);
    const { letter } = await story.letterOf(deal);
    expect((await story.ines.post(`/api/v1/deals/${deal}/letters/${letter}/hold`)).status).toBe(200);
    expect(await story.letterOf(deal)).toMatchObject({
      state: 'dropped',
      first: expect.stringContaining('Joanna, thanks'),
    });
    story.later(11);
    const other = await story.taken();
    await story.send(other);
    story.later(11);
    await story.becomes(other, 'went');
    expect(story.receiver.taken).toHaveLength(1);
  });

  test('that the server refuses stops no clock, keeps its text and says the server’s words', async () => {
    const deal = await story.taken();
    story.receiver.refuses.add(JOANNA.address);
    await story.send(deal);
    story.later(11);
    const letter = await story.becomes(deal, 'refused');
    expect(letter.words).toContain('5.1.1 no such user');
    const shown = await story.page(deal);
    expect(shown.baton.clock.state).not.toBe('none');
    expect(shown.entries.map((each: { sentence: string }) => each.sentence)).not.toContain(
      'Ines Moreau wrote to Joanna Pruitt.',
    );
  });

  test('that the server wants later is tried again by itself', async () => {
    const deal = await story.taken();
    story.receiver.later = 2;
    await story.send(deal);
    story.later(11);
    await story.becomes(deal, 'waits');
    story.later(61);
    await story.becomes(deal, 'went');
    expect(story.receiver.taken).toHaveLength(1);
  });

  test('whose server drops the line is handed over again, the same bytes under the same Message-ID', async () => {
    const deal = await story.taken();
    story.receiver.drops = 1;
    await story.send(deal);
    story.later(11);
    await story.becomes(deal, 'waits');
    story.later(61);
    await story.becomes(deal, 'went');
    const ids = story.receiver.taken.map((mail) => mail.messageId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(story.receiver.taken[0]?.text).toBe(story.receiver.taken[1]?.text);
  });

  test('whose outcome stays unknown three times waits for a person’s word', async () => {
    const deal = await story.taken();
    story.receiver.drops = 3;
    await story.send(deal);
    for (const seconds of [11, 61, 301]) {
      story.later(seconds);
      const before = story.receiver.taken.length;
      await eventually(async () => (story.receiver.taken.length > before ? true : null));
      await eventually(async () => ((await story.letterOf(deal)).state === 'going' ? null : true));
    }
    const letter = await story.becomes(deal, 'unknown');
    const path = `/api/v1/deals/${deal}/letters/${letter.letter}/settle`;
    expect((await story.ines.post(path, { arrived: true })).status).toBe(200);
    expect((await story.letterOf(deal)).state).toBe('went');
    const sentences = (await story.page(deal)).entries.map((each: { sentence: string }) => each.sentence);
    expect(sentences).toContain('Ines Moreau wrote to Joanna Pruitt, by their own word.');
  });

  test.each([
    ['to nobody of the buyer', { to: [THEO] }, 'follow-up.no-buyer'],
    ['with two lines for a subject', { subject: 'a\r\nBcc: x@y.example' }, 'request.unreadable'],
  ])('%s is refused before it is kept', async (_what, said, code) => {
    const deal = await story.taken();
    const refused = await story.send(deal, said);
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(refused.body.code).toBe(code);
  });

  test('is let out by a person and never by a key', async () => {
    const deal = await story.taken();
    const { key } = (await story.marcus.post('/api/v1/settings/keys', { name: 'a program' })).body;
    const program = new Visitor(story.baton.url, { authorization: `Bearer ${key}` });
    const mail = { to: [JOANNA], cc: [], subject: 'Re: Intro', text: TEXT };
    expect((await program.post(`/api/v1/deals/${deal}/follow-up/send`, mail)).status).toBe(403);
  });
});

test('a reply to a follow-up joins its deal', async () => {
  const deal = await story.taken();
  await story.send(deal);
  story.later(11);
  await story.becomes(deal, 'went');
  const head = {
    From: 'Joanna Pruitt <jpruitt@harbormutual.example>',
    To: 'ines.moreau@northbeam.example, intro@localhost',
    Subject: 'Re: Intro',
    Date: 'Fri, 6 Mar 2026 11:00:00 -0500',
    'Message-ID': `<answer-${story.count}@harbormutual.example>`,
    'In-Reply-To': story.receiver.taken[0]?.messageId ?? '',
  };
  const arrival = await story.marcus.hand(
    plainMail(head, 'Tuesday suits. Could the first half be about the data?'),
  );
  const joined = await eventually(
    async () => (await story.marcus.get(`/api/v1/arrivals/${arrival}`)).body.row.deal,
  );
  expect(joined).toBe(deal);
});
