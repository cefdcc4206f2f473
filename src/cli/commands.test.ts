import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEmbedded } from '#database/embedded/embedded.js';
import { openClient } from '#database/pool.js';
import { KEY_SCOPE } from '#domain/key-scope.js';
import { INTRO_01, plainMail } from '../../test/doors/story-mail.js';
import { type Running, Terminal } from '../../test/doors/terminal.js';
import { browser, Visitor } from '../../test/doors/visitor.js';
import { silent } from '../../test/setup/silence.js';

// One home, one command after the other, as somebody at a terminal would type them: first without a server, then
// beside one that runs, then without one again.
let terminal: Terminal;
let server: Running;
let kept: string;
let key: string;

beforeAll(() => {
  terminal = new Terminal();
  writeFileSync(join(terminal.folder, 'intro.eml'), INTRO_01);
  const head = {
    From: 'Ana <ana@kestrel.example>',
    Subject: 'Our news',
    'Message-ID': '<n1@kestrel.example>',
  };
  writeFileSync(
    join(terminal.folder, 'news.eml'),
    plainMail(head, 'Click here to unsubscribe from this newsletter.'),
  );
  writeFileSync(join(terminal.folder, 'outlook.msg'), Buffer.from('d0cf11e0a1b11ae1aaaa', 'hex'));
});

afterAll(() => terminal?.close());

test.each([
  ['verify'],
  ['doctor'],
  ['checkpoint'],
  ['rebuild'],
  ['backup', 'x.baton'],
  ['sign-in-link', 'a@b.example'],
])('baton %s on an empty home says that nothing is there, and makes nothing', async (...words) => {
  const ran = await terminal.run(words);
  expect([ran.code, ran.out]).toEqual([1, '']);
  expect(ran.err).toContain(
    'there is nothing to look at. Start Baton there, or restore a backup. (home.empty)',
  );
  expect(readdirSync(terminal.home)).toEqual([]);
});

test('a home that cannot be made is refused in a sentence, and nothing waits for it', async () => {
  const environment = { BATON_HOME: '/proc/baton' };
  const [add, start] = await Promise.all(
    [['add', 'intro.eml'], ['start']].map((words) => terminal.run(words, { environment })),
  );
  for (const ran of [add, start]) {
    expect([ran?.code, ran?.out]).toEqual([1, '']);
    expect(ran?.err).toContain('/proc/baton cannot be made (ENOENT). Set BATON_HOME to a folder');
  }
});

test('adding mails to an empty home keeps and reads them, without a server and quietly', async () => {
  const ran = await terminal.run(['add', 'intro.eml', 'news.eml']);
  expect(ran.err).toBe('');
  expect(ran.code).toBe(0);
  expect(ran.out).toMatch(
    /^arrival_\w{26} {2}kept {2}Intro: It reads like an intro.*own domain.*\narrival_\w{26} {2}kept {2}Newsletter: /,
  );
});

test('a file that is not there and an Outlook file are named on standard error, with exit code 1', async () => {
  const gone = await terminal.run(['add', 'gone.eml', 'outlook.msg', 'intro.eml']);
  expect(gone.code).toBe(1);
  expect(gone.err).toContain('gone.eml cannot be read. Nothing of it was kept. (file.unreadable)');
  expect(gone.err).toContain('outlook.msg: This is an Outlook .msg file');
  expect(gone.out).toMatch(/^arrival_\w{26} {2}kept before {2}Intro: .*\n$/);
});

test('a file that is kept and is no mail says so on standard error, and is no failure', async () => {
  writeFileSync(join(terminal.folder, 'scan.pdf'), Buffer.from('255044462d312e37000102', 'hex'));
  writeFileSync(join(terminal.folder, 'page.html'), '<html><body><p>Hello</p></body></html>');
  const ran = await terminal.run(['add', 'scan.pdf', 'page.html']);
  expect(ran.code).toBe(0);
  expect(ran.out.match(/^arrival_/gm)).toHaveLength(2);
  expect(ran.err).toMatch(/^scan\.pdf: This is not a mail and not text: .* \(file\.not-a-mail\)$/m);
  expect(ran.err).toMatch(/^page\.html: This is a web page and not a mail: .* \(file\.web-page\)$/m);
});

