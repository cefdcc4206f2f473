import { expect, test } from 'vitest';
import type { KeptAll } from '#contract/arrival.js';
import { looksLikeMail } from '#web/door/ask.js';
import { keptWords } from '#web/intake/hand-in.js';

const kept = (file: string, fresh: boolean): KeptAll['kept'][number] => ({
  file,
  kept: { arrival: `arrival_${file}`, fresh, sha256: '4be1', bytes: 10 },
  because: null,
  problems: [],
});

test('what was kept, what had come before and what was refused is said in one breath', () => {
  expect(keptWords({ kept: [kept('a.eml', true)] })).toBe('One mail is kept.');
  expect(keptWords({ kept: [kept('a.eml', true), kept('b.eml', false)] })).toBe(
    'Two mails are kept, one had come before.',
  );
  expect(keptWords({ kept: [kept('a.eml', false)] })).toBe('One mail is kept, as it was before.');
  expect(keptWords({ kept: [{ file: 'notes.pdf', kept: null, because: 'not a mail.', problems: [] }] })).toBe(
    'Nothing was kept. notes.pdf: not a mail.',
  );
});

test('what is kept and is no mail is said with its file', () => {
  const problems = [{ code: 'file.not-a-mail', because: 'This is not a mail and not text.' }];
  expect(keptWords({ kept: [{ ...kept('scan.pdf', true), problems }] })).toBe(
    'One mail is kept. scan.pdf: This is not a mail and not text.',
  );
});

test('a paste with its headers is a mail, a paste of words alone is text', () => {
  expect(looksLikeMail('From: Theo <theo@cobaltridge.example>\nSubject: Intro\n\nDana, meet Joanna.')).toBe(
    true,
  );
  expect(looksLikeMail('\n\nReceived: from a\n by b\nFrom: x@y.example\n\nHello')).toBe(true);
  expect(looksLikeMail('Dana, meet Joanna.\n\nFrom: our side, a word.\nSubject: none')).toBe(false);
  expect(looksLikeMail('Note: call him')).toBe(false);
});
