import type { MailReading } from '#domain/intro.js';
import { notebookOf } from '#domain/subject.js';
import { followUpFacts } from '#outputs/follow-up/deal-facts.js';
import type { FollowUpFacts } from '#outputs/follow-up/facts.js';
import type { ColdFacts } from '#reading/cold-lead/cold-facts.js';
import { coldFactsOf } from '#server/cold-facts.js';
import { EMPTY_NOTEBOOK } from '#views/deal/notebook-half.js';
import { EMPTY_RECORD } from '#views/deal/record-half.js';
import type { DealState } from '#views/deal/state.js';
import { EMPTY_WORKSPACE, type WorkspaceState } from '#views/workspace/state.js';

const ARRIVAL = 'arrival_00000000000000000000000mai' as const;
const DEAL = 'deal_0000000000000000000000mail' as const;

/** The deal that a mail opens, as far as a follow-up needs it: read, with the host's people as its colleagues. */
export function factsOfReading(reading: MailReading): { facts: FollowUpFacts; cold: ColdFacts } {
  const workspace = workspaceOf(reading);
  const state = dealOf(reading, workspace);
  const { text, quotedHistory, signature } = reading.words;
  const { subject, to, cc, date } = reading.head;
  const now = new Date(date ?? '2026-03-05T12:00:00Z').toISOString();
  const facts = followUpFacts({ workspace, viewer: null, now }, state, { text, subject, to, cc });
  if (facts === null) throw new Error(`${notebookOf(DEAL)} was read`);
  return { facts, cold: coldFactsOf(facts, workspace, { text, quotedHistory, signature }) };
}

function workspaceOf(reading: MailReading): WorkspaceState {
  const hosts = reading.people.filter(
    (each) =>
      each.side === 'host' &&
      each.email !== null &&
      each.name !== null &&
      !/noreply|channel/.test(each.email),
  );
  return {
    ...EMPTY_WORKSPACE,
    company: reading.host.company,
    people: hosts.map((each, place) => ({
      id: `person_${place}` as const,
      name: each.name ?? '',
      email: each.email ?? '',
      role: 'member' as const,
      title: null,
      active: true,
      week: null,
      singleKeys: true,
      mailed: null,
    })),
  };
}

function dealOf(reading: MailReading, workspace: WorkspaceState): DealState {
  const held = <T extends { start: number; end: number; quote: string }>(found: T) => ({
    arrival: ARRIVAL,
    part: 'body',
    ...found,
  });
  const { brief } = reading;
  return {
    deal: DEAL,
    record: EMPTY_RECORD,
    notebook: {
      ...EMPTY_NOTEBOOK,
      opened: {
        arrival: ARRIVAL,
        introAt: '2026-03-05T12:00:00Z',
        arrivedAt: '2026-03-05T12:00:00Z',
        introducer: { partner: null, ...reading.partner },
        buyer: reading.buyer.company,
        motion: reading.motion,
      },
      owner: { owner: workspace.people[0]?.id ?? null, rule: null },
      reading: {
        arrival: ARRIVAL,
        reader: reading.reader,
        part: 'body',
        textHash: '',
        language: reading.language,
        motion: reading.motion,
        buyer: reading.buyer.company,
        people: [...reading.people],
        brief: {
          buyer: brief.buyer.map(held),
          whyNow: brief.whyNow.map(held),
          credibility: brief.credibility.map(held),
          problem: brief.problem.map(held),
          expectsNext: brief.expectsNext.map(held),
          stakes: brief.stakes.map(held),
        },
        missing: [...reading.missing],
        asks: reading.asks.map(held),
        promises: reading.promises.map(held),
      },
    },
  };
}