test('wrong words and a setting that cannot be used end with 1, and standard error says what to do', async () => {
  const [unknown, nameless, misset] = await Promise.all([
    terminal.run(['fly']),
    terminal.run(['key']),
    terminal.run(['doctor'], { environment: { BATON_PORT: 'http' } }),
  ]);
  expect([unknown, nameless, misset].map(({ code, out }) => [code, out])).toEqual(Array(3).fill([1, '']));
  expect(unknown.err).toContain('baton --help');
  expect(nameless.err).toContain('--name');
  expect(misset.err).toContain('BATON_PORT is a port from 0 to 65535');
});

test('a pipe that is closed early, as head closes it, is no mistake', async () => {
  const many = Array<string>(30).fill('intro.eml');
  const ran = await terminal.run(['read', ...many], { readsOnce: true });
  expect([ran.code, ran.err]).toEqual([0, '']);
});

test('a start prints the address, the mail port and the first link; a second start names the first', async () => {
  server = await terminal.start();
  expect(server.url).toMatch(/^http:\/\/localhost:\d+$/);
  expect(server.link?.startsWith(`${server.url}/sign-in/link/`)).toBe(true);
  expect(server.said.out).toMatch(/It takes mail at +intro@localhost, port \d+/);
  const second = await terminal.run(['start']);
  expect([second.code, second.out]).toEqual([1, '']);
  expect(second.err).toContain(server.url);
});

test('a key is printed alone and opens the API of the server that runs beside', async () => {
  const ran = await terminal.run(['key', '--name', 'From the terminal']);
  expect([ran.code, ran.err]).toEqual([0, '']);
  expect(ran.out).toMatch(/^baton_[\w-]{43}\n$/);
  key = ran.out.trim();
  const program = new Visitor(server.url, { authorization: `Bearer ${key}` });
  const intake = await program.get('/api/v1/intake');
  expect(intake.status).toBe(200);
  expect(intake.body.rows).toHaveLength(4);
  const person = { name: 'Eve', email: 'eve@northbeam.example' };
  const refused = await program.post('/api/v1/settings/people', person);
  expect([refused.status, refused.body.code]).toEqual([403, 'key.not-allowed']);
});

test('the help of the command that makes a key says what a key may and may not', async () => {
  const { code, out } = await terminal.run(['key', '--help']);
  expect(code).toBe(0);
  for (const words of Object.values(KEY_SCOPE)) expect(out.replaceAll(/\s+/g, ' ')).toContain(words);
});

test('a mail that is added beside the server shows on its pages', async () => {
  const head = { From: 'Ana <ana@kestrel.example>', Subject: 'Second', 'Message-ID': '<n2@kestrel.example>' };
  mkdirSync(join(terminal.folder, 'elsewhere'));
  writeFileSync(join(terminal.folder, 'elsewhere/second.eml'), plainMail(head, 'See you on Tuesday.'));
  const ran = await terminal.run(['add', 'second.eml'], { folder: join(terminal.folder, 'elsewhere') });
  expect([ran.code, ran.err]).toEqual([0, '']);
  const admin = await firstAdmin();
  const { rows } = (await admin.get('/api/v1/intake')).body as { rows: { subject: string; how: string }[] };
  expect(rows.find((each) => each.subject === 'Second')?.how).toBe('Added at the terminal');
});

test('a sign-in link is printed for a colleague and for nobody else', async () => {
  const [link, nobody] = await Promise.all([
    terminal.run(['sign-in-link', 'MARCUS@northbeam.example']),
    terminal.run(['sign-in-link', 'eve@evil.example']),
  ]);
  expect([link.code, link.err]).toEqual([0, '']);
  expect(link.out.startsWith(`${server.url}/sign-in/link/`), `${link.out} is at ${server.url}`).toBe(true);
  const { pathname } = new URL(link.out.trim());
  const signedIn = await new Visitor(server.url, { origin: server.url }).post(`/api/v1${pathname}`, {});
  expect(signedIn.status, signedIn.text).toBe(200);
  expect([nobody.code, nobody.out]).toEqual([1, '']);
  expect(nobody.err).toContain('Nobody here has this address.');
});

