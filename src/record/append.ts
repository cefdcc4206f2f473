import { createHash } from 'node:crypto';
import { SET_WORKSPACE } from '#database/workspace.js';
import type { Entry } from '#record/entry.js';
import { manyRows } from '#record/rows.js';

/** A piece of SQL with its own $1, $2, …; it must read `from w`, so that the workspace is set before it writes. */
export type Part = { readonly text: string; readonly values: readonly unknown[] };

/** A chain that was only read: nothing is written if it has grown beyond this number. */
export type Guard = { readonly subject: string; readonly number: number };

export type AppendStatement = {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
};

/** What one action appends; `answer` is what it leaves under its operation id. */
export type Append = {
  readonly entries: readonly Entry[];
  readonly guards: readonly Guard[];
  readonly parts: readonly Part[];
  readonly answer: Part;
};

/**
 * One statement that sets the workspace and appends entries, their contents and everything else that must
 * stand or fall with them. It answers one row, `went`: 1 where all was written, 0 where a guard failed.
 * A number that is taken already comes back as SQLSTATE 23505: decide again. The parts do not see each
 * other's rows, and no two of them may touch the same row. `$1` is the workspace; `values` are `$2` and on.
 */
export function appendStatement({ entries, guards, parts, answer }: Append): AppendStatement {
  const written = entries.flatMap((entry) => [entryPart(entry), contentPart(entry)]);
  return statementOf(guards.map(guardPart), null, [...written, ...parts, answer]);
}

/**
 * The same for several actions at once, which stand or fall together: each piece of SQL stands in it once, for
 * the rows of all of them. No two may append to one chain, and none may append where another only read.
 */
export function appendTogether(appends: readonly Append[]): AppendStatement {
  const entries = appends.flatMap((each) => each.entries);
  const alike = new Map<string, Part[]>();
  for (const part of appends.flatMap((each) => each.parts)) {
    const before = alike.get(part.text);
    if (before === undefined) alike.set(part.text, [part]);
    else before.push(part);
  }
  // One order of tables and of rows, so that two servers which write the same rows at once seldom wait for each
  // other crosswise. Where they do, the deadlock comes back as SQLSTATE 40P01.
  const texts = [...alike.keys()].sort();
  const lists = [
    entries.map(entryPart),
    entries.map(contentPart),
    ...texts.map((text) => alike.get(text) ?? []),
    appends.map((each) => each.answer),
  ].filter((rows) => rows.length > 0);
  const longest = {
    text: ROWS,
    values: [Array.from({ length: Math.max(...lists.map((rows) => rows.length)) }, (_, at) => at + 1)],
  };
  const written = lists.map((rows) => manyRows(rows.sort(byFirstValue)));
  return statementOf(guardParts(appends.flatMap((each) => each.guards)), longest, written);
}

function byFirstValue(one: Part, other: Part): number {
  const [here, there] = [String(one.values[0]), String(other.values[0])];
  return here === there ? 0 : here < there ? -1 : 1;
}

/** `longest` is null where each part is one row. */
function statementOf(
  guarded: readonly Part[],
  longest: Part | null,
  written: readonly Part[],
): AppendStatement {
  const frame = longest === null ? guarded : [...guarded, longest];
  const values = [...frame, ...written].flatMap((part) => part.values);
  return { ...shapeOf(frame, written), values };
}

/** Statements of the same shape share one text and one name, and so one prepared plan on each connection. */
type Shape = {
  statement: { readonly name: string; readonly text: string } | null;
  readonly next: Map<string, Shape>;
};

const SHAPES: Shape = { statement: null, next: new Map() };

// A shape is known by the texts of its parts, which are few, and constants of the modules that make them; so the
// long text is put together and hashed once, and then found again part by part.
function shapeOf(frame: readonly Part[], written: readonly Part[]): NonNullable<Shape['statement']> {
  let shape = SHAPES;
  for (const { text } of [...frame, ...written]) {
    let next = shape.next.get(text);
    if (next === undefined) {
      next = { statement: null, next: new Map() };
      shape.next.set(text, next);
    }
    shape = next;
  }
  shape.statement ??= compose(frame, written);
  return shape.statement;
}

