import { afterAll, describe, expect, it } from 'vitest';
import { closeMailDecoder, decodeMail } from '#sources/mail/decode.js';
import { DecoderPool } from '#sources/mail/decoder-pool.js';

afterAll(closeMailDecoder);

const HEAD =
  'From: Theo <theo@cobalt.example>\r\nTo: dana@larkspur.example\r\nSubject: Hello\r\nDate: Thu, 5 Mar 2026 16:42:18 -0500\r\n';

function bytes(...pieces: (string | number[])[]): Uint8Array {
  return Buffer.concat(
    pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece, 'latin1') : Buffer.from(piece))),
  );
}

describe('a mail becomes text', () => {
  it('reads the plain part where there is one, and keeps the HTML beside it', async () => {
    const mail = await decodeMail(
      bytes(
        `${HEAD}Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nplain words\r\n`,
        '--b\r\nContent-Type: text/html\r\n\r\n<p>rich words</p>\r\n--b--\r\n',
      ),
    );
    expect(mail.body.trim()).toBe('plain words');
    expect(mail.html).toContain('rich words');
    expect(mail.head.date).toBe('2026-03-05T16:42:18-05:00');
    expect(mail.headers[0]).toEqual(['from', 'Theo <theo@cobalt.example>']);
    expect(mail.problems).toEqual([]);
  });

  it('reads Windows-1252, which calls its curly quotes by bytes of their own', async () => {
    const mail = await decodeMail(
      bytes(
        `${HEAD}Content-Type: text/plain; charset=windows-1252\r\n\r\n`,
        [0x93],
        'it',
        [0x92],
        's ',
        [0x80],
        '5',
        [0x94],
      ),
    );
    expect(mail.body).toBe('“it’s €5”');
  });

  it('reads UTF-7, which old Exchange servers still write', async () => {
    const mail = await decodeMail(
      bytes(`${HEAD}Content-Type: text/plain; charset=utf-7\r\n\r\nGr+APwA3w-e aus M+APw-nchen`),
    );
    expect(mail.body).toBe('Grüße aus München');
  });

  it('reads bare text without headers, as somebody pastes it', async () => {
    const mail = await decodeMail(
      Buffer.from('Dana: could you call Joanna at Harbor Mutual?\nShe is keen – Grüße'),
    );
    expect(mail.body).toBe('Dana: could you call Joanna at Harbor Mutual?\nShe is keen – Grüße');
    expect(mail.head.from).toBeNull();
    expect(mail.problems).toEqual([]);
  });

  it('decodes a mail inside a mail with a head of its own', async () => {
    const mail = await decodeMail(
      bytes(
        `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nsee below\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n`,
        'From: Kim <kim@inner.example>\r\nMessage-ID: <in@inner.example>\r\nSubject: Inner\r\n\r\ninner words\r\n--b--\r\n',
      ),
    );
    expect(mail.body.trim()).toBe('see below');
    expect(mail.attachments[0]?.mail?.head.messageId).toBe('<in@inner.example>');
    expect(mail.attachments[0]?.mail?.body.trim()).toBe('inner words');
  });

  it('finds the calendar part and what it asks', async () => {
    const mail = await decodeMail(
      bytes(
        `${HEAD}Content-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR\r\n`,
      ),
    );
    expect(mail.calendar).toContain('METHOD:REPLY');
    expect(mail.marks.calendarMethod).toBe('REPLY');
  });

  it('never keeps a NUL or half a surrogate pair, which PostgreSQL refuses', async () => {
    const mail = await decodeMail(
      bytes(`${HEAD}Content-Type: text/html; charset=utf-8\r\n\r\n<p>a&#0;b&#xD800;c</p>\0`),
    );
    expect(mail.body).not.toMatch(/[\0\p{Surrogate}]/u);
    expect(mail.html).not.toContain('\0');
  });
});

describe('what an attacker made still resolves, quickly, with a problem', () => {
  const code = async (raw: Uint8Array) => {
    const started = performance.now();
    const mail = await decodeMail(raw);
    expect(performance.now() - started).toBeLessThan(8_000);
    return { code: mail.problems[0]?.code, mail };
  };

  it('two hundred thousand parts', async () => {
    const many = await code(
      bytes(
        `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(200_000)}--b--`,
      ),
    );
    expect(many.code).toBe('mail.too-many-parts');
    expect(many.mail.head.subject).toBe('Hello');
  });

  it('half a million header lines', async () => {
    expect((await code(bytes(`${HEAD}${'X-A: b\r\n'.repeat(500_000)}\r\nbody`))).code).toBe(
      'mail.head-too-large',
    );
  });

  it('parts inside parts, two hundred deep', async () => {
    let deep = HEAD;
    for (let level = 0; level < 200; level += 1)
      deep += `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`;
    expect((await code(bytes(deep))).code).toBe('mail.too-deep');
  });

  it('mails inside mails, two hundred deep', async () => {
    expect((await code(bytes(HEAD, 'Content-Type: message/rfc822\r\n\r\n'.repeat(200)))).code).toBe(
      'mail.too-deep',
    );
  });

  it('twenty-six megabytes', async () => {
    expect((await code(Buffer.concat([bytes(`${HEAD}\r\n`), Buffer.alloc(26 * 1024 * 1024, 97)]))).code).toBe(
      'mail.too-large',
    );
  });

  it('an Outlook file, which is told apart and explained', async () => {
    const { mail } = await code(bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]));
    expect(mail.problems[0]?.because).toMatch(/\.msg/);
  });

  it('HTML nested fifty thousand deep', async () => {
    const { mail } = await code(
      bytes(`${HEAD}Content-Type: text/html\r\n\r\n${'<div>'.repeat(50_000)}words`),
    );
    expect(mail.html).not.toBeNull();
  });

  it('no bytes at all', async () => {
    expect((await code(new Uint8Array())).code).toBe('mail.empty');
  });
});

describe('the decoder threads', () => {
  it('let the main loop go on while a heavy mail is taken apart', async () => {
    const heavy = bytes(
      `${HEAD}Content-Type: text/html\r\n\r\n${'<table><tr><td>word</td></tr></table>'.repeat(20_000)}`,
    );
    await decodeMail(bytes(`${HEAD}\r\nwarm`));
    let longest = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    await decodeMail(heavy);
    clearInterval(beat);
    expect(longest).toBeLessThan(400);
  });

  it('are stopped when a mail takes too long, and the next mail is read all the same', async () => {
    const pool = new DecoderPool(1, 1);
    const slow = await pool.decode(bytes(`${HEAD}\r\nx`));
    expect('problem' in slow && slow.problem.code).toBe('mail.too-slow');
    const patient = new DecoderPool(1, 15_000);
    const answers = await Promise.all(
      [1, 2, 3].map((one) => patient.decode(bytes(`${HEAD}\r\nmail ${one}`))),
    );
    expect(answers.map((answer) => 'mail' in answer && answer.mail.body)).toEqual([
      'mail 1',
      'mail 2',
      'mail 3',
    ]);
    await Promise.all([pool.close(), patient.close()]);
  });
});
