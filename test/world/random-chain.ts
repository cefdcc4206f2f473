import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Id } from '#domain/id.js';
import type { Subject } from '#domain/subject.js';
import { emptyHead, linked } from '#record/chain.js';
import type { Actor, Entry } from '#record/entry.js';
import type { Happening } from '#record/kinds/every.js';

export const PLACE = '11111111-2222-4333-8444-555555555555';
export const DEAL: Id<'deal'> = 'deal_00000000000000000000000001';
const ARRIVAL: Id<'arrival'> = 'arrival_00000000000000000000000001';

const words = fc.string({ unit: 'grapheme', maxLength: 80 });

const happeningsOn: Readonly<Record<string, fc.Arbitrary<Happening>>> = {
  workspace: fc.oneof(
    words.map((company): Happening => ({ kind: 'company.named', content: { company } })),
    words.map((domain): Happening => ({ kind: 'domain.added', content: { domain } })),
    fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .map((days): Happening => ({ kind: 'standard.set', content: { days } })),
  ),
  [ARRIVAL]: words.map((why): Happening => ({ kind: 'arrival.set-aside', content: { why } })),
  [DEAL]: words.map(
    (text): Happening => ({
      kind: 'part.shared',
      content: { arrival: ARRIVAL, part: 'words', sha256: '', text },
    }),
  ),
  [`${DEAL}.notebook`]: words.map((why): Happening => ({ kind: 'intro.declined', content: { why } })),
};

/** Salts that are the same in every run, as tests of the record want them. */
export function seededSalt(subject: Subject, number: number): Uint8Array {
  return createHash('sha256').update(`${subject} ${number}`).digest().subarray(0, 16);
}

export type RandomChain = { readonly subject: Subject; readonly entries: readonly Entry[] };

/** Sealed chains of 1 to 12 entries on any kind of subject, by several actors, written in several goes. */
export const randomChain: fc.Arbitrary<RandomChain> = fc
  .constantFrom(...(Object.keys(happeningsOn) as Subject[]))
  .chain((subject) =>
    fc
      .array(
        fc.record({
          happenings: fc.array(happeningsOn[subject] as fc.Arbitrary<Happening>, {
            minLength: 1,
            maxLength: 4,
          }),
          actor: fc.constantFrom<Actor>('baton', 'person_dana', 'key_one'),
          now: fc
            .date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-01-01') })
            .map((date) => date.toISOString()),
        }),
        { minLength: 1, maxLength: 3 },
      )
      .map((goes) => ({ subject, entries: writtenIn(subject, goes) })),
  );

type Go = { readonly happenings: readonly Happening[]; readonly actor: Actor; readonly now: string };

function writtenIn(subject: Subject, goes: readonly Go[]): readonly Entry[] {
  let head = emptyHead(subject);
  const entries: Entry[] = [];
  for (const go of goes) {
    entries.push(...linked({ workspace: PLACE, head, ...go, salt: seededSalt }));
    const last = entries.at(-1);
    if (last !== undefined) head = { subject, number: last.number, seal: last.seal };
  }
  return entries;
}
