import { NO_BUYER } from '#domain/buyer.js';
import { contentOf, objectsIn } from '#record/bundle/words.js';
import type { Entry } from '#record/entry.js';
import type { Names } from '#record/kind.js';
import { introTaken } from '#record/kinds/intro.js';

/** Whom the record is between, by its own word. */
export type Parties = { readonly host: string; readonly partner: string; readonly buyer: string };

export function partiesOf(record: readonly Entry[]): Parties | null {
  const taken = introTaken.content.safeParse(contentOf(firstOf(record, introTaken.kind)));
  if (!taken.success) return null;
  const { host, partnerName, buyer } = taken.data;
  return { host, partner: partnerName, buyer: buyer ?? NO_BUYER };
}

/**
 * The names that entries themselves say: an id beside a name and an address is that person's. Nothing else is
 * known here, so a bundle names a colleague only where an entry in it does.
 */
export function namesSaid(entries: readonly Entry[]): Names {
  const { host, partner } = partiesOf(entries) ?? { host: 'the host', partner: 'The partner' };
  const said = new Map(entries.flatMap((entry) => objectsIn(contentOf(entry)).flatMap(nameBeside)));
  return {
    person: (id) => said.get(id ?? '') ?? `Somebody at ${host}`,
    partner: () => partner,
  };
}

/** Who wrote an entry, for minutes. */
export function writerOf(actor: string, names: Names, parties: Parties | null): string {
  if (actor === 'baton') return 'Baton';
  const host = parties?.host ?? 'the host';
  if (actor.startsWith('key_')) return `a program of ${host}`;
  const named = names.person(actor).replace(/^Somebody\b/, 'somebody');
  if (!actor.startsWith('link_')) return named;
  return named.startsWith('somebody') ? 'a guest by their link' : `${named} by their link`;
}

function nameBeside(each: Readonly<Record<string, unknown>>): readonly (readonly [string, string])[] {
  const ids = Object.values(each).filter(
    (value): value is string => typeof value === 'string' && /^(person|link)_[0-9a-z]+$/.test(value),
  );
  const [id] = ids;
  const name = each.name ?? each.email;
  if (id === undefined || ids.length > 1 || !('name' in each && 'email' in each)) return [];
  return typeof name === 'string' ? [[id, name]] : [];
}

function firstOf(entries: readonly Entry[], kind: string): Pick<Entry, 'text'> {
  return entries.find((each) => each.kind === kind) ?? { text: null };
}
