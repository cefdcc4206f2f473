import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../doors/open-baton.js';
import { INTRO_01, setUp } from '../doors/story-mail.js';
import { type Running, Terminal } from '../doors/terminal.js';
import { browser, Visitor } from '../doors/visitor.js';

// A home with one deal that was taken, a server beside it, and a stranger who has the folder and nothing else.
let terminal: Terminal;
let server: Running;
let marcus: Visitor;
let deal: string;
const AT_HOME = 'harbor-mutual.bundle';

beforeAll(async () => {
  terminal = new Terminal();
  server = await terminal.start();
  const stranger = new Visitor(server.url, { origin: server.url });
  const { pathname } = new URL(server.link ?? '');
  const who = { name: 'Marcus Oyelaran', email: 'marcus.oyelaran@northbeam.example' };
  marcus = browser(server.url, await stranger.post(`/api/v1${pathname}`, who));
  await setUp(marcus);
  const arrival = await marcus.hand(INTRO_01);
  deal = await eventually(async () => (await marcus.get(`/api/v1/arrivals/${arrival}`)).body.row.deal);
});

afterAll(async () => {
  await server?.stop();
  terminal?.close();
});

/** Somebody else's machine: no home, and nothing may be made there. */
async function elsewhere(...words: string[]) {
  const home = join(terminal.folder, 'no-home');
  const ran = await terminal.run(['verify', 'bundle', ...words], { environment: { BATON_HOME: home } });
  expect(existsSync(home)).toBe(false);
  return ran;
}

function fileOf(path: string): string {
  return readFileSync(join(terminal.folder, path), 'utf8');
}

test('before the intro is taken there is nothing for the partner, and all of it for the host', async () => {
  const none = await terminal.run(['export', 'deal', deal]);
  expect([none.code, none.out]).toEqual([1, '']);
  expect(none.err).toContain('Its record begins when somebody takes the intro. (record.unshared)');
  const host = await terminal.run(['export', 'deal', deal, '--for', 'host', '--out', 'before']);
  expect([host.code, host.err]).toEqual([0, '']);
  expect((await elsewhere('before')).code).toBe(0);
  expect((await marcus.post(`/api/v1/deals/${deal}/take`)).status).toBe(200);
});

test('a deal is exported by its name for the partner, into a folder that is named after the buyer', async () => {
  const ran = await terminal.run(['export', 'deal', 'harbor mutual']);
  expect([ran.code, ran.err]).toEqual([0, '']);
  expect(ran.out).toContain(`${join(terminal.folder, AT_HOME)}\nFor the partner: the record that is shared`);
  const files = readdirSync(join(terminal.folder, AT_HOME), { recursive: true }).map(String).sort();
  expect(files.slice(0, 3)).toEqual(['bundle.json', 'checkpoint.txt', 'evidence']);
  expect(files[3]).toMatch(/^evidence\/arrival_\w{26}\.words-\w{8}\.txt$/);
  expect(files.slice(4)).toEqual(['record.md']);
  expect(fileOf(`${AT_HOME}/record.md`)).toContain(
    'Northbeam took the intro of Harbor Mutual from Cobalt Ridge.',
  );
  expect(fileOf(`${AT_HOME}/record.md`)).toContain('> ');
});

test('a deal that is not there and a side that is none are refused in words', async () => {
  const [nobody, nameless] = await Promise.all([
    terminal.run(['export', 'deal', 'Gantry']),
    terminal.run(['export', 'deal', 'Harbor Mutual', '--for', 'buyer']),
  ]);
  expect([nobody.code, nameless.code]).toEqual([1, 1]);
  expect(nobody.err).toContain('There is no deal called Gantry. (deal.unknown)');
  expect(nameless.err).toContain('Allowed choices are partner, host');
});

test('a stranger without a home finds it well, as a folder and as the one file', async () => {
  for (const path of [AT_HOME, `${AT_HOME}/bundle.json`]) {
    const ran = await elsewhere(path);
    expect([ran.code, ran.err], ran.out).toEqual([0, '']);
    expect(ran.out).toMatch(/^Harbor Mutual: Northbeam and Cobalt Ridge\. For the partner\.\nwell {2}/);
    expect(ran.out).not.toContain('NOT ');
    expect(ran.out).toContain('Nothing was changed after it was sealed.');
  }
});

test('one character changed in an entry is named with its sentence, with exit code 1', async () => {
  mkdirSync(join(terminal.folder, 'bent'));
  const text = fileOf(`${AT_HOME}/bundle.json`);
  writeFileSync(
    join(terminal.folder, 'bent/bundle.json'),
    text.replace('\\"buyer\\":\\"H', '\\"buyer\\":\\"B'),
  );
  const ran = await elsewhere('bent/bundle.json');
  expect(ran.code).toBe(1);
  expect(ran.out).toContain(
    'NOT   Record, entry 1, “Northbeam took the intro of Barbor Mutual from Cobalt Ridge.”: Its words, or the salt before them, were changed after it was sealed. (entry.content-changed)',
  );
});

