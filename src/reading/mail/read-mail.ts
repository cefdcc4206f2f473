import type { Brief, MailReading, ReadingContext } from '#domain/intro.js';
import { LOOK_ALIKE } from '#domain/look-alike/look-alike.js';
import type { DecodedMail } from '#domain/mail.js';
import type { Person, Side } from '#domain/party.js';
import type { Problem } from '#domain/problem.js';
import { buyer, credibility, expectsNext, problem, stakes, whyNow } from '#reading/mail/brief/answers.js';
import { gate } from '#reading/mail/gate.js';
import { missingOf } from '#reading/mail/missing.js';
import { motionOf } from '#reading/mail/motion.js';
import { layOut, type Page, READ_LIMIT, READER } from '#reading/mail/page.js';
import { namedIn } from '#reading/mail/people/named.js';
import { introducerOf, type Participant, participantsOf } from '#reading/mail/people/participants.js';
import { peopleOf } from '#reading/mail/people/people.js';
import { firstName, sidesOf } from '#reading/mail/people/sides.js';
import { type PortalForm, portalForm } from '#reading/mail/portal-form.js';
import { asksOf, promisesOf } from '#reading/mail/speech.js';
import { unfold } from '#reading/mail/unfold.js';
import { judge } from '#reading/mail/verdict/judge.js';
import type { Verdict } from '#reading/mail/verdict/verdict.js';

const NO_ANSWERS: Brief = {
  buyer: [],
  whyNow: [],
  credibility: [],
  problem: [],
  expectsNext: [],
  stakes: [],
};

/**
 * Reads a decoded mail: what it is, whose, what it says. Pure, and never throws; empty is an answer. Every
 * finding is an exact quote of `words.text`. The context may be empty: then sides are told from the words
 * alone, and stay unknown where these do not tell.
 */
export function readMail(mail: DecodedMail, context: ReadingContext): MailReading {
  const page = layOut(mail, context, unfold(mail, context));
  const participants = participantsOf(page);
  const named = namedIn(page, participants);
  const verdict = judge(page, participants, named);
  const isIntro = verdict.whyNot === null;
  const sides = sidesOf(page, participants, isIntro);
  const form = portalForm(page);
  const people = peopleOf(page, participants, named, sides, isIntro, form);
  return gate(compose(page, participants, verdict, sides, people, form));
}

function compose(
  page: Page,
  participants: readonly Participant[],
  verdict: Verdict,
  sides: ReadonlyMap<string, Side>,
  people: readonly Person[],
  form: PortalForm | null,
): MailReading {
  const isIntro = verdict.whyNot === null;
  const sender = introducerOf(page, participants);
  const speaker = {
    side: sender ? (sides.get(sender.address.toLowerCase()) ?? 'unknown') : 'unknown',
    names: new Map(
      people.flatMap((person) =>
        firstName(person) ? [[firstName(person) as string, person.side] as const] : [],
      ),
    ),
  };
  const speaks = isIntro || verdict.whyNot === 'internal' || verdict.whyNot === 'scheduling';
  const asks = speaks ? asksOf(page, speaker) : [];
  const promises = speaks ? promisesOf(page, speaker) : [];
  const brief = isIntro
    ? briefOf(page, people, new Set([...asks, ...promises].map(({ start }) => start)))
    : NO_ANSWERS;
  const partners = people.filter(({ side }) => side === 'partner');
  // What is written in a partner's name from elsewhere is not said to come from somebody else of that partner.
  const partner =
    partners.find(({ email }) => email === sender?.address) ??
    (sender?.lookAlike == null ? partners[0] : undefined);
  return {
    reader: READER,
    language: page.language,
    words: page.words,
    head: page.head,
    forwardedBy: page.forwardedBy,
    isIntro,
    confidence: verdict.confidence,
    whyNot: verdict.whyNot,
    because: verdict.because,
    reasons: isIntro
      ? [
          ...verdict.reasons,
          { label: 'A reason now', findings: brief.whyNow.slice(0, 1) },
          { label: 'Asks you to act', findings: asks.filter(({ of }) => of === 'host').slice(0, 1) },
        ]
      : verdict.reasons,
    motion: isIntro ? motionOf(page) : 'unclear',
    partner:
      isIntro && form
        ? form.partner
        : { company: partner?.company ?? null, person: partner?.name ?? null, email: partner?.email ?? null },
    host: {
      company: page.context.host.company ?? people.find(({ side }) => side === 'host')?.company ?? null,
    },
    buyer: {
      company:
        page.context.buyer?.company ??
        people.find(({ side, company }) => side === 'buyer' && company !== null)?.company ??
        null,
    },
    people,
    brief,
    missing: isIntro ? missingOf(brief, people) : [],
    asks,
    promises,
    problems: problemsOf(page, participants),
  };
}

function briefOf(page: Page, people: readonly Person[], spoken: ReadonlySet<number>): Brief {
  const buyers = people.filter(({ side }) => side === 'buyer');
  const names = buyers.flatMap((person) => [person.name, firstName(person), person.company]);
  const told = {
    spoken,
    buyers: [...new Set(names.flatMap((name) => (name && name.length > 2 ? name.toLowerCase() : [])))],
  };
  return {
    buyer: buyer(page, told),
    whyNow: whyNow(page, told),
    credibility: credibility(page, told),
    problem: problem(page, told),
    expectsNext: expectsNext(page, told),
    stakes: stakes(page, told),
  };
}

function problemsOf(page: Page, participants: readonly Participant[]): Problem[] {
  const senders = participants.filter(({ place }) => place === 'from' || place === 'forwarder');
  const problems: Problem[] = [
    ...senders.flatMap((each) =>
      each.lookAlike === null ? [] : [{ code: LOOK_ALIKE, because: each.lookAlike.words }],
    ),
    ...page.mail.problems,
  ];
  if (page.words.text.length > READ_LIMIT) {
    problems.push({
      code: 'mail.read-in-part',
      because: 'The mail is very long: findings come from its first fifteen pages.',
    });
  }
  return problems;
}
