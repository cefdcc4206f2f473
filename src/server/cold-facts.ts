import type { FollowUpFacts } from '#outputs/follow-up/facts.js';
import type { ColdFacts } from '#reading/cold-lead/cold-facts.js';
import type { MailTexts } from '#views/intake/mail.js';
import type { WorkspaceState } from '#views/workspace/state.js';

/** What an outgoing text of a deal is checked against: what its mail says, and what its own side is called. */
export function coldFactsOf(facts: FollowUpFacts, workspace: WorkspaceState, texts: MailTexts): ColdFacts {
  const { mail } = facts;
  const source = (text: string, part: string) => ({ arrival: mail.arrival, part, text });
  // A note that a colleague typed is an arrival of its own, and its words are as good as the mail's.
  const notes = facts.brief
    .flatMap((each) => each.quotes)
    .filter((each) => each.arrival !== mail.arrival)
    .map(({ arrival, part, quote }) => ({ arrival, part, text: quote }));
  const names = [
    ...facts.people.flatMap((each) => [each.name, each.company]),
    facts.partner.name,
    facts.partner.company,
    facts.buyer,
    facts.sender.name,
    workspace.company,
    ...workspace.people.map((each) => each.name),
    ...facts.carriers.map((each) => each.name),
  ];
  return {
    answers: [
      ...facts.brief.flatMap(({ question, quotes }) =>
        quotes.map((quote) => ({ question, about: quote.about, quotes: [quote] })),
      ),
      { question: 'promised' as const, about: null, quotes: facts.promises },
      { question: 'asked' as const, about: null, quotes: facts.asks },
    ],
    sources: [
      source(mail.text, mail.part),
      source(mail.subject, 'subject'),
      source(texts.quotedHistory, `${mail.part}-history`),
      source(texts.signature, `${mail.part}-signature`),
      ...notes,
    ].filter(({ text }) => text.trim() !== ''),
    names: names.flatMap((name) => (name === null ? [] : [name])),
    days: [...facts.asks, ...facts.promises].flatMap(({ due }) => (due === null ? [] : [due])),
    today: facts.today,
  };
}
