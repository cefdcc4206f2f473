import type { Client } from 'pg';
import type { Subject } from '#domain/subject.js';
import { emptyHead, linked } from '#record/chain.js';
import type { Entry } from '#record/entry.js';
import { loadSubjects } from '#record/load.js';
import { canonicalText, digestOf, NO_SEAL, sealOf } from '#record/seal.js';
import { WORKSPACE } from '../world/room.js';
import type { Deed } from './intruder.js';
import { sql } from './way.js';

const ENTRY = 'update baton.record_entry set';
const CONTENT = 'update baton.record_content set';
const AT = 'where subject = $1 and number = $2';

/** One deed after the other. */
export function both(one: Deed, other: Deed): Deed {
  return async (client) => {
    await one(client);
    await other(client);
  };
}

/** Takes the stored checkpoints of a chain away. */
export function forget(subject: string): Deed {
  return sql(['delete from baton.checkpoint where subject = $1', subject]);
}

/** Deletes the entries of a chain whose number goes, contents and all. */
export function cut(subject: string, goes: (number: number) => boolean): Deed {
  return async (client) => {
    const numbers = (await loaded(client, subject)).map((each) => each.number).filter(goes);
    for (const table of ['record_content', 'record_entry']) {
      await client.query(`delete from baton.${table} where subject = $1 and number = any($2)`, [
        subject,
        numbers,
      ]);
    }
  };
}

/** Exchanges the numbers of two rows. */
export function renumber(table: string, subject: string, one: number, other: number) {
  const move = (from: number, to: number) =>
    [`update baton.${table} set number = $3 ${AT}`, subject, from, to] as const;
  return [move(one, 1000), move(other, one), move(1000, other)];
}

/** Exchanges salt and words of the entries with this number on two chains. */
export function exchangeContents(one: string, other: string, number: number): Deed {
  return (client) =>
    exchangeColumns(client, 'record_content', ['salt', 'text'], [one, number], [other, number]);
}

/** Exchanges what stands in some columns of two rows. */
export async function exchangeColumns(
  client: Client,
  table: string,
  columns: readonly string[],
  one: readonly [string, number],
  other: readonly [string, number],
): Promise<void> {
  const read = async (at: readonly [string, number]) =>
    (await client.query(`select ${columns.join(', ')} from baton.${table} ${AT}`, [...at])).rows[0];
  const [first, second] = [await read(one), await read(other)];
  const set = columns.map((column, place) => `${column} = $${place + 3}`).join(', ');
  const put = (at: readonly [string, number], row: Record<string, unknown>) =>
    client.query(`update baton.${table} set ${set} ${AT}`, [...at, ...columns.map((each) => row[each])]);
  await put(one, second);
  await put(other, first);
}

/** Changes an entry and everything that hangs on it, as somebody would who knows the format. */
export function recompute(subject: Subject, number: number): Deed {
  return async (client) => {
    let seal = NO_SEAL;
    for (const entry of await loaded(client, subject)) {
      const said = JSON.parse(entry.text as string) as object;
      const text = entry.number === number ? canonicalText({ ...said, name: 'Mallory' }) : entry.text;
      const digest = digestOf(entry.salt as Uint8Array, text as string);
      const { workspace, kind, recordedAt, occurredAt, actor } = entry;
      seal = sealOf(seal, digest, {
        workspace,
        subject,
        number: entry.number,
        kind,
        recordedAt,
        occurredAt,
        actor,
      });
      await client.query(`${CONTENT} text = $3 ${AT}`, [subject, entry.number, text]);
      await client.query(`${ENTRY} digest = $3, seal = $4 ${AT}`, [subject, entry.number, digest, seal]);
    }
  };
}

/** Cuts the chain after `number` and seals other entries on, up to one more than stood there. */
export function replaceEnd(subject: Subject, number: number): Deed {
  return async (client) => {
    const entries = await loaded(client, subject);
    const last = entries.find((each) => each.number === number);
    await cut(subject, (each) => each > number)(client);
    const forged = linked({
      workspace: WORKSPACE,
      head: last === undefined ? emptyHead(subject) : { subject, number, seal: last.seal },
      happenings: Array.from({ length: entries.length - number + 1 }, () => ({
        kind: 'owner.named' as const,
        content: { owner: null, name: null, email: null },
      })),
      actor: 'baton',
      now: '2026-03-05T21:44:00.000Z',
      salt: () => new Uint8Array(16),
    });
    for (const entry of forged) await insert(client, entry);
  };
}

async function insert(client: Client, entry: Entry): Promise<void> {
  const { workspace, subject, number, kind, recordedAt, occurredAt, actor, digest, seal, salt, text } = entry;
  await client.query(
    'insert into baton.record_entry (workspace, subject, number, kind, recorded_at, occurred_at, actor, digest, seal) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [workspace, subject, number, kind, recordedAt, occurredAt, actor, digest, seal],
  );
  await client.query(
    'insert into baton.record_content (workspace, subject, number, salt, text) values ($1, $2, $3, $4, $5)',
    [workspace, subject, number, salt, text],
  );
}

function loaded(client: Client, subject: string): Promise<readonly Entry[]> {
  const query = (statement: { text: string; values?: readonly unknown[] } | string) =>
    typeof statement === 'string'
      ? client.query(statement)
      : client.query({ ...statement, values: [...(statement.values ?? [])] });
  return loadSubjects({ query } as Parameters<typeof loadSubjects>[0], WORKSPACE, [
    { subject: subject as Subject, after: 0 },
  ]);
}
