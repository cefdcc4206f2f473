import { nameBackup } from '#actions/handoff/own.js';
import { inWorkspace } from '#database/workspace.js';
import type { Id } from '#domain/id.js';
import { notebookOf, type Subject } from '#domain/subject.js';
import { signGrown } from '#record/checkpoint.js';
import type { FreshDatabase } from '../setup/database.js';
import { arrive, did, foundNorthbeam, knownNow, liveThrough } from '../world/northbeam.js';
import { testRoom } from '../world/room.js';
import { SIGNER } from './intruder.js';

/** A record worth tampering with: what stands in it, and the notes that somebody outside kept of it. */
export type Scene = {
  readonly deal: Id<'deal'>;
  readonly other: Id<'deal'>;
  readonly notebook: Subject;
  readonly arrival: Id<'arrival'>;
  readonly otherArrival: Id<'arrival'>;
  /** A mail that came a moment ago: no checkpoint vouches for its chain yet. */
  readonly late: Id<'arrival'>;
  /** The part under which the words of `arrival` are kept. */
  readonly part: string;
  readonly lengths: ReadonlyMap<string, number>;
  readonly kept: readonly string[];
};

/** Ten intros with their replies in about two hundred entries, signed in between, but for the last few. */
export async function setScene(database: FreshDatabase): Promise<Scene> {
  const { room } = testRoom(database);
  const sign = () =>
    inWorkspace(room.pool, room.workspace, (tx) => signGrown(tx, room.workspace, SIGNER, room.now(), null));
  await foundNorthbeam(room);
  const deals: Id<'deal'>[] = [];
  for (let place = 0; place < 10; place += 1) {
    deals.push(await liveThrough(room, place));
    if (place === 5) await sign();
  }
  await sign();
  await did(room, nameBackup, { deal: deals[0] as Id<'deal'>, backup: null });
  const late = await arrive(room, {
    id: 'late@freemail.example',
    from: 'news@freemail.example',
    body: 'News.',
  });
  const [deal, other] = deals as [Id<'deal'>, Id<'deal'>];
  const known = await knownNow(room, [deal, other]);
  const arrivalOf = (each: Id<'deal'>) => known.deal(each).notebook.opened?.arrival as Id<'arrival'>;
  const rows = await rowsIn(database);
  return {
    deal,
    other,
    notebook: notebookOf(deal),
    arrival: arrivalOf(deal),
    otherArrival: arrivalOf(other),
    late,
    part: known.deal(deal).notebook.reading?.part ?? '',
    ...rows,
  };
}

async function rowsIn(database: FreshDatabase) {
  const { room } = testRoom(database);
  return inWorkspace(room.pool, room.workspace, async (tx) => {
    const chains = await tx.query<{ subject: string; length: number }>(
      'select subject, max(number)::int as length from baton.record_entry group by subject',
    );
    const notes = await tx.query<{ note: string }>('select note from baton.checkpoint');
    return {
      lengths: new Map(chains.rows.map((row) => [row.subject, row.length])),
      kept: notes.rows.map((row) => row.note),
    };
  });
}
