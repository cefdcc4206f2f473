import type { Person } from '#domain/party.js';
import { answersTold } from '#outputs/follow-up/answers-told.js';
import { addressee, firstNameOf, greetingName } from '#outputs/follow-up/buyer.js';
import { cautions } from '#outputs/follow-up/caution.js';
import type { Draft, DraftSentence } from '#outputs/follow-up/draft.js';
import type { FollowUpFacts } from '#outputs/follow-up/facts.js';
import { type Frame, frameFor } from '#outputs/follow-up/frame.js';
import { joining } from '#outputs/follow-up/joining.js';
import { leftOut } from '#outputs/follow-up/left-out.js';
import { nextOf, openingOf, plain } from '#outputs/follow-up/paragraph.js';
import { partnerCalled, partnerIntroduced } from '#outputs/follow-up/partner-called.js';
import { promisedSentences, setsCall } from '#outputs/follow-up/promised.js';
import { receiversOf, subjectOf } from '#outputs/follow-up/receivers.js';
import { countWords } from '#outputs/follow-up/spoken-of.js';
import { stepOf, unusedSteps } from '#outputs/follow-up/step.js';
import type { Telling } from '#outputs/follow-up/telling.js';
import { partnerParagraphs } from '#outputs/follow-up/to-partner.js';

/** As many words as a busy person reads to the end. */
const MOST_WORDS = 130;

/**
 * The first follow-up, from the record alone and without a model: the partner's words told to the buyer or
 * quoted, and one next step. What the mail does not say is left out and named in `missing`.
 */
export function draftFollowUp(facts: FollowUpFacts): Draft {
  const { frame, language } = frameFor(facts.mail.language);
  const buyer = addressee(facts);
  const partner = partnerCalled(facts);
  const { paragraphs, missing } =
    buyer === null ? toPartner(facts, frame, partner) : toBuyer(facts, frame, language, buyer);
  const isForeign = language !== (facts.mail.language ?? 'en');
  return {
    ...receiversOf(facts),
    subject: subjectOf(facts.mail.subject),
    language,
    paragraphs,
    missing: [
      ...missing,
      ...(isForeign ? ['It is in English: there are no drafts in the language of the mail yet.'] : []),
    ],
  };
}

type Written = Pick<Draft, 'paragraphs' | 'missing'>;

function toPartner(facts: FollowUpFacts, frame: Frame, partner: string): Written {
  const because = `No address of the buyer is in the mail, so this answers ${partner}. It is no first action to the buyer.`;
  return { paragraphs: partnerParagraphs(facts, frame, partner), missing: [because] };
}

function toBuyer(facts: FollowUpFacts, frame: Frame, language: string, buyer: Person): Written {
  const partner = partnerCalled(facts);
  const read = facts.mail.readers.includes(buyer.email?.toLowerCase() ?? '');
  const telling = tellingTo(facts, buyer, read);
  const { hosts, spokenOf } = telling;
  const answers = answersTold(telling);
  const names = { buyer: spokenOf.first, hosts };
  const step = stepOf(facts, language, names, answers.expectsNext);
  const unused = unusedSteps(facts, language, names, step);
  const promises = promisedSentences(facts, language, frame, read);
  const expected = answers.expectsNext;
  const isSet = setsCall(promises);
  const greeting = greetingName(buyer, facts.mail.text, language);
  const paragraphs = [
    [plain(greeting === null ? frame.nobody : greetingLine(frame, language, greeting))],
    openingOf(facts, frame, read ? partner : partnerIntroduced(facts), answers),
    nextOf({ frame, language, partner, expected, step, isSet }),
    [...promises.slice(0, 1), ...joining(facts, frame), ...promises.slice(1)],
    step.kind === 'times' && !isSet ? [plain(frame.invitation)] : [],
    [plain(frame.close(signature(facts, language)))],
  ];
  return {
    paragraphs: fitting(paragraphs).map((sentences) => ({ sentences })),
    missing: [...leftOut(facts, answers, read), ...cautions(facts, partner, unused)],
  };
}

function tellingTo(facts: FollowUpFacts, buyer: Person, read: boolean): Telling {
  const hosts = facts.people.flatMap((each) => (each.side === 'host' ? (firstNameOf(each.name) ?? []) : []));
  const spokenOf = { first: firstNameOf(buyer.name), full: buyer.name, company: facts.buyer };
  return { facts, spokenOf, hosts, read };
}

// A title takes the place of the first name, and the greeting with it.
function greetingLine(frame: Frame, language: string, name: string): string {
  return language === 'en' && /\s/.test(name) ? `Dear ${name},` : frame.greet(name);
}

function signature({ sender }: FollowUpFacts, language: string): string {
  return language === 'en' ? (firstNameOf(sender.name) ?? sender.name) : sender.name;
}

// What is promised and who else is wanted goes first where it grows too long, then the second thing told.
function fitting(paragraphs: readonly (readonly DraftSentence[])[]): DraftSentence[][] {
  const kept = paragraphs.map((sentences) => [...sentences]);
  // A gap is filled with other words, and counts as none.
  const said = () => kept.flat().map(({ text }) => text.replace(/\[[^\]]*\]/g, ''));
  for (const place of [3, 1]) {
    while (countWords(said().join(' ')) > MOST_WORDS && (kept[place]?.length ?? 0) > 1) kept[place]?.pop();
  }
  return kept.filter((sentences) => sentences.length > 0);
}
