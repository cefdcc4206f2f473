import { createHash } from 'node:crypto';
import { createConnection } from 'node:net';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually, firstAdmin, type OpenBaton, openBaton } from './open-baton.js';
import { INTRO_01, plainMail } from './story-mail.js';
import { Visitor } from './visitor.js';

const MAIL = { 'content-type': 'message/rfc822' };

let baton: OpenBaton;
let admin: Visitor;

beforeAll(async () => {
  baton = await openBaton();
  admin = await firstAdmin(baton);
});

afterAll(() => baton?.close());

function numbered(number: number, body = 'Nothing to see.'): Buffer {
  const head = {
    From: 'Ana Costa <ana@kestrel.example>',
    To: 'intro@localhost',
    Subject: `Mail ${number}`,
    Date: 'Fri, 6 Mar 2026 08:00:00 -0500',
    'Message-ID': `<mail-${number}@kestrel.example>`,
  };
  return plainMail(head, body);
}

async function sourceOf(arrival: string): Promise<Buffer> {
  const answer = await fetch(`${baton.url}/api/v1/arrivals/${arrival}/source`, {
    headers: { authorization: await bearer() },
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('message/rfc822');
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${arrival}.eml"`);
  return Buffer.from(await answer.arrayBuffer());
}

let made: string | null = null;
async function bearer(): Promise<string> {
  made ??= `Bearer ${(await admin.post('/api/v1/settings/keys', { name: 'Sources' })).body.key}`;
  return made;
}

test('a mail that is handed in is kept byte for byte, and answered after the commit', async () => {
  const answer = await admin.ask('POST', '/api/v1/arrivals', { body: INTRO_01, headers: MAIL });
  expect(answer.status).toBe(201);
  const { kept } = answer.body.kept[0];
  const sha256 = createHash('sha256').update(INTRO_01).digest('hex');
  expect(kept).toMatchObject({ fresh: true, bytes: INTRO_01.length, sha256 });
  expect((await sourceOf(kept.arrival)).equals(INTRO_01)).toBe(true);
});

test('bytes that are no valid text, line ends as they were and no end of line come back as they came', async () => {
  const odd = [
    Buffer.concat([numbered(1), Buffer.from([0xff, 0xfe, 0x80, 0x0d, 0x00, 0x0a])]),
    Buffer.from(numbered(2).toString('utf8').replaceAll('\r\n', '\n')),
    Buffer.from(numbered(3).toString('utf8').trimEnd()),
  ];
  for (const bytes of odd) expect((await sourceOf(await admin.hand(bytes))).equals(bytes)).toBe(true);
});

test('the same mail twice is one arrival with two deliveries, whoever brings it', async () => {
  const first = await admin.hand(numbered(10));
  const key = new Visitor(baton.url, { authorization: await bearer() });
  const again = await key.ask('POST', '/api/v1/arrivals', { body: numbered(10), headers: MAIL });
  expect(again.body.kept[0].kept).toMatchObject({ arrival: first, fresh: false });
  const page = await admin.get(`/api/v1/arrivals/${first}`);
  expect(page.body.kept.deliveries.map((each: { how: string }) => each.how)).toEqual([
    'Dropped by Marcus Oyelaran',
    'Handed in by Marcus Oyelaran',
  ]);
});

test('eight hands that bring the same mail at the same moment make one arrival', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, () =>
      admin.ask('POST', '/api/v1/arrivals', { body: numbered(11), headers: MAIL }),
    ),
  );
  const kept = answers.map((each) => each.body.kept[0].kept);
  expect(new Set(kept.map((each) => each.arrival)).size).toBe(1);
  expect(kept.filter((each) => each.fresh)).toHaveLength(1);
});