test('checkpoints, a rebuild and the doctor work beside the server', async () => {
  const [notes, rebuilt] = await Promise.all([terminal.run(['checkpoint']), terminal.run(['rebuild'])]);
  expect([notes.code, notes.err]).toEqual([0, '']);
  expect(notes.out).toMatch(/^baton\/\S+\n\d+\n\S+\n\n— baton\.\S+ \S+\n/);
  kept = join(terminal.folder, 'checkpoints.txt');
  writeFileSync(kept, notes.out);
  expect([rebuilt.code, rebuilt.err]).toEqual([0, '']);
  expect(rebuilt.out).toMatch(/^\d+ saved rows were folded anew from the record\.\n$/);
  const doctor = await terminal.run(['doctor']);
  expect([doctor.code, doctor.err]).toEqual([0, '']);
  expect(doctor.out).toContain('well  Row level security binds on every table.');
  // The exit code says well, so no line may say NOT: what is missing for others is a warning.
  expect(doctor.out).toContain('look  Links say localhost, which opens on this machine alone. Set BATON_URL');
  expect(doctor.out).not.toMatch(/^NOT/m);
});

test('a stop while somebody listens to events ends in seconds, with exit code 0', async () => {
  await new Promise<void>((open) => {
    const line = request(`${server.url}/api/v1/events`, { headers: { authorization: `Bearer ${key}` } });
    line.on('response', (answer) => {
      answer.on('error', () => undefined);
      answer.once('data', () => open());
    });
    line.on('error', () => undefined);
    line.end();
  });
  const asked = Date.now();
  expect(await server.stop()).toBe(0);
  expect(Date.now() - asked).toBeLessThan(8_000);
});

test('a record that nobody touched verifies, also against the checkpoints that were kept', async () => {
  const ran = await terminal.run(['verify', '--kept', kept]);
  expect(ran.err).toBe('');
  expect(ran.code).toBe(0);
  expect(ran.out).toMatch(/^\d+ entries in \d+ chains, \d+ checkpoints, 5 arrivals\.\n/);
  expect(ran.out).toContain('Nothing was changed after it was sealed.');
});

test('one word changed in the database is found at its entry, with exit code 1', async () => {
  const embedded = await openEmbedded({ home: terminal.home, log: silent });
  try {
    const client = await openClient(embedded.url, 'baton intruder');
    for (const trigger of ['refuse_change', 'refuse_truncate'])
      await client.query(`alter table baton.record_content disable trigger ${trigger}`);
    const changed = await client.query(
      `update baton.record_content set text = replace(text, 'Marcus', 'Markus') where text like '%Marcus%' and subject = 'workspace'`,
    );
    expect(changed.rowCount).toBeGreaterThan(0);
    // As they were: a start refuses a database whose triggers do not fire always.
    for (const trigger of ['refuse_change', 'refuse_truncate'])
      await client.query(`alter table baton.record_content enable always trigger ${trigger}`);
    await client.end();
  } finally {
    await embedded.close();
  }
  const ran = await terminal.run(['verify', '--json']);
  expect(ran.code).toBe(1);
  const { broken } = JSON.parse(ran.out) as { broken: { subject: string; number: number }[] };
  expect(broken.length).toBeGreaterThan(0);
  expect(broken.every((each) => each.subject === 'workspace')).toBe(true);
});

test('after somebody has signed in a start prints no first link, and is up within seconds', async () => {
  const asked = Date.now();
  const again = await terminal.start();
  expect(again.link).toBeNull();
  expect(Date.now() - asked).toBeLessThan(10_000);
  expect(await again.stop()).toBe(0);
});

async function firstAdmin(): Promise<Visitor> {
  const { pathname } = new URL(server.link ?? server.url);
  const who = { name: 'Marcus Oyelaran', email: 'marcus@northbeam.example' };
  const stranger = new Visitor(server.url, { origin: server.url });
  return browser(server.url, await stranger.post(`/api/v1${pathname}`, who));
}
