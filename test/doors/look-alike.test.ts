import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually, firstAdmin, type OpenBaton, openBaton } from './open-baton.js';
import { INTRO_01, known, plainMail, setUp } from './story-mail.js';
import type { Visitor } from './visitor.js';

// Theo's intro once more, from a domain that is one letter off: cobaltrldge.example.
let baton: OpenBaton;
let marcus: Visitor;
let held: string;

beforeAll(async () => {
  baton = await openBaton();
  marcus = await firstAdmin(baton);
  await setUp(marcus);
});

afterAll(() => baton?.close());

function notTheo(domain: string, id: string): Buffer {
  const mail = INTRO_01.toString('latin1')
    .replace('CAKt9xQm3vLr8nW0dH2pYb7sJf4uTzE', id)
    .replace(/^References: .*\r?\n/m, '')
    .replaceAll('theo.lindqvist@cobaltridge.example', `theo.lindqvist@${domain}`);
  return Buffer.from(mail, 'latin1');
}

async function read(arrival: string) {
  return eventually(async () => {
    const { body } = await marcus.get(`/api/v1/arrivals/${arrival}`);
    return body.row.verdict === 'Being read' ? null : body;
  });
}

test('an intro from a domain one letter off a partner’s is held, shown letter by letter, and opens nothing', async () => {
  held = await marcus.hand(notTheo('cobaltrldge.example', 'not-theo-1'));
  const page = await read(held);
  expect(page.title).toBe('Held, because');
  expect(page.row).toMatchObject({ verdict: 'Held', group: 'needs-you', deal: null, alarm: null });
  expect(page.row.lookAlike).toMatchObject({
    how: 'The domain is one letter off.',
    words: 'The domain is one letter off. cobaltrldge.example looks like cobaltridge.example and is not.',
    seen: [
      { text: 'cobaltr', off: false },
      { text: 'l', off: true },
      { text: 'dge.example', off: false },
    ],
    effect: 'No clock runs and nobody was answered.',
  });
  expect(page.problems).toMatchObject([{ code: 'sender.look-alike' }]);
  expect((await marcus.get('/api/v1/deals')).body.rows).toEqual([]);
});

test('whose side its sender is on stays unknown, though the words call him a partner', async () => {
  const page = await read(held);
  const sides = page.sides as { side: string; people: { email: string }[] }[];
  const his = sides.filter(({ people }) =>
    people.some(({ email }) => email.endsWith('@cobaltrldge.example')),
  );
  expect(his.map(({ side }) => side)).toEqual(['Side not known']);
});

test('a person may take it all the same; the handoff still shows the domain, and the sender has no side', async () => {
  const taken = await marcus.post(`/api/v1/arrivals/${held}/take`);
  expect(taken.status, taken.text).toBe(200);
  const { mail, partnerKnown } = (await marcus.get(`/api/v1/deals/${taken.body.deal}/handoff`)).body;
  expect(mail.from).toMatchObject({ email: 'theo.lindqvist@cobaltrldge.example', side: 'unknown' });
  expect(mail.lookAlike.effect).toBe('Whose side the sender is on is not known.');
  expect(partnerKnown).toBe(false);
});

test('what is no intro is held too: a bill in a partner’s name waits for a person', async () => {
  const head = {
    From: 'Theo Lindqvist <theo.lindqvist@cobaltrigde.example>',
    To: 'Dana Whitlock <dana.whitlock@northbeam.example>',
    Subject: 'Our bank details have changed',
    'Message-ID': '<bank@vps.example>',
  };
  const page = await read(
    await marcus.hand(plainMail(head, 'Dana, please pay to the new account from now on.')),
  );
  expect(page.row).toMatchObject({ verdict: 'Held', group: 'needs-you' });
  expect(page.row.lookAlike.how).toBe('Two letters of the domain are swapped.');
});

test('a mail that came before its partner was set up is pointed out once it is', async () => {
  const arrival = await marcus.hand(notTheo('kestrell.example', 'not-theo-2'));
  expect((await read(arrival)).row.lookAlike).toBeNull();
  await marcus.post('/api/v1/settings/partners', { name: 'Kestrel', domains: ['kestrel.example'] });
  const found = await eventually(async () => (await read(arrival)).row.lookAlike);
  expect(found.words).toContain('kestrell.example looks like kestrel.example and is not.');
});

test('a domain that turns out to be the partner’s other one is added to it, and the intro opens by itself', async () => {
  const arrival = await marcus.hand(notTheo('cobaltridge.test', 'theo-elsewhere'));
  expect((await read(arrival)).row).toMatchObject({ verdict: 'Held', deal: null });
  const { partner } = await known(marcus);
  const domains = ['cobaltridge.example', 'cobaltridge.test'];
  expect(
    (await marcus.ask('PATCH', `/api/v1/settings/partners/${partner}`, { json: { domains } })).status,
  ).toBe(200);
  await eventually(async () => (await read(arrival)).row.deal);
  expect((await read(arrival)).row.lookAlike).toBeNull();
});
