import { originOf } from '#record/checkpoint.js';
import { signCheckpoint, signerFrom } from '#record/note.js';
import { WORKSPACE } from '../world/room.js';
import { SIGNER } from './intruder.js';
import { sql, type Way } from './way.js';

const AT = 'where subject = $1 and number = $2';
const INSERT =
  'insert into baton.checkpoint (workspace, subject, number, note, signed_at) values ($1, $2, $3, $4, now())';

/** Ways to bend the checkpoints that stand in the database. */
export const CHECKPOINT_WAYS: readonly Way[] = [
  {
    way: 'one letter of a stored checkpoint changed',
    deed: ({ deal }) =>
      sql([`update baton.checkpoint set note = overlay(note placing 'C' from 1 for 1) ${AT}`, deal, 5]),
    found: ({ deal }) => [{ subject: deal, number: 5, code: 'checkpoint.changed' }],
  },
  {
    way: 'a stored checkpoint put at another number',
    deed: ({ deal }) => sql([`update baton.checkpoint set number = 4 ${AT}`, deal, 5]),
    found: ({ deal }) => [{ subject: deal, number: 4, code: 'checkpoint.changed' }],
  },
  {
    way: 'the checkpoint of one chain put on another',
    deed: ({ deal, other }) =>
      sql([
        `update baton.checkpoint set note = (select note from baton.checkpoint where subject = $3) ${AT}`,
        deal,
        5,
        other,
      ]),
    found: ({ deal }) => [{ subject: deal, number: 5, code: 'checkpoint.changed' }],
  },
  {
    way: 'a checkpoint of somebody else’s making',
    deed: ({ late }) => {
      const forger = signerFrom(SIGNER.name, new Uint8Array(32).fill(8));
      const note = signCheckpoint(forger, {
        origin: originOf(WORKSPACE, late),
        number: 1,
        seal: new Uint8Array(32),
      });
      return sql([INSERT, WORKSPACE, late, 1, note]);
    },
    found: ({ late }) => [{ subject: late, number: 1, code: 'checkpoint.changed' }],
  },
];
