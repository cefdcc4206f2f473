import { createHash } from 'node:crypto';
import type { Id } from '#domain/id.js';
import { notebookOf, type Subject } from '#domain/subject.js';
import { bundleOf, bundleText } from '#record/bundle/bundle.js';
import type { Bundle } from '#record/bundle/shape.js';
import { emptyHead, linked } from '#record/chain.js';
import type { Actor, Entry } from '#record/entry.js';
import type { Happening } from '#record/kinds/every.js';
import { signerFrom } from '#record/note.js';

export const WORKSPACE = '11111111-2222-4333-8444-555555555555';
export const DEAL: Id<'deal'> = 'deal_00000000000000000000000042';
export const SIGNER = signerFrom(`baton.${WORKSPACE}`, new Uint8Array(32).fill(7));

const ARRIVAL: Id<'arrival'> = 'arrival_00000000000000000000000017';
const NOTE: Id<'arrival'> = 'arrival_00000000000000000000000018';
const DANA: Id<'person'> = 'person_00000000000000000000000dan';
const MARCUS: Id<'person'> = 'person_00000000000000000000000mar';
const INTRO = 'Dana, meet Joanna Reyes of Harbor Mutual.\nTheir contract with Gantry ends in May.';
const CALLED = 'Joanna said by phone that Gantry costs them 40,000 EUR.';

type Go = { readonly at: string; readonly actor: Actor; readonly happenings: readonly Happening[] };

/** What host and partner share: the intro is taken, its words are shared, and Dana has written to the buyer. */
const RECORD: readonly Go[] = [
  {
    at: '2026-03-05T21:44:00.000Z',
    actor: MARCUS,
    happenings: [
      {
        kind: 'intro.taken',
        content: {
          arrival: ARRIVAL,
          introAt: '2026-03-05T21:30:00Z',
          partner: 'partner_1',
          partnerName: 'Cobalt Ridge',
          host: 'Northbeam',
          buyer: 'Harbor Mutual',
          motion: 'co-sell',
          people: [],
        },
      },
      {
        kind: 'part.shared',
        content: { arrival: ARRIVAL, part: 'words-1', sha256: sha256(INTRO), text: INTRO },
      },
      {
        kind: 'owner.named',
        content: { owner: DANA, name: 'Dana Whitlock', email: 'dana@northbeam.example' },
      },
    ],
  },
  {
    at: '2026-03-06T14:05:00.000Z',
    actor: DANA,
    happenings: [
      {
        kind: 'role.offered',
        content: { name: 'Theo', email: 'theo@cobaltridge.example', role: 'co-seller' },
      },
      {
        kind: 'step.opened',
        content: {
          step: 'step_1',
          what: 'send Joanna two times',
          due: null,
          isFirstAction: true,
          owner: null,
        },
      },
      { kind: 'step.closed', content: { step: 'step_1', how: 'done' } },
      { kind: 'record.undone', content: { numbers: [4], operation: 'operation_1' } },
    ],
  },
];

/** What the host alone has: a note by phone, quoted, and a quote of the intro. */
const NOTEBOOK: readonly Go[] = [
  {
    at: '2026-03-05T21:45:00.000Z',
    actor: 'baton',
    happenings: [
      {
        kind: 'answer.corrected',
        content: {
          question: 'whyNow',
          about: null,
          evidence: quote(ARRIVAL, 'words-1', INTRO, 'ends in May'),
        },
      },
    ],
  },
  {
    at: '2026-03-06T15:00:00.000Z',
    actor: 'key_1',
    happenings: [
      {
        kind: 'answer.corrected',
        content: {
          question: 'stakes',
          about: 'money',
          evidence: quote(NOTE, 'words-2', CALLED, '40,000 EUR'),
        },
      },
      { kind: 'backup.named', content: { backup: MARCUS } },
    ],
  },
];

/** A partner's bundle; `entries` says how many of the record stand in it, `erased` whose words are gone. */
export function forPartner(entries = 99, erased: readonly number[] = []): Bundle {
  const record = chainOf(DEAL, RECORD)
    .slice(0, entries)
    .map((entry) => (erased.includes(entry.number) ? { ...entry, text: null, salt: null } : entry));
  return bundleOf({ for: 'partner', workspace: WORKSPACE, deal: DEAL, record, signer: SIGNER });
}

/** The host's, with its notebook and the texts that it quotes; before it is taken there is no record. */
export function forHost(isTaken = true): Bundle {
  return bundleOf({
    for: 'host',
    workspace: WORKSPACE,
    deal: DEAL,
    record: isTaken ? chainOf(DEAL, RECORD) : [],
    notebook: chainOf(notebookOf(DEAL), NOTEBOOK),
    texts: [
      { arrival: ARRIVAL, part: 'words-1', text: INTRO },
      { arrival: NOTE, part: 'words-2', text: CALLED },
      { arrival: NOTE, part: 'mail', text: 'Nobody quotes this.' },
    ],
    names: {
      person: (id) => (id === MARCUS ? 'Marcus Oyelaran' : 'Dana Whitlock'),
      partner: () => 'Cobalt Ridge',
    },
    signer: SIGNER,
  });
}

export function bytesOf(bundle: Bundle): Uint8Array {
  return Buffer.from(bundleText(bundle), 'utf8');
}

function chainOf(subject: Subject, goes: readonly Go[]): readonly Entry[] {
  let head = emptyHead(subject);
  return goes.flatMap(({ at, actor, happenings }) => {
    const entries = linked({ workspace: WORKSPACE, head, happenings, actor, now: at, salt });
    const last = entries.at(-1);
    if (last !== undefined) head = { subject, number: last.number, seal: last.seal };
    return entries;
  });
}

function quote(arrival: Id<'arrival'>, part: string, text: string, words: string) {
  const start = text.indexOf(words);
  return { arrival, part, start, end: start + words.length, quote: words };
}

function salt(subject: Subject, number: number): Uint8Array {
  return createHash('sha256').update(`${subject} ${number}`).digest().subarray(0, 16);
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
