import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, openDemo } from '#cli/demo.js';
import { bringIn } from '#demo/bring-in.js';
import { isRefusal } from '#domain/refusal.js';
import { eventually } from '../doors/open-baton.js';
import { Visitor } from '../doors/visitor.js';
import { lookAs } from './visit.js';

let demo: Demo;
let dana: Visitor;

beforeAll(async () => {
  const opened = await openDemo({ port: '0', smtpPort: '0' });
  if (isRefusal(opened)) throw new Error(opened.because);
  demo = opened;
  dana = await lookAs(demo.url);
});

afterAll(() => demo?.close());

/** Somebody at the pages of the demo who is nobody yet. */
function visitor(): Visitor {
  return new Visitor(demo.url, { origin: demo.url });
}

test('what Baton sends goes to the mailbox of the demo, which says that nobody had it', async () => {
  const before = (await dana.get('/demo/mails')).body;
  expect(before.lead).toBe('What Dunmore Freight and Cobalt Ridge would have received. Nobody did.');
  expect(before.mails).toHaveLength(1);
  expect(before.mails[0]).toMatchObject({
    subject: 'Re: Lena (Dunmore Freight), meet Dana (Northbeam)',
    when: 'Mon 10:20',
    wouldHaveGone: 'Mon 2 Mar, 10:20 ET, once',
  });
  const stranger = visitor();
  const email = 'owen.castell@northbeam.example';
  expect((await stranger.post('/api/v1/sign-in/link', { email })).status).toBe(200);
  const box = await eventually(async () => {
    const { body } = await dana.get('/demo/mails');
    return body.mails.length > 1 ? body : null;
  });
  expect(box.companies.at(-1)).toEqual({ name: 'Northbeam', side: 'host', mails: 1 });
  expect(box.mails[0]).toMatchObject({
    to: [{ email, name: 'Owen Castell', side: 'host' }],
    from: { name: 'Baton at Northbeam', side: 'host' },
  });
  expect(box.mails[0].wouldHaveGone).toMatch(/^Fri 6 Mar, 0[89]:\d\d ET, once$/);
  expect(box.mails[0].text).toContain(`${demo.url}/sign-in/link/`);
  expect((await dana.get('/demo/strip')).body.mails).toBe(2);
});

test('a mail of the mailbox is answered in its reader’s name, and the answer joins its deal', async () => {
  const post = createTransport({ host: '127.0.0.1', port: demo.mailbox.port, ignoreTLS: true });
  // Just as Baton hands a mail to its outgoing server.
  await post.sendMail({
    from: 'Dana Whitlock <dana.whitlock@northbeam.example>',
    to: 'Joanna Pruitt <jpruitt@harbormutual.example>',
    cc: 'Theo Lindqvist <theo.lindqvist@cobaltridge.example>',
    subject: 'Re: Intro: Joanna Pruitt (Harbor Mutual) <> Dana Whitlock (Northbeam)',
    references: '<CAKt9xQm3vLr8nW0dH2pYb7sJf4uTzE=oXgC1kR6aVi5NqDyM@mail.cobaltridge.example>',
    text: 'Joanna, would Tuesday at ten do?',
  });
  post.close();
  const { mails, lead } = (await dana.get('/demo/mails')).body;
  expect(lead).toBe('What Harbor Mutual, Dunmore Freight and Cobalt Ridge would have received. Nobody did.');
  expect(mails[0]).toMatchObject({ replyAs: { name: 'Joanna Pruitt', side: 'buyer' } });
  const stranger = visitor();
  const words = 'Tuesday at ten is good. Colm will join.';
  const answered = await stranger.post('/demo/reply', { mail: mails[0].id, words });
  expect(answered.status, answered.text).toBe(200);
  const row = await eventually(async () => {
    const { rows } = (await dana.get('/api/v1/intake')).body;
    return rows.find((each: { deal: string; sender: { name: string } }) => {
      return each.sender.name === 'Joanna Pruitt' && each.deal !== null;
    });
  });
  expect(row).toMatchObject({ dealName: 'Harbor Mutual', group: 'taken' });
  const toUs = mails.find((each: { replyAs: unknown }) => each.replyAs === null);
  expect((await stranger.post('/demo/reply', { mail: toUs.id, words })).body.code).toBe('demo.no-reader');
  expect((await stranger.post('/demo/reply', { mail: 'none', words })).status).toBe(404);
});

test('sign-in keeps real time: a link that works for fifteen minutes outlives a day of the story', async () => {
  const { mails } = (await dana.get('/demo/mails')).body;
  expect((await visitor().post('/demo/move-on', { to: 'tomorrow-09:00' })).status).toBe(200);
  const asked = mails.find(({ subject }: { subject: string }) => subject.includes('sign-in'));
  const link = /\/sign-in\/link\/[\w-]+/.exec(asked.text)?.[0] ?? '';
  expect((await dana.get(`/api/v1${link}`)).body).toMatchObject({ state: 'good' });
});

test('what is refused while the story comes in ends it with the sentence of the door', async () => {
  const firstAdminLink = `${demo.url}/sign-in/link/${'x'.repeat(43)}`;
  const heartbeat = { nextDue: async () => null, settled: async () => true };
  const stage = { url: demo.url, smtp: demo.smtp, clock: demo.clock, heartbeat, firstAdminLink };
  const coming = bringIn({ ...stage, progress: () => undefined, isOver: () => false });
  await expect(coming).rejects.toThrow(
    /^The demo could not be set up at sign-in\/link: This link is not known here/,
  );
});

test('no other outgoing server can be set or tried, so that no mail leaves this machine', async () => {
  const marcus = await lookAs(demo.url, 'marcus');
  const server = { host: '127.0.0.1', port: 25, security: 'none', user: null, password: null };
  const said = { ...server, from: { name: null, address: 'baton@northbeam.example' } };
  for (const path of ['outgoing', 'outgoing/try', 'outgoing/', 'outgoin%67', 'outgoin%67/%74ry']) {
    const answer = await marcus.post(`/api/v1/settings/${path}`, said);
    expect([answer.status, answer.body.code], path).toEqual([409, 'demo.outgoing']);
  }
  expect((await marcus.ask('DELETE', '/api/v1/settings/outgoing')).body.code).toBe('demo.outgoing');
  // The letters and the slashes that a door does not know lead nowhere.
  for (const path of ['OUTGOING', 'outgoing%2Ftry', './outgoing'])
    expect((await marcus.post(`/api/v1/settings/${path}`, said)).status, path).not.toBe(200);
});