test('the same Idempotency-Key gives the same answer, also that it was new', async () => {
  const headers = { ...MAIL, 'idempotency-key': 'hand-in-once-12' };
  const first = await admin.ask('POST', '/api/v1/arrivals', { body: numbered(12), headers });
  const again = await admin.ask('POST', '/api/v1/arrivals', { body: numbered(12), headers });
  expect(first.body.kept[0].kept.fresh).toBe(true);
  expect(again.text).toBe(first.text);
  const page = await admin.get(`/api/v1/arrivals/${first.body.kept[0].kept.arrival}`);
  expect(page.body.kept.deliveries).toHaveLength(1);
  const other = await admin.ask('POST', '/api/v1/arrivals', { body: numbered(13), headers });
  expect(other.status).toBe(422);
  expect(other.body.code).toBe('operation.reused');
});

test('several files at once are each kept or refused, and each says which', async () => {
  const form = new FormData();
  form.append('file', new Blob([numbered(20)]), 'twenty.eml');
  form.append('file', new Blob([Buffer.from('d0cf11e0a1b11ae1aaaa', 'hex')]), 'outlook.msg');
  const mailbox = [numbered(21), numbered(22)].map((mail) => `From ana Fri Mar  6 08:00:00 2026\n${mail}\n`);
  form.append('file', new Blob([mailbox.join('')]), 'two.mbox');
  const answer = await admin.ask('POST', '/api/v1/arrivals', { body: form });
  expect(answer.status, answer.text).toBe(201);
  const said = answer.body.kept as {
    file: string;
    kept: { fresh: boolean } | null;
    because: string | null;
  }[];
  expect(said.map((each) => [each.file, each.kept?.fresh ?? null])).toEqual([
    ['twenty.eml', true],
    ['outlook.msg', null],
    ['two.mbox', true],
    ['two.mbox', true],
  ]);
  expect(said[1]?.because).toContain('.msg');
});

test('a file that is no mail is kept, and the answer, Intake and the arrival say what could not be made of it', async () => {
  const form = new FormData();
  form.append('file', new Blob([Buffer.from('255044462d312e37000102', 'hex')]), 'scan.pdf');
  const answer = await admin.ask('POST', '/api/v1/arrivals', { body: form });
  expect(answer.status, answer.text).toBe(201);
  const [{ kept, problems }] = answer.body.kept;
  expect(problems).toMatchObject([{ code: 'file.not-a-mail' }]);
  const page = await eventually(async () => {
    const { body } = await admin.get(`/api/v1/arrivals/${kept.arrival}`);
    return body.row.verdict === 'Being read' ? null : body;
  });
  expect(page.problems).toEqual(expect.arrayContaining(problems));
  expect(page.row.alarm).toBe(problems[0].because);
});

test('an Outlook .msg alone, an empty file and a form without one are refused, and nothing is kept', async () => {
  const before = (await admin.get('/api/v1/intake')).body.rows.length;
  const form = new FormData();
  form.append('file', new Blob([Buffer.from('d0cf11e0a1b11ae1aaaa', 'hex')]), 'outlook.msg');
  const outlook = await admin.ask('POST', '/api/v1/arrivals', { body: form });
  expect([outlook.status, outlook.body.code]).toEqual([415, 'file.outlook-message']);
  const empty = await admin.ask('POST', '/api/v1/arrivals', { body: '  \r\n', headers: MAIL });
  expect([empty.status, empty.body.code]).toEqual([422, 'file.empty']);
  const none = new FormData();
  none.append('note', 'no file');
  const without = await admin.ask('POST', '/api/v1/arrivals', { body: none });
  expect([without.status, without.body.field]).toEqual([400, 'file']);
  expect((await admin.get('/api/v1/intake')).body.rows).toHaveLength(before);
});

test('a mail of more than 25 MB and a type that is no mail are refused in a sentence', async () => {
  const large = Buffer.alloc(26_214_401, 'x');
  const answer = await admin.ask('POST', '/api/v1/arrivals', { body: large, headers: MAIL });
  expect([answer.status, answer.body.code]).toEqual([413, 'file.too-large']);
  const json = await admin.post('/api/v1/arrivals', { mail: 'From: a@b.example' });
  expect([json.status, json.body.code]).toEqual([415, 'request.other-type']);
  expect(json.body.detail).toContain('message/rfc822');
});

