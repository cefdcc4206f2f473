import type { Evidence } from '#domain/evidence.js';
import { type Asked, askedIn, stemsOf } from '#reading/cold-lead/asked-for.js';
import type { ColdFacts, ColdFinding } from '#reading/cold-lead/cold-facts.js';
import { daysOf, isSameDay } from '#reading/cold-lead/day.js';
import { figuresOf, isSameFigure } from '#reading/cold-lead/figure.js';
import { wordsOf } from '#reading/cold-lead/name.js';
import { type QuestionFound, questionsOf } from '#reading/cold-lead/question.js';
import { counts, type SourceSentence, sourceSentences } from '#reading/cold-lead/source-sentence.js';
import { TOPICS } from '#reading/cold-lead/topic.js';
import { hitsOf } from '#reading/lexicon/cue.js';
import { allLanguages, lexiconOf } from '#reading/lexicon/lexicon.js';

type Answers = ColdFinding['answers'];

/** Questions whose answers stand in the record, each with the words that answer it. */
export function coldQuestions(text: string, facts: ColdFacts): ColdFinding[] {
  const questions = questionsOf(text);
  if (questions.length === 0) return [];
  const sentences = sourceSentences(facts.sources, new Set(facts.names.flatMap(wordsOf)));
  return questions.flatMap((question): ColdFinding[] => {
    const answers = once([...byTopic(question, facts), ...byMatter(question, facts, sentences)]);
    if (answers.length === 0) return [];
    const { start, end, text: words } = question;
    return [{ kind: 'cold-question', start, end, words, about: null, answers }];
  });
}

/** The brief answers it: the question is one of the six. */
function byTopic({ text }: QuestionFound, facts: ColdFacts): Answers {
  return TOPICS.filter(({ asks }) => asks.test(text)).flatMap(({ question, about, says }) => {
    const fitting = facts.answers.filter(
      (each) => each.question === question && (about === null || each.about === about),
    );
    const quotes = fitting
      .flatMap((each) => each.quotes)
      .filter(({ quote }) => says === null || says.test(quote));
    const first = [...quotes]
      .filter(({ quote }) => !knows(text, quote))
      .sort((one, other) => othersWith(one, question, facts) - othersWith(other, question, facts))[0];
    return first === undefined ? [] : [{ question, evidence: first }];
  });
}

// Words that answer other questions too say less of this one.
function othersWith(quote: Evidence, question: string, facts: ColdFacts): number {
  return facts.answers.filter(
    (each) => each.question !== question && each.quotes.some((other) => isOverlapping(quote, other)),
  ).length;
}

/** Any sentence of the record answers it: it is about the same matter and says what is wanted. */
function byMatter({ text }: QuestionFound, facts: ColdFacts, sentences: readonly SourceSentence[]): Answers {
  return askedIn(text).flatMap((asked) => {
    if (asked.wants === 'document') return documents(asked, facts);
    const fitting = sentences
      .map((sentence) => ({ sentence, shared: sharedWith(asked, sentence) }))
      .filter(({ sentence, shared }) => shared > 0 && !knows(text, sentence.evidence.quote));
    // The sentence that says most of what was asked about answers it best.
    const found = fitting.sort((one, other) => other.shared - one.shared)[0]?.sentence;
    return found === undefined
      ? []
      : [{ question: questionOf(found.evidence, facts), evidence: found.evidence }];
  });
}

/** How many words of the matter a sentence shares that says what is wanted; 0 where it is no answer. */
function sharedWith({ wants, about }: Asked, sentence: SourceSentence): number {
  if (!sentence.says.has(wants)) return 0;
  if (wants === 'count') return counts(sentence, about[0] ?? '') ? 1 : 0;
  const shared = about.filter((each) => sentence.stems.includes(each)).length;
  // One word in common is enough for a short question; a long one must share more than a word.
  return shared >= (about.length > 4 ? 2 : 1) ? shared : 0;
}

/** Something that the partner brings, or asked not to be asked for. */
function documents({ about }: Asked, facts: ColdFacts): Answers {
  const dont = lexiconOf(allLanguages()).dont;
  return facts.answers.flatMap(({ question, quotes }) => {
    if (question !== 'promised' && question !== 'asked') return [];
    return quotes.flatMap((evidence) => {
      if (question === 'asked' && hitsOf(dont, evidence.quote).length === 0) return [];
      const has = stemsOf(evidence.quote);
      return about.some((each) => each.length > 3 && has.includes(each)) ? [{ question, evidence }] : [];
    });
  });
}

// Whoever writes the figure or the day into the question knows it, and asks for something else.
function knows(question: string, quote: string): boolean {
  const [figures, days] = [figuresOf(quote), daysOf(quote)];
  return (
    figuresOf(question).some((one) => figures.some((other) => isSameFigure(one, other))) ||
    daysOf(question).some((one) => one.day !== null && days.some((other) => isSameDay(one, other)))
  );
}

function questionOf(evidence: Evidence, facts: ColdFacts): Answers[number]['question'] {
  const holder = facts.answers.find(({ quotes }) => quotes.some((each) => isOverlapping(evidence, each)));
  return holder?.question ?? null;
}

function isOverlapping(one: Evidence, other: Evidence): boolean {
  return (
    one.arrival === other.arrival && one.part === other.part && one.start < other.end && other.start < one.end
  );
}

function once(answers: Answers): Answers {
  return answers.filter(
    (each, place) =>
      answers.findIndex(
        (other) =>
          other.evidence.start <= each.evidence.start &&
          other.evidence.end >= each.evidence.end &&
          other.evidence.arrival === each.evidence.arrival,
      ) === place,
  );
}
