import { expect, test } from 'vitest';
import type { SmtpDelivery } from '#connections/smtp/delivery.js';
import type { Incoming } from '#domain/arrival.js';
import { refuse } from '#domain/refusal.js';
import { deliverTo } from '#sources/smtp.js';

const delivery: SmtpDelivery = {
  bytes: Buffer.from('Subject: Harbor Mutual\r\n\r\nhi\r\n'),
  envelope: {
    mailFrom: 'theo@cobaltridge.example',
    rcptTo: ['intro@localhost', 'deals@northbeam.example', 'intro@other.example'],
    clientAddress: '192.0.2.7',
    helo: 'mx.cobaltridge.example',
    encrypted: false,
    utf8: false,
  },
  recipients: [
    { address: 'intro@localhost', workspace: 'northbeam', purpose: 'intro' },
    { address: 'deals@northbeam.example', workspace: 'northbeam', purpose: 'intro' },
    { address: 'intro@other.example', workspace: 'other', purpose: 'intro' },
  ],
  receivedAt: '2026-03-05T21:42:18Z',
  correlation: 'c',
};

test('a mail to two addresses of one workspace is kept once there, and no workspace sees another’s address', async () => {
  const kept: [string, Incoming][] = [];
  expect(
    await deliverTo(async (workspace, incoming) => kept.push([workspace, incoming]))(delivery),
  ).toBeNull();
  expect(kept.map(([workspace, { envelope }]) => [workspace, envelope?.rcptTo])).toEqual([
    ['northbeam', ['intro@localhost', 'deals@northbeam.example']],
    ['other', ['intro@other.example']],
  ]);
  expect(kept[0]?.[1]).toMatchObject({ via: 'smtp', by: null, receivedAt: '2026-03-05T21:42:18Z' });
  expect(kept[0]?.[1].bytes).toBe(delivery.bytes);
});

test('a refusal to keep is handed to the listener, and a fault goes through', async () => {
  const refusal = refuse('arrival.blocked', 'No.');
  expect(await deliverTo(async () => refusal)(delivery)).toBe(refusal);
  await expect(deliverTo(() => Promise.reject(new Error('away')))(delivery)).rejects.toThrow('away');
});
