import { exchangeColumns, exchangeContents } from './forgery.js';
import { sql, type Way } from './way.js';

const ENTRY = 'update baton.record_entry set';
const CONTENT = 'update baton.record_content set';
const AT = 'where subject = $1 and number = $2';

/** Ways to bend one entry where it stands. */
export const ENTRY_WAYS: readonly Way[] = [
  {
    way: 'other words in an entry',
    deed: ({ deal }) => sql([`${CONTENT} text = replace(text, 'Halden', 'Haldem') ${AT}`, deal, 1]),
    found: ({ deal }) => [{ subject: deal, number: 1, code: 'entry.content-changed' }],
  },
  {
    way: 'one space in an entry',
    deed: ({ notebook }) => sql([`${CONTENT} text = text || ' ' ${AT}`, notebook, 4]),
    found: ({ notebook }) => [{ subject: notebook, number: 4, code: 'entry.content-changed' }],
  },
  {
    way: 'another salt',
    deed: ({ deal }) => sql([`${CONTENT} salt = set_byte(salt, 0, get_byte(salt, 0) # 1) ${AT}`, deal, 2]),
    found: ({ deal }) => [{ subject: deal, number: 2, code: 'entry.content-changed' }],
  },
  {
    way: 'no salt',
    deed: ({ deal }) =>
      sql(
        ['alter table baton.record_content alter column salt drop not null'],
        [`${CONTENT} salt = null ${AT}`, deal, 2],
      ),
    found: ({ deal }) => [{ subject: deal, number: 2, code: 'entry.half-erased' }],
  },
  {
    way: 'another digest',
    deed: ({ deal }) => sql([`${ENTRY} digest = sha256(digest) ${AT}`, deal, 3]),
    found: ({ deal }) => [{ subject: deal, number: 3, code: 'entry.content-changed' }],
  },
  {
    way: 'another seal',
    deed: ({ deal }) => sql([`${ENTRY} seal = sha256(seal) ${AT}`, deal, 3]),
    found: ({ deal }) => [{ subject: deal, number: 3, code: 'entry.seal-broken' }],
  },
  {
    way: 'another kind',
    deed: ({ notebook }) => sql([`${ENTRY} kind = 'intro.reopened' ${AT}`, notebook, 1]),
    found: ({ notebook }) => [{ subject: notebook, number: 1, code: 'entry.seal-broken' }],
  },
  {
    way: 'another actor',
    deed: ({ deal }) => sql([`${ENTRY} actor = 'baton' ${AT}`, deal, 1]),
    found: ({ deal }) => [{ subject: deal, number: 1, code: 'entry.seal-broken' }],
  },
  {
    way: 'recorded one millisecond later',
    deed: ({ deal }) => sql([`${ENTRY} recorded_at = recorded_at + interval '1 ms' ${AT}`, deal, 5]),
    found: ({ deal }) => [{ subject: deal, number: 5, code: 'entry.seal-broken' }],
  },
  {
    way: 'recorded never',
    deed: ({ deal }) => sql([`${ENTRY} recorded_at = 'infinity' ${AT}`, deal, 5]),
    found: ({ deal }) => [{ subject: deal, number: 5, code: 'entry.seal-broken' }],
  },
  {
    way: 'occurred a day before',
    deed: ({ arrival }) => sql([`${ENTRY} occurred_at = '2026-03-04T21:44:00.000Z' ${AT}`, arrival, 1]),
    found: ({ arrival }) => [{ subject: arrival, number: 1, code: 'entry.seal-broken' }],
  },
  {
    way: 'the content of one entry on another, its salt with it',
    deed: ({ deal, other }) => exchangeContents(deal, other, 1),
    found: ({ deal, other }) => [
      { subject: deal, number: 1, code: 'entry.content-changed' },
      { subject: other, number: 1, code: 'entry.content-changed' },
    ],
  },
  {
    way: 'content and digest of one entry on another',
    deed:
      ({ deal, other }) =>
      async (client) => {
        await exchangeContents(deal, other, 1)(client);
        await exchangeColumns(client, 'record_entry', ['digest'], [deal, 1], [other, 1]);
      },
    found: ({ deal, other }) => [
      { subject: deal, number: 1, code: 'entry.seal-broken' },
      { subject: other, number: 1, code: 'entry.seal-broken' },
    ],
  },
];
