import { action, type Decision, type Moment } from '#actions/decision.js';
import { joinReply } from '#actions/intro/join-reply.js';
import { openIntro } from '#actions/intro/open.js';
import { readAgain } from '#actions/intro/read-again.js';
import { stands } from '#domain/evidence.js';
import type { Finding } from '#domain/finding.js';
import type { Id } from '#domain/id.js';
import type { MailReading } from '#domain/intro.js';
import { LOOK_ALIKE } from '#domain/look-alike/look-alike.js';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.js';
import { dealOf } from '#domain/subject.js';
import { isSameContent } from '#record/same.js';
import type { Known } from '#views/known.js';

/** A reading, with the texts that it rests on and what was looked up for it. */
export type ToRead = {
  readonly arrival: Id<'arrival'>;
  readonly reading: MailReading;
  /** Part under which the words are kept, and their SHA-256 in hex. */
  readonly part: string;
  readonly textHash: string;
  readonly key: Uint8Array;
  /** The decoded mail as JSON, kept on the first reading; null when it is kept already. */
  readonly decoded: string | null;
  /** The deal that the mail's thread belongs to, or null. */
  readonly threadDeal: Id<'deal'> | null;
  /** An id for the deal that may be opened. */
  readonly freshDeal: Id<'deal'>;
};

/**
 * Takes a reading in: the verdict stands on the arrival, the findings in the notebook of its deal. An intro
 * opens a deal; a mail of a known thread joins it; anything else waits in Intake with the reason.
 */
export const readArrival = action<ToRead>({
  name: 'arrival.read',
  touches: (asked) => ({ arrivals: [asked.arrival], deals: [asked.threadDeal ?? asked.freshDeal] }),
  decide: (known, asked, moment) => {
    const decision = decide(known, asked, moment);
    return isRefusal(decision) ? decision : onlyWhatIsNew(known, decision);
  },
});

function decide(known: Known, asked: ToRead, moment: Moment): Decision | Refusal {
  const arrival = known.arrival(asked.arrival);
  if (arrival.received === null) return refuse('arrival.unknown', 'There is no such arrival.');
  const reading = onlyWhatStands(asked.reading);
  const isIntro = arrival.word === 'intro' || (arrival.word === null && reading.isIntro);
  const isReply = arrival.joinedAs === 'reply' || (arrival.deal === null && asked.threadDeal !== null);
  const verdict = verdictOf(reading, isReply, isIntro);
  const base: Decision = {
    appends: [
      {
        to: asked.arrival,
        happening: { kind: 'arrival.read', content: verdictContent(asked, reading, verdict) },
      },
    ],
    texts: textsOf(asked),
    mentions: mentionsOf(reading).map((messageId) => ({ messageId, arrival: asked.arrival })),
    said: reading.because,
    arrival: asked.arrival,
    undoable: false,
  };
  if (arrival.deal !== null) {
    if (arrival.deal !== asked.threadDeal)
      return refuse('arrival.moved', 'It joined a deal meanwhile, and is read with that.');
    return arrival.joinedAs === 'intro' ? readAgain(known, asked, reading, base) : base;
  }
  if (asked.threadDeal !== null)
    return joinReply(known, asked, reading, base, { deal: asked.threadDeal, moment });
  // Before the own domains are known nobody's side is: it waits in Intake and is read again after set-up.
  const sidesCanBeTold = known.workspace.domains.length > 0 || arrival.word === 'intro';
  // Written as a partner from a domain that is not theirs: nothing is opened by it until a person takes it.
  const isHeld = arrival.word === null && reading.problems.some(({ code }) => code === LOOK_ALIKE);
  const opens = isIntro && verdict !== 'unreadable' && sidesCanBeTold && !isHeld;
  return opens ? openIntro(known, asked, reading, base) : base;
}

