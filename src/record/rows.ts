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
 * `… select w.workspace, $1::text from w` becomes `… select w.workspace, u.c1 from w, unnest($1::text[]) as u(c1)`.
 * The executor's and the protocol's cost is then paid once for all rows.
 */
function manyText(text: string, count: number): string {
  let many = MANY.get(text);
  if (many === undefined) {
    many = text
      .replace(/\b(?:from|using) w\b/, (from) => `${from}, ${unnest(text, count)}`)
      .replace(CAST, 'u.c$1');
    MANY.set(text, many);
  }
  return many;
}

const CAST = /\$(\d+)::[a-z]+(?!\[\]|\w)/g;

/** `unnest($1::text[], $2::bigint[]) as u(c1, c2)`, of the casts that stand in the text. */
function unnest(text: string, count: number): string {
  const types = new Map([...text.matchAll(/\$(\d+)::([a-z]+)/g)].map(([, place, type]) => [place, type]));
  const places = Array.from({ length: count }, (_, place) => String(place + 1));
  for (const place of places) must(types.has(place), `value ${place} says its type in: ${text}`);
  const lists = places.map((place) => `$${place}::${types.get(place)}[]`);
  return `unnest(${lists.join(', ')}) as u(${places.map((place) => `c${place}`).join(', ')})`;
}
