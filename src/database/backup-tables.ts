import pg, { type Client } from 'pg';

/** A table as a backup sees it. */
export type Table = {
  /** With its schema, quoted where it must be: `baton.record_entry`. */
  readonly name: string;
  /** Those that are stored; generated ones are computed again. */
  readonly columns: readonly string[];
  /** The columns of the primary key, in order: rows are written in their order, so that equal data make equal backups. */
  readonly key: readonly string[];
  /** Under row level security: read once for each workspace. */
  readonly guarded: boolean;
  /** Tables that must be filled before this one. */
  readonly after: readonly string[];
};

/** The tables of the record, its views and errands, and of the sign-ins, each after those that it refers to. */
export async function tablesToKeep(client: Client): Promise<readonly Table[]> {
  const found = await client.query<Table>(
    `select format('%I.%I', n.nspname, c.relname) as name, c.relrowsecurity as guarded,
            (select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
            coalesce((select array_agg(quote_ident(a.attname) order by k.place)
               from pg_index i, unnest(i.indkey) with ordinality k (number, place), pg_attribute a
              where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.number), '{}') as key,
            coalesce((select array_agg(distinct format('%I.%I', m.nspname, d.relname))
               from pg_constraint f, pg_class d, pg_namespace m
              where d.oid = f.confrelid and m.oid = d.relnamespace and f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid), '{}') as after
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('baton', 'auth') and c.relkind = 'r' order by n.nspname, c.relname`,
  );
  return inOrder(found.rows);
}

/** Sets the counters of serial and identity columns behind the highest number that stands, or the next insert meets it. */
export async function advanceSequences(client: Client, tables: readonly Table[]): Promise<void> {
  for (const table of tables) {
    const found = await client.query<{ column: string; sequence: string }>(
      `select a.attname as column, pg_get_serial_sequence($1, a.attname) as sequence from pg_attribute a
        where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped
          and pg_get_serial_sequence($1, a.attname) is not null`,
      [table.name],
    );
    for (const { column, sequence } of found.rows) {
      await client.query(
        `select setval($1::regclass, coalesce(max(${pg.escapeIdentifier(column)}), 0) + 1, false) from ${table.name}`,
        [sequence],
      );
    }
  }
}

function inOrder(tables: readonly Table[]): readonly Table[] {
  const placed: Table[] = [];
  const waiting = [...tables];
  while (waiting.length > 0) {
    const next = waiting.findIndex((table) =>
      table.after.every((name) => placed.some((each) => each.name === name)),
    );
    // Tables that refer to each other in a circle would need their constraints deferred.
    if (next < 0)
      throw new Error(`These tables refer to each other in a circle: ${waiting.map((table) => table.name)}`);
    placed.push(...waiting.splice(next, 1));
  }
  return placed;
}
