import { test } from 'vitest';
import { firstAdmin, openBaton } from './open-baton.js';

test('x', async () => {
  const baton = await openBaton();
  const admin = await firstAdmin(baton);
  const h = { 'content-type': 'message/rfc822' };
  for (const [n, m] of Object.entries({
    nulsubject: 'From: a@b.example\r\nSubject: a\0b\r\n\r\nhello',
    nulword: 'From: a@b.example\r\nSubject: =?utf-8?q?a=00b?=\r\n\r\nhello',
    nulname:
      'From: "x\0y" <a@b.example>\r\nMessage-ID: <a\0b@c>\r\nSubject: s\r\n\r\nhello\0there. Intro: Joanna meet Dana',
    sur: 'From: a@b.example\r\nSubject: =?utf-16?b?2AA=?=\r\n\r\nhello',
    q: 'From: a@b.example\r\nSubject: =?utf-8?q?=ED=A0=80?=\r\nDate: nonsense\r\n\r\nhello',
    date: 'From: a@b.example\r\nSubject: x\r\nDate: Thu, 5 Mar 99999 16:42:18 -0500\r\n\r\nhello',
    date2: 'From: a@b.example\r\nSubject: x2\r\nDate: Thu, 5 Mar 2026 16:42:18 +9999\r\n\r\nhello',
    longid: `From: a@b.example\r\nSubject: x2\r\nMessage-ID: <${'i'.repeat(9000)}@x>\r\n\r\nhello`,
  })) {
    const a = await admin.ask('POST', '/api/v1/arrivals', { body: m, headers: h });
    console.log(n, a.status, a.text.slice(0, 200));
  }
  await new Promise((r) => setTimeout(r, 2500));
  const i = await admin.get('/api/v1/intake');
  console.log(
    i.status,
    i.body.rows.map((r: any) => [r.subject, r.verdict, r.why, r.sender.name]),
  );
  for (const r of i.body.rows) {
    const p = await admin.get('/api/v1/arrivals/' + r.arrival);
    if (p.status !== 200) console.log(p.text);
  }
  await baton.close();
});