function compose(frame: readonly Part[], written: readonly Part[]): NonNullable<Shape['statement']> {
  let shift = 1;
  const renumber = (part: Part): string => {
    const from = shift;
    shift += part.values.length;
    return part.text.replace(/\$(\d+)/g, (_, place: string) => `$${Number(place) + from}`);
  };
  const isMany = frame.at(-1)?.text === ROWS;
  const conditions = (isMany ? frame.slice(0, -1) : frame).map(renumber);
  const where = conditions.length > 0 ? ` where ${conditions.join(' and ')}` : '';
  const text = [
    SET_WORKSPACE,
    `${isMany ? 'g' : 'w'} as materialized (select s.set_config::uuid as workspace from s${where})`,
    ...frame.slice(conditions.length).map((part) => `w as materialized (${renumber(part)})`),
    ...written.map((part, place) => `p${place} as (${renumber(part)})`),
  ].join(',\n');
  const whole = `${text}\nselect least(count(*), 1)::int as went from w`;
  const hash = createHash('sha256').update(whole).digest('base64url').slice(0, 16);
  return { name: `append_${hash}`, text: whole };
}

// The rows that the lists of `manyRows` are taken from.
const ROWS = 'select g.workspace, row from g, unnest($1::int[]) as row';

// The comparison with s keeps this from being answered before the workspace is set: row level security
// would then hide every row, and the guard would let everything through.
const GUARD =
  'not exists (select 1 from baton.record_entry e where e.workspace = s.set_config::uuid ' +
  'and e.subject = $1::text and e.number > $2::bigint)';

function guardPart(guard: Guard): Part {
  return {
    text: GUARD,
    values: [guard.subject, guard.number],
  };
}

// Actions that were decided on one memory name the same chains: each is looked at once, by its lowest number.
function guardParts(guards: readonly Guard[]): readonly Part[] {
  const lowest = new Map<string, number>();
  for (const { subject, number } of guards)
    lowest.set(subject, Math.min(number, lowest.get(subject) ?? number));
  const [first, ...others] = [...lowest].map(([subject, number]) => guardPart({ subject, number }));
  if (first === undefined || others.length === 0) return first === undefined ? [] : [first];
  return [{ text: GUARDS, values: manyRows([first, ...others]).values }];
}

// A subquery that is compared is never joined, so each chain is one descent of the key, whatever the planner
// thinks of the list's length.
const GUARDS =
  'not exists (select 1 from unnest($1::text[], $2::bigint[]) as u(subject, number) where u.number < (' +
  'select e.number from baton.record_entry e where e.workspace = s.set_config::uuid and e.subject = u.subject ' +
  'order by e.number desc limit 1))';

const ENTRY =
  'insert into baton.record_entry (workspace, subject, number, kind, recorded_at, occurred_at, actor, digest, seal) ' +
  'select w.workspace, $1::text, $2::bigint, $3::text, $4::timestamptz, $5::text, $6::text, $7::bytea, $8::bytea from w';

function entryPart(entry: Entry): Part {
  return {
    text: ENTRY,
    values: [
      entry.subject,
      entry.number,
      entry.kind,
      entry.recordedAt,
      entry.occurredAt,
      entry.actor,
      entry.digest,
      entry.seal,
    ],
  };
}

const CONTENT =
  'insert into baton.record_content (workspace, subject, number, salt, text) ' +
  'select w.workspace, $1::text, $2::bigint, $3::bytea, $4::text from w';

function contentPart(entry: Entry): Part {
  return {
    text: CONTENT,
    values: [entry.subject, entry.number, entry.salt, entry.text],
  };
}
