import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from './open-baton.js';
import { JOANNA, OutgoingStory, THEO } from './outgoing-story.js';
import { plainMail } from './story-mail.js';

let story: OutgoingStory;
beforeAll(async () => {
  story = await OutgoingStory.begin();
});
afterAll(() => story?.close());

describe('the next step', () => {
  test('is asked for after the first action, is one, and has an owner and a day', async () => {
    const deal = await story.taken();
    expect((await story.ines.post(`/api/v1/deals/${deal}/wrote`)).status).toBe(200);
    expect((await story.page(deal)).baton.sentence).toMatch(/on the track/);
    const step = { what: 'pick a time', due: '2026-03-10' };
    const owner = { side: 'buyer', person: null, name: 'Joanna Pruitt', email: JOANNA.address };
    expect((await story.ines.post(`/api/v1/deals/${deal}/step`, { ...step, owner })).status).toBe(200);
    const { baton: bar } = await story.page(deal);
    expect(bar).toMatchObject({ sentence: 'Joanna has the baton: pick a time', holder: { side: 'buyer' } });
    expect(bar.clock.dueAt).toBe('2026-03-10T21:30:00Z');
    expect(
      (await story.ines.post(`/api/v1/deals/${deal}/step`, { what: 'send the quote', due: '2026-03-11' }))
        .status,
    ).toBe(200);
    expect((await story.page(deal)).baton.sentence).toBe('Ines has the baton: send the quote');
    expect((await story.ines.post(`/api/v1/deals/${deal}/step/done`, {})).status).toBe(200);
    expect((await story.page(deal)).baton.sentence).toMatch(/on the track/);
  });

  test('does not take the place of a first action that nobody made', async () => {
    const deal = await story.taken();
    const refused = await story.ines.post(`/api/v1/deals/${deal}/step`, {
      what: 'a call',
      due: '2026-03-11',
    });
    expect(refused.body).toMatchObject({ code: 'step.first-action' });
  });
});

test('a deal closes with a reason that stays here, and owes what it owed when it opens again', async () => {
  const deal = await story.taken();
  const why = { as: 'lost', why: 'They went with Gantry.', friction: 'slow-first-action' };
  expect((await story.ines.post(`/api/v1/deals/${deal}/close`, why)).status).toBe(200);
  const closed = await story.page(deal);
  expect(closed).toMatchObject({ state: 'closed', baton: { sentence: 'Lost. The baton rests.' } });
  const reason = closed.entries.find(
    (each: { sentence: string }) => each.sentence === 'Why: They went with Gantry.',
  );
  expect(reason).toMatchObject({ hostOnly: true });
  expect((await story.send(deal)).body).toMatchObject({ code: 'deal.closed' });
  expect((await story.ines.post(`/api/v1/deals/${deal}/reopen`, {})).status).toBe(200);
  const again = await story.page(deal);
  // Nobody has written to the buyer: what is owed is the first action, as before.
  expect(again).toMatchObject({
    state: 'taken',
    baton: { sentence: expect.stringMatching(/^Ines has the baton/) },
  });
});

test('a colleague’s mail to the buyer that came here as a copy stops the clock once a person confirms it', async () => {
  const deal = await story.taken();
  const mail = (from: string, to: string, id: string) =>
    plainMail(
      {
        From: from,
        To: to,
        Cc: 'intro@localhost',
        Subject: 'Re: Intro',
        Date: 'Fri, 6 Mar 2026 09:06:00 -0500',
        'Message-ID': `<${id}-${story.count}@northbeam.example>`,
        'In-Reply-To': `<follow-${story.count}=oXgC1kR6aVi5NqDyM@mail.cobaltridge.example>`,
      },
      'Here are three times before Wednesday.',
    );
  const dana = 'Dana Whitlock <dana.whitlock@northbeam.example>';
  const thanks = await story.joined(mail(dana, THEO.address, 'thanks'));
  expect((await story.ines.post(`/api/v1/deals/${deal}/seen`, { arrival: thanks })).body).toMatchObject({
    code: 'first-action.not-seen',
  });
  const times = await story.joined(mail(dana, JOANNA.address, 'times'));
  expect((await story.page(deal)).baton.clock.state).not.toBe('none');
  expect((await story.ines.post(`/api/v1/deals/${deal}/seen`, { arrival: times })).status).toBe(200);
  const shown = await story.page(deal);
  const made = shown.entries.find(
    (each: { sentence: string }) => each.sentence === 'Dana Whitlock wrote to Joanna Pruitt.',
  );
  expect(made).toBeDefined();
  expect(shown.baton.clock.state).toBe('none');
});

/** What a mail server sends back (RFC 3464), for the follow-up that went last. */
function bounceOf(address: string): Buffer {
  const sent = story.receiver.taken.at(-1)?.messageId ?? '';
  const head = {
    From: 'Mail Delivery System <mailer-daemon@mail.northbeam.example>',
    To: 'ines.moreau@northbeam.example',
    Subject: 'Undelivered Mail Returned to Sender',
    Date: 'Fri, 6 Mar 2026 11:00:00 -0500',
    'Message-ID': `<bounce-${story.count}-${address}>`,
    'In-Reply-To': sent,
    'Auto-Submitted': 'auto-replied',
    'Content-Type': 'text/plain',
  };
  return plainMail(head, `The mail could not be delivered to <${address}>: 550 5.1.1 user unknown.`);
}

test('a bounce of the mail to the buyer starts the clock again, and one of a copy does not', async () => {
  const deal = await story.taken();
  await story.send(deal);
  story.later(11);
  await story.becomes(deal, 'went');
  await story.marcus.hand(bounceOf(THEO.address));
  await eventually(async () =>
    (await story.page(deal)).entries.find(
      (each: { sentence: string }) => each.sentence === 'A mail of the thread came back.',
    ),
  );
  expect((await story.page(deal)).baton.clock.state).toBe('none');
  await story.marcus.hand(bounceOf(JOANNA.address));
  await eventually(async () => ((await story.page(deal)).baton.clock.state === 'none' ? null : true));
  const shown = await story.page(deal);
  expect(shown.baton.sentence).toMatch(/^Ines has the baton/);
  const said = shown.entries.find((each: { sentence: string }) =>
    each.sentence.includes('has seen nothing yet'),
  );
  expect(said).toMatchObject({ hostOnly: false });
  expect((await story.letterOf(deal)).state).toBe('returned');
});
