import type { Finding } from '#domain/finding.js';
import type { MailHead, MailWords, ReadingContext } from '#domain/intro.js';
import type { DecodedMail } from '#domain/mail.js';
import type { Mailbox } from '#domain/party.js';
import { folded } from '#reading/lexicon/cue.js';
import { type Lexicon, lexiconOf } from '#reading/lexicon/lexicon.js';
import { type Clause, clausesOf } from '#reading/mail/clauses.js';
import { languagesOf } from '#reading/mail/language.js';
import { type Sentence, sentencesOf } from '#reading/mail/sentences.js';

/** How many characters of the newest words are read for findings: about fifteen printed pages. */
export const READ_LIMIT = 40_000;

/** A sentence with its folded twin (plain quotes and spaces), in which phrases are looked for. */
type Line = Sentence & { readonly plain: string };

/** A clause likewise. */
export type Part = Clause & { readonly plain: string };

/** What every reader sees: the mail laid out, before anything is concluded. */
export type Page = {
  readonly mail: DecodedMail;
  readonly context: ReadingContext;
  readonly words: MailWords;
  /** The head that counts. */
  readonly head: MailHead;
  readonly outer: MailHead;
  readonly forwardedBy: Mailbox | null;
  readonly fromOutside: boolean;
  readonly language: string | null;
  readonly lexicon: Lexicon;
  readonly sentences: readonly Line[];
  readonly clauses: readonly Part[];
  /** The day of the mail, an ISO date in the sender's own zone, or null. */
  readonly day: string | null;
};

/** Who reads here, with the version that a later reader supersedes. */
export const READER = 'rules 2';

/** Lays out a mail's words for the readers. */
export function layOut(
  mail: DecodedMail,
  context: ReadingContext,
  found: { words: MailWords; head: MailHead; forwardedBy: Mailbox | null; fromOutside: boolean },
): Page {
  const text = found.words.text.slice(0, READ_LIMIT);
  const languages = languagesOf(text);
  const sentences = sentencesOf(text);
  return {
    mail,
    context,
    words: found.words,
    head: found.head,
    outer: mail.head,
    forwardedBy: found.forwardedBy,
    fromOutside: found.fromOutside,
    language: languages[0] ?? null,
    // A short mail says its language badly: then every list is tried.
    lexicon: lexiconOf(
      languages.length === 0 ? ['de', 'fr', 'es', 'it', 'nl', 'pt', 'sv'] : languages.flatMap(cousins),
    ),
    sentences: sentences.map((sentence) => ({ ...sentence, plain: folded(sentence.text) })),
    clauses: sentences.flatMap(clausesOf).map((clause) => ({ ...clause, plain: folded(clause.text) })),
    day: (found.head.date ?? mail.head.date)?.slice(0, 10) ?? null,
  };
}

/** A finding of a stretch of one sentence, offsets counted in it. */
export function findingIn(
  sentence: Sentence,
  confidence: number,
  start = 0,
  end = sentence.text.length,
): Finding {
  return {
    quote: sentence.text.slice(start, end),
    start: sentence.start + start,
    end: sentence.start + end,
    reader: 'rules',
    confidence: Math.round(Math.min(0.99, Math.max(0.05, confidence)) * 100) / 100,
  };
}

// Danish and Norwegian are read with the Swedish list, Catalan and Galician with the Spanish one.
function cousins(language: string): string[] {
  const near: Record<string, string> = {
    da: 'sv',
    no: 'sv',
    nb: 'sv',
    ca: 'es',
    gl: 'pt',
    lb: 'de',
    af: 'nl',
  };
  return near[language] ? [language, near[language]] : [language];
}
