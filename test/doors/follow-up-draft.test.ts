import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DraftShown, FindingsShown } from '#contract/follow-up.js';
import { OutgoingStory } from './outgoing-story.js';
import { Visitor } from './visitor.js';

let story: OutgoingStory;
let deal: string;
beforeAll(async () => {
  story = await OutgoingStory.begin();
  deal = await story.taken();
});
afterAll(() => story?.close());

async function draft(visitor: Visitor = story.ines): Promise<DraftShown> {
  const answered = await visitor.get(`/api/v1/deals/${deal}/follow-up`);
  expect(answered.status, answered.text).toBe(200);
  return answered.body;
}

async function check(text: string): Promise<FindingsShown['findings']> {
  const answered = await story.ines.post(`/api/v1/deals/${deal}/follow-up/check`, { text });
  expect(answered.status, answered.text).toBe(200);
  return answered.body.findings;
}

describe('the draft of a first follow-up', () => {
  test('goes to the buyer from whoever looks, with the partner in copy, and may be sent', async () => {
    const shown = await draft();
    expect(shown.from?.address).toBe('ines.moreau@northbeam.example');
    expect(shown.to.map((each) => each.address)).toEqual([
      'jpruitt@harbormutual.example',
      'wtanaka@harbormutual.example',
    ]);
    expect(shown.cc.map((each) => each.address)).toContain('theo.lindqvist@cobaltridge.example');
    expect(shown.cc.map((each) => each.address)).not.toContain('ines.moreau@northbeam.example');
    expect(shown.may).toEqual({ send: true, because: null });
    expect(shown.text.endsWith('\n\nInes')).toBe(true);
    expect(shown.made).toBe('Written from the mail, no model used');
  });

  test('numbers its sentences as the handoff numbers its answers and its mail', async () => {
    const shown = await draft();
    const handoff = (await story.ines.get(`/api/v1/deals/${deal}/handoff`)).body;
    const numbers = handoff.mail.marks.map((each: { number: number }) => each.number);
    const marked = shown.sentences.flatMap((each) => each.marks);
    expect(marked.length).toBeGreaterThan(3);
    for (const number of marked) expect(numbers).toContain(number);
    for (const { start, end, quotes } of shown.sentences) {
      expect(shown.text.slice(start, end).trim()).not.toBe('');
      for (const { quote, start: from, end: to } of quotes)
        expect(handoff.mail.text.slice(from, to)).toBe(quote);
    }
  });

  test('finds nothing in itself but the gap that waits for times', async () => {
    const { findings } = await draft();
    expect(findings.map(({ kind }) => kind)).toEqual(['open-gap']);
  });

  test('is given to a key, which may not send it', async () => {
    const { key } = (await story.marcus.post('/api/v1/settings/keys', { name: 'a drafting program' })).body;
    const program = new Visitor(story.baton.url, { authorization: `Bearer ${key}` });
    expect((await draft(program)).text).toContain('July 1 renewals');
  });

  test('does not exist for a deal that does not', async () => {
    const path = '/api/v1/deals/deal_00000000000000000000000000/follow-up';
    expect((await story.ines.get(path)).status).toBe(404);
    expect((await story.ines.post(`${path}/check`, { text: 'Hello' })).status).toBe(404);
  });
});

describe('the check of a text', () => {
  test('marks a question that the mail answers, twice where it answers twice, with the words', async () => {
    const text =
      'How large is your environment, and is there a deadline we should know about?\n\nI call you on Friday.';
    const [found] = await check(text);
    expect(found).toMatchObject({
      kind: 'cold-question',
      sentence: 'Cold question, twice. The mail already answers both.',
    });
    const words = found?.answers.map((each) => each.quote.replace(/\s+/g, ' ')) ?? [];
    expect(words.some((each) => each.includes('1,200 hosts'))).toBe(true);
    expect(words.some((each) => each.includes('July 1 renewals'))).toBe(true);
    expect(text.slice(found?.start, found?.end)).toBe(found?.words);
  });

  test('marks what stands in no source, and a missing next step', async () => {
    const found = await check('Joanna, your 3,400 hosts deserve better.');
    expect(found.map(({ kind, words }) => `${kind} ${words}`)).toEqual([
      'no-next-step Joanna, your 3,400 hosts deserve better.',
      'unsourced 3,400',
    ]);
  });

  test('stores nothing', async () => {
    const before = (await story.page(deal)).entries.length;
    await check('What is your budget?');
    await draft();
    expect((await story.page(deal)).entries.length).toBe(before);
  });
});

test('an intro that nobody has taken is drafted, and says why it cannot go yet', async () => {
  const mail = await story.marcus.hand(
    Buffer.from(
      'From: Theo Lindqvist <theo.lindqvist@cobaltridge.example>\r\nTo: marcus.oyelaran@northbeam.example\r\nCc: Ana Reyes <ana@quarryhill.example>\r\nDate: Thu, 05 Mar 2026 16:42:18 -0500\r\nMessage-ID: <quarry@cobaltridge.example>\r\nSubject: Meet Ana at Quarry Hill\r\n\r\nMarcus, please meet Ana Reyes, who runs the plant at Quarry Hill. Their crusher control failed twice in February and the safety audit is on 20 April. Ana would like to see the alarm log replayed. Could you send her two times for next week?\r\n\r\nTheo\r\n',
    ),
  );
  const path = `/api/v1/arrivals/${mail}`;
  const { eventually } = await import('./open-baton.js');
  const opened = await eventually(async () => (await story.marcus.get(path)).body.row.deal as string | null);
  const shown: DraftShown = (await story.ines.get(`/api/v1/deals/${opened}/follow-up`)).body;
  expect(shown.may).toEqual({ send: false, because: 'Take the intro first. The text stays here.' });
  expect(shown.text).toContain('[two times for next week]');
});
