import type { Decision } from '#actions/decision.js';
import { stands } from '#domain/evidence.js';
import type { Id } from '#domain/id.js';
import { must } from '#domain/must.js';
import { chainOf } from '#record/chain.js';
import type { Known } from '#views/known.js';

type Quoted = { arrival: string; part: string; start: number; end: number; quote: string };
type Shared = { arrival: string; part: string; text: string };

/**
 * The wall of the record: an entry that the partner will see quotes only what was shared, and exactly. The
 * actions see to that themselves; this is what holds when one of them forgets.
 */
export function checkQuotes(known: Known, decision: Decision): void {
  for (const { to, happening } of decision.appends) {
    if (chainOf(to) !== 'record' || happening.kind === 'part.shared') continue;
    const shared = [...known.deal(to as Id<'deal'>).record.shared, ...sharedNow(decision, to)];
    for (const quoted of quotesIn(happening.content)) {
      const text = shared.find((each) => each.arrival === quoted.arrival && each.part === quoted.part)?.text;
      must(
        text !== undefined && stands(quoted, text),
        `${happening.kind} quotes only what was shared with the partner`,
      );
    }
  }
}

function sharedNow(decision: Decision, to: string): readonly Shared[] {
  return decision.appends.flatMap((each) =>
    each.to === to && each.happening.kind === 'part.shared' ? [each.happening.content] : [],
  );
}

function quotesIn(value: unknown): readonly Quoted[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('quote' in value && 'start' in value && 'part' in value) return [value as Quoted];
  return Object.values(value).flatMap(quotesIn);
}