test('words that are pasted are kept and read, and say that nobody knows who wrote them', async () => {
  const words = 'Dana, meet Joanna of Harbor Mutual. She wants two times next week.';
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  const answer = await admin.ask('POST', '/api/v1/arrivals', { body: words, headers });
  expect(answer.status).toBe(201);
  const id = answer.body.kept[0].kept.arrival;
  const page = await eventually(async () => {
    const { body } = await admin.get(`/api/v1/arrivals/${id}`);
    return body.row.verdict === 'Being read' ? null : body;
  });
  expect(page.mail.text).toContain('meet Joanna of Harbor Mutual');
  expect(page.row.how).toBe('Pasted by Marcus Oyelaran');
});

test('a mail by SMTP and the same by hand are one arrival; an address that is not ours is refused', async () => {
  const post = createTransport({ host: '127.0.0.1', port: baton.smtp, secure: false, ignoreTLS: true });
  const envelope = { from: 'ana@kestrel.example', to: ['intro@localhost'] };
  await post.sendMail({ envelope, raw: numbered(30) });
  const byHand = await admin.ask('POST', '/api/v1/arrivals', { body: numbered(30), headers: MAIL });
  expect(byHand.body.kept[0].kept.fresh).toBe(false);
  await expect(
    post.sendMail({ envelope: { ...envelope, to: ['someone@elsewhere.example'] }, raw: numbered(31) }),
  ).rejects.toMatchObject({ responseCode: 550 });
});

test('mail to an address of the settings is taken in, and no more once it is removed', async () => {
  const address = 'partners@northbeam.example';
  expect(await recipient(address)).toBe(550);
  await admin.post('/api/v1/settings/addresses', { address });
  await eventually(async () => ((await recipient(address)) === 250 ? true : null));
  await admin.ask('DELETE', `/api/v1/settings/addresses/${encodeURIComponent(address)}`);
  await eventually(async () => ((await recipient(address)) === 550 ? true : null));
});

test('an arrival that a person calls no intro stays kept and leaves the list of what waits', async () => {
  const arrival = await admin.hand(numbered(40));
  const aside = await admin.post(`/api/v1/arrivals/${arrival}/set-aside`, { why: 'Not for us.' });
  expect(aside.status, aside.text).toBe(200);
  const page = await admin.get(`/api/v1/arrivals/${arrival}`);
  expect(page.body.row.group).toBe('not-taken');
  const missing = await admin.post('/api/v1/arrivals/arrival_00000000000000000000000000/set-aside', {});
  expect(missing.status).toBe(404);
});

test('an arrival that nobody took is taken by a person, and opens a deal at once', async () => {
  const arrival = await admin.hand(
    numbered(41, 'Joanna Pruitt, jpruitt@harbormutual.example, wants to talk.'),
  );
  const taken = await admin.post(`/api/v1/arrivals/${arrival}/take`);
  expect(taken.status, taken.text).toBe(200);
  expect(taken.body.deal).toMatch(/^deal_/);
  expect((await admin.get(`/api/v1/deals/${taken.body.deal}/handoff`)).status).toBe(200);
});

/** What the mail listener says to a recipient: the code of its answer. */
function recipient(address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const line = createConnection(baton.smtp, '127.0.0.1');
    const say = ['EHLO test.example', 'MAIL FROM:<ana@kestrel.example>', `RCPT TO:<${address}>`];
    line.setEncoding('utf8').on('data', (said: string) => {
      const last = said.trimEnd().split('\r\n').at(-1) ?? '';
      const next = say.shift();
      if (next !== undefined) return void line.write(`${next}\r\n`);
      line.destroy();
      resolve(Number(last.slice(0, 3)));
    });
    line.on('error', reject);
  });
}
