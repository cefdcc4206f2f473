import { buyerCalled, partnerCalled } from '#domain/buyer.js';
import { ROLE_WORDS } from '#domain/handoff.js';
import type { Person } from '#domain/party.js';
import type { FindingHeld } from '#record/kinds/shapes.js';
import type { ArrivalState } from '#views/arrival/state.js';
import { showBaton, type Viewing } from '#views/deal/baton.js';
import { showQuote } from '#views/deal/quote.js';
import {
  backupOf,
  buyerName,
  type DealState,
  lifeOf,
  ownerOf,
  partnerName,
  peopleOf,
  rolesOf,
} from '#views/deal/state.js';
import { summaryOf } from '#views/deal/summary.js';
import { type answersOf, numbered } from '#views/handoff/answers.js';
import { type MailTexts, showMail } from '#views/intake/mail.js';
import { colleagueCalled, firstName, showColleague, showPerson } from '#views/person/show.js';
import { namesIn, partnerOfAddress } from '#views/workspace/names.js';

/** The handoff: the brief beside the mail that it rests on, and who carries it. */
export function handoffPage(viewing: Viewing, state: DealState, arrival: ArrivalState, texts: MailTexts) {
  const { workspace } = viewing;
  const { notebook } = state;
  const life = lifeOf(state);
  const people = peopleOf(state);
  const lang = notebook.reading?.language ?? null;
  const { answers, marks } = numbered(viewing, state);
  const introducer = notebook.opened?.introducer ?? null;
  const ask = (found: FindingHeld, mark: number) => showQuote(found, lang, mark);
  const further = answers.length;
  const asks = notebook.reading?.asks ?? [];
  const promises = notebook.reading?.promises ?? [];
  return {
    deal: state.deal,
    name: buyerName(state),
    partnerName: partnerName(state),
    crumb: `Handoff · ${partnerCalled(partnerName(state))} introduces`,
    state: life,
    summary: summaryWords(answers),
    baton: showBaton(viewing, summaryOf(state)),
    brief: answers,
    asks: asks.map((each, place) => ({
      ...ask(each, further + 1 + place),
      of: sideWords(viewing, state, each.of),
      dueWords: each.dueWords,
    })),
    promises: promises.map((each, place) => ({
      ...ask(each, further + 1 + asks.length + place),
      by: sideWords(viewing, state, each.by),
      dueWords: each.dueWords,
    })),
    mail: showMail(viewing, notebook.opened?.arrival ?? '', arrival, people, texts, marks),
    motion: notebook.reading?.motion ?? notebook.opened?.motion ?? ('unclear' as const),
    owner: colleagueCalled(workspace, ownerOf(state)),
    ownerWhy: ownerWhy(viewing, state),
    backup: colleagueCalled(workspace, backupOf(state)),
    // Nothing moves a baton by itself yet, and a backup that was said to step in would be waited for.
    backupWords: backupOf(state) === null ? null : 'takes over when somebody hands it over, not by itself',
    roles: partnerPeople(people).map((person) => {
      const role = rolesOf(state).find(
        (each) => each.email === person.email && (person.email !== null || each.name === person.name),
      );
      return {
        person: showPerson(workspace, person),
        role: role?.role ?? null,
        words: role === undefined ? 'no role yet' : ROLE_WORDS[role.role],
      };
    }),
    colleagues: workspace.people.filter((each) => each.active).map((each) => showColleague(workspace, each)),
    partnerKnown:
      partnerOfAddress(workspace, introducer?.email ?? null) !== null || introducer?.partner !== null,
    may: {
      take: life === 'arrived',
      decline: life === 'arrived',
      answerClock: notebook.asked !== null && !notebook.settled && life !== 'declined',
      edit: life !== 'declined',
    },
    declinedBecause: notebook.declined,
  };
}

function partnerPeople(people: readonly Person[]): readonly Person[] {
  return people.filter((each) => each.side === 'partner');
}

function summaryWords(answers: ReturnType<typeof answersOf>): string {
  const answered = answers.filter((each) => each.quotes.length > 0).length;
  const missing = answers
    .filter((each) => each.quotes.length > 0)
    .reduce((sum, each) => sum + each.missing.length, 0);
  const details = missing === 0 ? '' : `, ${missing} ${missing === 1 ? 'detail' : 'details'} missing`;
  return `${answered} of 6 answered${details}`;
}

/** Why this one is the owner: a rule, or a person who said so. Taking an intro does not change whose it was. */
function ownerWhy({ workspace }: Viewing, { record, notebook }: DealState): string {
  const names = namesIn(workspace);
  const named = record.owner?.owner;
  if (named === null) return 'nobody was named';
  if (named !== undefined && named !== notebook.owner?.owner)
    return record.ownerBy === named ? 'took it' : `named by ${firstName(names.person(record.ownerBy))}`;
  if (notebook.ownerBy !== null && notebook.ownerBy !== 'baton')
    return `named by ${firstName(names.person(notebook.ownerBy))}`;
  const rule = workspace.rules.find((each) => each.id === notebook.owner?.rule);
  if (rule !== undefined)
    return rule.partner === null
      ? 'by the rule for anybody else'
      : `by the rule for ${names.partner(rule.partner)}`;
  return notebook.owner?.owner === null ? 'no rule names anybody' : 'the only person here';
}

// By name: "we" and "us" are the words that the product exists to question.
function sideWords({ workspace }: Viewing, state: DealState, side: 'host' | 'partner' | 'buyer'): string {
  return {
    host: workspace.company ?? 'your company',
    partner: partnerCalled(partnerName(state)),
    buyer: buyerCalled(buyerName(state)),
  }[side];
}