test('what a terminal would obey in a bundle of a stranger does not reach it', async () => {
  const text = fileOf(`${AT_HOME}/bundle.json`);
  const bent = text.replace('\\"buyer\\":\\"H', '\\"buyer\\":\\"\\\\u001b[2JH');
  writeFileSync(join(terminal.folder, 'bent/bundle.json'), bent);
  const ran = await elsewhere('bent/bundle.json');
  expect(ran.code).toBe(1);
  expect(ran.out).toContain('intro of \ufffd[2JHarbor');
  expect(ran.out).not.toContain('\u001b');
});

test('the same deal may be exported again over itself; nothing else is written over', async () => {
  const before = fileOf(`${AT_HOME}/bundle.json`);
  const again = await terminal.run(['export', 'deal', deal, '--out', AT_HOME]);
  expect([again.code, again.err]).toEqual([0, '']);
  expect(fileOf(`${AT_HOME}/bundle.json`)).toBe(before);
  const host = await terminal.run(['export', 'deal', deal, '--for', 'host', '--out', AT_HOME]);
  expect(host.code).toBe(1);
  expect(host.err).toContain(
    "is not this deal's bundle for the host. Name another with --out. (folder.taken)",
  );
  mkdirSync(join(terminal.folder, 'mine'));
  writeFileSync(join(terminal.folder, 'mine/mine.txt'), 'Mine.');
  expect((await terminal.run(['export', 'deal', deal, '--out', 'mine'])).code).toBe(1);
  expect((await terminal.run(['export', 'deal', deal, '--out', 'mine/mine.txt'])).err).toContain(
    'folder.unreadable',
  );
  expect(fileOf(`${AT_HOME}/bundle.json`)).toBe(before);
});

test('a checkpoint of an older bundle shows that a newer one goes on from it, and not the other way round', async () => {
  const kept = join(terminal.folder, 'kept.txt');
  writeFileSync(kept, fileOf(`${AT_HOME}/checkpoint.txt`));
  writeFileSync(join(terminal.folder, 'old.json'), fileOf(`${AT_HOME}/bundle.json`));
  const { people } = (await marcus.get('/api/v1/settings')).body as {
    people: { id: string; email: string }[];
  };
  const owner = people.find((each) => each.email.startsWith('dana'))?.id;
  expect((await marcus.post(`/api/v1/deals/${deal}/owner`, { owner })).status).toBe(200);
  await terminal.run(['export', 'deal', deal, '--out', AT_HOME]);
  const on = await elsewhere(AT_HOME, '--checkpoint', kept);
  expect([on.code, on.err], on.out).toEqual([0, '']);
  expect(on.out).toContain('1 of 1 checkpoints kept outside are of this deal');
  writeFileSync(kept, fileOf(`${AT_HOME}/checkpoint.txt`));
  const back = await elsewhere('old.json', '--checkpoint', kept);
  expect(back.code).toBe(1);
  expect(back.out).toContain('its end was cut off, or this was made before. (chain.cut)');
});

test('what the server signed as it went is a checkpoint for a bundle too, and one of elsewhere is none', async () => {
  const notes = await eventually(async () => {
    const { out } = await terminal.run(['checkpoint']);
    return out.includes(`/${deal}\n`) ? out : null;
  });
  writeFileSync(join(terminal.folder, 'all.txt'), notes);
  const ran = await elsewhere(AT_HOME, '--checkpoint', 'all.txt');
  expect([ran.code, ran.err], ran.out).toEqual([0, '']);
  writeFileSync(join(terminal.folder, 'others.txt'), notes.replaceAll(`/${deal}\n`, '/deal_elsewhere\n'));
  const others = await elsewhere(AT_HOME, '--checkpoint', 'others.txt');
  expect([others.code, others.out.includes('checkpoint.other-')]).toEqual([1, true]);
  const none = await elsewhere(AT_HOME, '--checkpoint', `${AT_HOME}/record.md`);
  expect([none.code, none.out]).toEqual([1, '']);
  expect(none.err).toContain('checkpoint.missing');
});

test('the page gives the same bytes as the terminal', async () => {
  await terminal.run(['export', 'deal', deal, '--for', 'host']);
  for (const [asker, folder] of [
    ['partner', AT_HOME],
    ['host', 'harbor-mutual.host.bundle'],
  ]) {
    const answer = await marcus.get(`/api/v1/deals/${deal}/bundle?for=${asker}`);
    expect(answer.status, answer.text).toBe(200);
    expect(answer.text).toBe(fileOf(`${folder}/bundle.json`));
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${folder}.json"`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  }
});

test('what is not there is not there: no folder, no bundle, no deal', async () => {
  const [gone, empty] = await Promise.all([elsewhere('gone'), elsewhere(`${AT_HOME}/evidence`)]);
  expect(gone.err).toContain('gone cannot be read. (file.unreadable)');
  expect(empty.err).toContain('There is no bundle.json in');
  for (const path of ['deal_00000000000000000000000000/bundle', 'x/bundle', `${deal}/bundle?for=buyer`])
    expect((await marcus.get(`/api/v1/deals/${path}`)).status, path).toBe(path.endsWith('buyer') ? 400 : 404);
});
