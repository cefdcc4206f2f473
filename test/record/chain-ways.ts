import { both, cut, forget, recompute, renumber, replaceEnd } from './forgery.js';
import { sql, type Way } from './way.js';

const ENTRY = 'update baton.record_entry set';
const AT = 'where subject = $1 and number = $2';

/** Ways to bend the order and the length of a chain. */
export const CHAIN_WAYS: readonly Way[] = [
  {
    way: 'the numbers of two entries exchanged, their contents with them',
    deed: ({ notebook }) =>
      sql(...renumber('record_entry', notebook, 3, 4), ...renumber('record_content', notebook, 3, 4)),
    found: ({ notebook }) => [{ subject: notebook, number: 3, code: 'entry.seal-broken' }],
  },
  {
    way: 'the numbers of two entries exchanged, their contents left',
    deed: ({ notebook }) => sql(...renumber('record_entry', notebook, 3, 4)),
    found: ({ notebook }) => [{ subject: notebook, number: 3, code: 'entry.content-changed' }],
  },
  {
    way: 'an entry deleted from the middle',
    deed: ({ notebook }) => cut(notebook, (number) => number === 5),
    found: ({ notebook }) => [{ subject: notebook, number: 5, code: 'entry.missing' }],
  },
  {
    way: 'an entry deleted from the middle, and those after it renumbered',
    deed:
      ({ notebook }) =>
      async (client) => {
        await cut(notebook, (number) => number === 5)(client);
        for (const table of ['record_entry', 'record_content']) {
          await client.query(
            `update baton.${table} set number = number + 1000 where subject = $1 and number > 5`,
            [notebook],
          );
          await client.query(
            `update baton.${table} set number = number - 1001 where subject = $1 and number > 1000`,
            [notebook],
          );
        }
      },
    found: ({ notebook }) => [{ subject: notebook, number: 5, code: 'entry.seal-broken' }],
  },
  {
    way: 'the last entry deleted, its checkpoint left',
    deed: ({ deal }) => cut(deal, (number) => number === 5),
    found: ({ deal }) => [{ subject: deal, number: 5, code: 'chain.cut' }],
  },
  {
    way: 'the last entry deleted before any checkpoint, its content left behind',
    deed: ({ late }) => sql([`delete from baton.record_entry ${AT}`, late, 2]),
    found: ({ late }) => [{ subject: late, number: 2, code: 'content.unrecorded' }],
  },
  {
    way: 'an entry moved to the end of another deal',
    deed:
      ({ deal, other }) =>
      async (client) => {
        for (const table of ['record_entry', 'record_content']) {
          await client.query(`update baton.${table} set subject = $3, number = 6 ${AT}`, [deal, 5, other]);
        }
      },
    found: ({ deal, other }) => [
      { subject: deal, number: 5, code: 'chain.cut' },
      { subject: other, number: 6, code: 'entry.seal-broken' },
    ],
  },
  {
    way: 'an entry moved to another workspace',
    deed: ({ notebook }) =>
      sql([`${ENTRY} workspace = '99999999-2222-4333-8444-555555555555' ${AT}`, notebook, 4]),
    found: ({ notebook }) => [{ subject: notebook, number: 4, code: 'entry.missing' }],
  },
  {
    way: 'a forged entry at the end, under a seal of its own making',
    deed: ({ deal }) =>
      sql([
        `insert into baton.record_entry
           select workspace, subject, 6, kind, recorded_at, occurred_at, actor, digest, sha256(seal)
             from baton.record_entry ${AT}`,
        deal,
        3,
      ]),
    found: ({ deal }) => [{ subject: deal, number: 6, code: 'entry.seal-broken' }],
  },
  {
    way: 'a forged chain from nothing, under a seal of its own making',
    deed: ({ deal }) =>
      sql([
        `insert into baton.record_entry
           select workspace, 'deal_forged', 1, kind, recorded_at, occurred_at, actor, digest, seal
             from baton.record_entry ${AT}`,
        deal,
        1,
      ]),
    found: () => [{ subject: 'deal_forged', number: 1, code: 'entry.seal-broken' }],
  },
  {
    way: 'a change with every later seal computed anew, the checkpoint left',
    deed: ({ deal }) => recompute(deal, 3),
    found: ({ deal }) => [{ subject: deal, number: 5, code: 'chain.recomputed' }],
  },
  {
    way: 'the end cut off and other entries sealed on, the checkpoint left',
    deed: ({ deal }) => replaceEnd(deal, 3),
    found: ({ deal }) => [{ subject: deal, number: 5, code: 'chain.recomputed' }],
  },
];

/** Ways that take the stored checkpoints along: only a note that somebody else kept shows them. */
export const KEPT_WAYS: readonly Way[] = [
  {
    way: 'the last entry deleted, and the checkpoints with it',
    deed: ({ deal }) =>
      both(
        cut(deal, (number) => number === 5),
        forget(deal),
      ),
    found: ({ deal }) => [{ subject: deal, number: 5, code: 'chain.cut' }],
    onlyKept: true,
  },
  {
    way: 'a whole chain deleted, and its checkpoints with it',
    deed: ({ notebook }) =>
      both(
        cut(notebook, () => true),
        forget(notebook),
      ),
    found: ({ notebook }) => [{ subject: notebook, number: 1, code: 'chain.cut' }],
    onlyKept: true,
  },
  {
    way: 'a change with every later seal computed anew, and the checkpoints taken away',
    deed: ({ deal }) => both(recompute(deal, 2), forget(deal)),
    found: ({ deal }) => [{ subject: deal, number: 5, code: 'chain.recomputed' }],
    onlyKept: true,
  },
  {
    way: 'the end cut off and other entries sealed on, and the checkpoints taken away',
    deed: ({ deal }) => both(replaceEnd(deal, 4), forget(deal)),
    found: ({ deal }) => [{ subject: deal, number: 5, code: 'chain.recomputed' }],
    onlyKept: true,
  },
  {
    way: 'a stored checkpoint removed',
    deed: ({ deal }) => forget(deal),
    found: ({ deal }) => [{ subject: deal, number: 5, code: 'checkpoint.missing' }],
    onlyKept: true,
  },
];
