import type { Page } from '#reading/mail/page.js';
import type { Named } from '#reading/mail/people/named.js';
import { introducerOf, type Participant } from '#reading/mail/people/participants.js';
import { handing, INTRO_AT, type IntroScore, introScore } from '#reading/mail/verdict/intro-score.js';
import { bounce, calendarMail, newsletter, outOfOffice } from '#reading/mail/verdict/machines.js';
import {
  coldPitch,
  internal,
  invoice,
  pitchStrength,
  question,
  scheduling,
  spam,
  thanksOnly,
} from '#reading/mail/verdict/people-mails.js';
import { type Judge, notAnIntro, type Verdict } from '#reading/mail/verdict/verdict.js';

/** Asked before the words are weighed: machines and closed circles give themselves away. */
const FIRST: readonly Judge[] = [bounce, outOfOffice, calendarMail, newsletter, invoice, internal];

/** Asked of what is no intro, the surest sign first. */
const REST: readonly Judge[] = [spam, coldPitch, thanksOnly, scheduling, question];

/** Decides what a mail is. The first judge that knows it wins; an intro must stand up to the pitch and the thanks. */
export function judge(page: Page, people: readonly Participant[], named: readonly Named[]): Verdict {
  const score = introScore(page, people, named);
  const it = { page, people, score };
  for (const first of FIRST) {
    const verdict = first(it);
    if (verdict) return verdict;
  }
  if (isIntro(page, people, score)) return introVerdict(page, people, score);
  for (const next of REST) {
    const verdict = next(it);
    if (verdict) return verdict;
  }
  return notAnIntro(
    'other',
    0.5,
    page.words.text.trim() === ''
      ? 'Has no words that could be read.'
      : 'Hands nobody over and asks for nothing that is known here.',
  );
}

function isIntro(page: Page, people: readonly Participant[], score: IntroScore): boolean {
  const sender = introducerOf(page, people);
  let total = score.total - Math.min(pitchStrength(page, people), 5) * (score.others.size >= 2 ? 0.3 : 0.6);
  // The host's own people hand nobody over to the host, except where they pass an inner mail on.
  if (sender?.known === 'host' && page.forwardedBy === null) total -= 2.5;
  if (sender?.known === 'partner') total += 0.4;
  if (thanksOnly({ page, people, score })) total -= 2;
  return total >= INTRO_AT;
}

function introVerdict(page: Page, people: readonly Participant[], score: IntroScore): Verdict {
  const sender = introducerOf(page, people);
  const who = sender?.name ?? sender?.address ?? 'The sender';
  const joins = score.joins.length > 0 ? score.joins.slice(0, 1) : handing(page).slice(0, 1);
  return {
    whyNot: null,
    confidence: Math.round(Math.min(0.98, 0.55 + (score.total - INTRO_AT) * 0.12) * 100) / 100,
    because: score.others.size >= 2 ? `${who} brings two sides together.` : `${who} hands a buyer over.`,
    reasons: [{ label: 'Joins two sides', findings: joins }],
  };
}
