import { z } from 'zod';
import { kind } from '#record/kind.js';
import {
  ArrivalId,
  Day,
  EvidenceHeld,
  FindingHeld,
  Motion,
  PersonHeld,
  Question,
  Side,
} from '#record/kinds/shapes.js';

const About = z.enum(['money', 'scope', 'competitor']);
const Answers = z.array(FindingHeld);

/** What the intro says. A later reading supersedes an earlier one; corrections win over both. */
export const findingsRead = kind({
  kind: 'findings.read',
  chain: 'notebook',
  content: z.object({
    arrival: ArrivalId,
    reader: z.string(),
    part: z.string(),
    textHash: z.string(),
    language: z.string().nullable(),
    motion: Motion,
    buyer: z.string().nullable(),
    people: z.array(PersonHeld),
    brief: z.object({
      buyer: Answers,
      whyNow: Answers,
      credibility: Answers,
      problem: Answers,
      expectsNext: Answers,
      stakes: z.array(FindingHeld.extend({ about: About })),
    }),
    missing: z.array(z.object({ question: Question, what: z.string() })),
    asks: z.array(
      FindingHeld.extend({
        of: z.enum(['host', 'partner', 'buyer']),
        due: Day.nullable(),
        dueWords: z.string().nullable(),
      }),
    ),
    promises: z.array(
      FindingHeld.extend({
        by: z.enum(['host', 'partner', 'buyer']),
        due: Day.nullable(),
        dueWords: z.string().nullable(),
      }),
    ),
  }),
  say: (c) => {
    const answered = Object.values(c.brief).filter((answers) => answers.length > 0).length;
    return `The mail was read: ${answered} of 6 answered.`;
  },
});

/** A person corrected one answer. Evidence null says that it is not in the mail. */
export const answerCorrected = kind({
  kind: 'answer.corrected',
  chain: 'notebook',
  content: z.object({ question: Question, about: About.nullable(), evidence: EvidenceHeld.nullable() }),
  say: (c) =>
    `An answer of the brief was corrected: ${c.evidence === null ? 'it is not in the mail' : `“${c.evidence.quote}”`}.`,
});

export const sideCorrected = kind({
  kind: 'side.corrected',
  chain: 'notebook',
  content: z.object({ email: z.string().nullable(), name: z.string().nullable(), side: Side }),
  say: (c) => `${c.name ?? c.email ?? 'Somebody'} sits on the ${c.side} side.`,
});
