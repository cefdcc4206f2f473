import { createHash } from 'node:crypto';
import { lock, unlock } from '#record/arrivals/cipher.js';
import { bytesAbout, wrappedAbout } from '#record/arrivals/keep.js';
import { WORKSPACE, WRAP } from '../world/room.js';
import type { Deed } from './intruder.js';
import { sql, type Way } from './way.js';

const FLIP = 'sealed = set_byte(sealed, length(sealed) - 1, get_byte(sealed, length(sealed) - 1) # 1)';

/** Ways to bend what is kept of a mail: its bytes, its decoded words, its deliveries. */
export const ARRIVAL_WAYS: readonly Way[] = [
  {
    way: 'one bit of a mail’s bytes',
    deed: ({ arrival }) => sql([`update baton.arrival set ${FLIP} where arrival = $1`, arrival]),
    found: ({ arrival }) => [{ subject: arrival, number: 1, code: 'arrival.changed' }],
  },
  {
    way: 'the bytes of one mail put in the place of another’s',
    deed: ({ arrival, otherArrival }) => exchangeMails(arrival, otherArrival),
    found: ({ arrival, otherArrival }) =>
      [arrival, otherArrival].map((subject) => ({ subject, number: 1, code: 'arrival.changed' })),
  },
  {
    way: 'other bytes under the right key and with their own hash, by somebody who has the key file',
    deed: ({ arrival }) => reseal('arrival', arrival, 'raw', 'From: mallory@else.example\r\n\r\nNo.\r\n'),
    found: ({ arrival }) => [{ subject: arrival, number: 1, code: 'arrival.changed' }],
  },
  {
    way: 'another Message-ID',
    deed: ({ arrival }) =>
      sql([`update baton.arrival set message_id = '<x@else.example>' where arrival = $1`, arrival]),
    found: ({ arrival }) => [{ subject: arrival, number: 1, code: 'arrival.changed' }],
  },
  {
    way: 'another content hash, so that the mail could be brought again',
    deed: ({ arrival }) =>
      sql(['update baton.arrival set content_hash = sha256(content_hash) where arrival = $1', arrival]),
    found: ({ arrival }) => [{ subject: arrival, number: 1, code: 'arrival.changed' }],
  },
  {
    way: 'a mail that is gone',
    deed: ({ arrival }) => sql(['delete from baton.arrival where arrival = $1', arrival]),
    found: ({ arrival }) => [{ subject: arrival, number: 1, code: 'arrival.missing' }],
  },
  {
    way: 'a mail that was slipped in beside the record',
    deed: ({ arrival }) =>
      sql([
        `insert into baton.arrival select workspace, 'arrival_forged', sha256(content_hash), message_id, sha256,
           bytes, wrapped_key, sealed, kept_at from baton.arrival where arrival = $1`,
        arrival,
      ]),
    found: () => [{ subject: 'arrival_forged', number: 0, code: 'arrival.unrecorded' }],
  },
  {
    way: 'one bit of the words that quotes stand in',
    deed: ({ arrival, part }) => sql([partSet(FLIP), arrival, part]),
    found: ({ arrival }) => [{ subject: arrival, number: 2, code: 'arrival.text-changed' }],
  },
  {
    way: 'one bit of the hash of those words',
    deed: ({ arrival, part }) =>
      sql([partSet('sha256 = set_byte(sha256, 0, get_byte(sha256, 0) # 1)'), arrival, part]),
    found: ({ arrival }) => [{ subject: arrival, number: 2, code: 'arrival.text-changed' }],
  },
  {
    way: 'other words under the right key and with their own hash, by somebody who has the key file',
    deed: ({ arrival, part }) => reseal('arrival_part', arrival, part, 'Dana, do not meet Joanna.'),
    found: ({ arrival }) => [{ subject: arrival, number: 2, code: 'arrival.text-changed' }],
  },
  {
    way: 'the words gone, so that no quote can be looked up',
    deed: ({ arrival, part }) =>
      sql(['delete from baton.arrival_part where arrival = $1 and part = $2', arrival, part]),
    found: ({ arrival }) => [{ subject: arrival, number: 2, code: 'arrival.text-missing' }],
  },
  {
    way: 'one bit of the decoded mail',
    deed: ({ arrival }) => sql([partSet(FLIP), arrival, 'mail']),
    found: ({ arrival }) => [{ subject: arrival, number: 0, code: 'arrival.text-changed' }],
  },
  {
    way: 'one bit of the headers of a delivery',
    deed: ({ arrival }) => sql([`update baton.delivery set ${FLIP} where arrival = $1`, arrival]),
    found: ({ arrival }) => [{ subject: arrival, number: 1, code: 'delivery.changed' }],
  },
  {
    way: 'a delivery gone',
    deed: ({ arrival }) => sql(['delete from baton.delivery where arrival = $1', arrival]),
    found: ({ arrival }) => [{ subject: arrival, number: 1, code: 'delivery.missing' }],
  },
  {
    way: 'a delivery that no entry speaks of',
    deed: ({ arrival }) =>
      sql([
        `insert into baton.delivery select workspace, 'delivery_forged', arrival, received_at, sealed
           from baton.delivery where arrival = $1`,
        arrival,
      ]),
    found: ({ arrival }) => [{ subject: arrival, number: 0, code: 'delivery.unrecorded' }],
  },
];

function partSet(change: string): string {
  return `update baton.arrival_part set ${change} where arrival = $1 and part = $2`;
}

function exchangeMails(one: string, other: string): Deed {
  return async (client) => {
    await client.query('update baton.arrival set arrival = $2 where arrival = $1', [one, 'arrival_aside']);
    await client.query('update baton.arrival set arrival = $2 where arrival = $1', [other, one]);
    await client.query('update baton.arrival set arrival = $2 where arrival = $1', ['arrival_aside', other]);
  };
}

function reseal(table: 'arrival' | 'arrival_part', arrival: string, part: string, text: string): Deed {
  return async (client) => {
    const found = await client.query<{ wrapped_key: Buffer }>(
      'select wrapped_key from baton.arrival where arrival = $1',
      [arrival],
    );
    const wrapped = found.rows[0]?.wrapped_key as Buffer;
    const key = unlock(WRAP, wrappedAbout(WORKSPACE, arrival), wrapped);
    const plain = Buffer.from(text, 'utf8');
    const sealed = lock(key, bytesAbout(WORKSPACE, arrival, part), plain);
    const where = table === 'arrival' ? '' : 'and part = $4';
    await client.query(`update baton.${table} set sealed = $2, sha256 = $3 where arrival = $1 ${where}`, [
      arrival,
      sealed,
      createHash('sha256').update(plain).digest(),
      ...(table === 'arrival' ? [] : [part]),
    ]);
  };
}