// A reading that says what stands already leaves no entry: a job that runs twice changes nothing.
function onlyWhatIsNew(known: Known, decision: Decision): Decision | Refusal {
  const appends = decision.appends.filter(({ to, happening }) => {
    if (happening.kind === 'arrival.read')
      return !isSameContent('arrival.read', happening.content, known.arrival(to as Id<'arrival'>).read);
    if (happening.kind !== 'findings.read') return true;
    const deal = dealOf(to);
    return (
      deal === null || !isSameContent('findings.read', happening.content, known.deal(deal).notebook.reading)
    );
  });
  return appends.length === 0
    ? refuse('arrival.read-already', 'It was read, and says the same.')
    : { ...decision, appends };
}

function verdictOf(reading: MailReading, isReply: boolean, isIntro: boolean) {
  if (isReply) return 'reply' as const;
  if (reading.words.text.trim() === '' && reading.problems.length > 0) return 'unreadable' as const;
  return isIntro ? ('intro' as const) : ('not-intro' as const);
}

function verdictContent(
  asked: ToRead,
  reading: MailReading,
  verdict: 'intro' | 'reply' | 'not-intro' | 'unreadable',
) {
  const held = (finding: Finding) => hold(asked, finding);
  const { head } = reading;
  return {
    reader: reading.reader,
    verdict,
    whyNot: reading.whyNot,
    because: reading.because,
    confidence: reading.confidence,
    language: reading.language,
    from: head.from,
    forwardedBy: reading.forwardedBy,
    sender: reading.people.find((each) => each.email !== null && each.email === head.from?.address) ?? null,
    to: [...head.to],
    cc: [...head.cc],
    subject: head.subject,
    date: head.date === null ? null : new Date(head.date).toISOString(),
    people: reading.people.map((each) => ({ ...each })),
    partner: reading.partner.company,
    buyer: reading.buyer.company,
    reasons: reading.reasons.map(({ label, findings }) => ({ label, findings: findings.map(held) })),
    problems: [...reading.problems],
    part: asked.part,
    textHash: asked.textHash,
  };
}

/** A finding as an entry holds it: with the arrival and the kept text that its offsets count in. */
export function hold<F extends Finding>(asked: Pick<ToRead, 'arrival' | 'part'>, finding: F) {
  return { arrival: asked.arrival, part: asked.part, ...finding };
}

// The one gate once more, where findings become entries: whoever read them, what does not stand is dropped.
function onlyWhatStands(reading: MailReading): MailReading {
  const { text } = reading.words;
  const kept = <F extends Finding>(findings: readonly F[]) => findings.filter((each) => stands(each, text));
  const { buyer, whyNow, credibility, problem, expectsNext, stakes } = reading.brief;
  return {
    ...reading,
    reasons: reading.reasons.map((each) => ({ ...each, findings: kept(each.findings) })),
    brief: {
      buyer: kept(buyer),
      whyNow: kept(whyNow),
      credibility: kept(credibility),
      problem: kept(problem),
      expectsNext: kept(expectsNext),
      stakes: kept(stakes),
    },
    asks: kept(reading.asks),
    promises: kept(reading.promises),
  };
}

function textsOf(asked: ToRead) {
  const { arrival, key, part } = asked;
  const { text, quotedHistory, signature } = asked.reading.words;
  const words = [
    { arrival, key, part, text },
    // What was set apart is kept beside the words and never lost; no evidence counts in it.
    { arrival, key, part: `${part}-apart`, text: JSON.stringify({ quotedHistory, signature }) },
  ];
  return asked.decoded === null ? words : [{ arrival, key, part: 'mail', text: asked.decoded }, ...words];
}

// RFC 5322 3.6.4. A long thread names every mail before it; the newest ones are enough to find it again.
const MOST_MENTIONS = 50;

export function mentionsOf(reading: MailReading): readonly string[] {
  const { inReplyTo, references } = reading.head;
  return [...new Set([...inReplyTo, ...references])].slice(-MOST_MENTIONS);
}
