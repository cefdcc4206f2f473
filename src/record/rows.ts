import { must } from '#domain/must.js';
import type { Part } from '#record/append.js';

/** The same piece of SQL for many rows: each value is the list of what its rows have there. */
export function manyRows(rows: readonly Part[]): Part {
  const first = rows[0];
  must(first, 'there is a row');
  const columns = first.values.map((_, place) => rows.map((row) => row.values[place]));
  return { text: manyText(first.text, first.values.length), values: columns };
}

const MANY = new Map<string, string>();

/**
 * `… select w.workspace, $1::text from w` becomes `… select w.workspace, ($1::text[])[w.row] from w where w.row <=
 * cardinality($1::text[])`: `w` has as many rows as the longest list. A list that is taken apart in the FROM costs
 * PostgreSQL a function scan for each value.
 */
function manyText(text: string, count: number): string {
  let many = MANY.get(text);
  if (many === undefined) {
    const first = castOf(text, 1);
    for (let place = 2; place <= count; place += 1) castOf(text, place);
    many = text
      .replace(CAST, '($$$1::$2[])[w.row]')
      .replace(
        /\b(from|using) w\b( where)?/,
        (_, word, where) =>
          `${word} w where w.row <= cardinality(${first}[])${where === undefined ? '' : ' and'}`,
      );
    MANY.set(text, many);
  }
  return many;
}

const CAST = /\$(\d+)::([a-z]+)/g;

function castOf(text: string, place: number): string {
  const cast = [...text.matchAll(CAST)].find((each) => each[1] === String(place));
  must(cast, `value ${place} says its type in: ${text}`);
  return cast[0];
}
