import type { AnswersTold } from '#outputs/follow-up/answers-told.js';
import type { DraftSentence } from '#outputs/follow-up/draft.js';
import type { FollowUpFacts } from '#outputs/follow-up/facts.js';
import type { Frame } from '#outputs/follow-up/frame.js';
import { upper } from '#outputs/follow-up/spoken-of.js';
import type { Step } from '#outputs/follow-up/step.js';
import type { Told } from '#outputs/follow-up/telling.js';

/** A sentence that claims nothing of the buyer. */
export function plain(text: string): DraftSentence {
  return { text, rests: [], gap: null };
}

/** Who put us in touch, the trouble and the reason now, in the order of the mail. */
export function openingOf(
  facts: FollowUpFacts,
  frame: Frame,
  partner: string,
  { problem, whyNow }: AnswersTold,
): DraftSentence[] {
  const told = [problem, whyNow]
    .filter((each) => each !== null)
    .sort((one, other) => one.evidence.start - other.evidence.start);
  const [first, second] = told;
  if (first === undefined) {
    const rests = facts.brief.find((each) => each.question === 'buyer')?.quotes.slice(0, 1) ?? [];
    return [{ text: frame.introduced(partner), rests, gap: null }];
  }
  const lead = first.turned
    ? [{ text: `${frame.openingThen(partner)} ${lowered(first)}.`, rests: [first.evidence], gap: null }]
    : [plain(frame.opening(partner)), quoting(frame.wrote(partner, first.words), first)];
  if (second === undefined) return lead;
  if (second.turned)
    return [...lead, { text: `${upper(second.words)}.`, rests: [second.evidence], gap: null }];
  return [
    ...lead,
    quoting(first.turned ? frame.wrote(partner, second.words) : frame.also(second.words), second),
  ];
}

export type NextWords = {
  readonly frame: Frame;
  readonly language: string;
  readonly partner: string;
  readonly expected: Told | null;
  readonly step: Step;
  /** Whether the partner sets up the call: times of ours would cross theirs. */
  readonly isSet: boolean;
};

/** What the buyer expects, and what happens next. */
export function nextOf({ frame, language, partner, expected, step, isSet }: NextWords): DraftSentence[] {
  const times =
    step.kind === 'times' && !isSet ? [timesSentence(frame, partner, step, expected !== null)] : [];
  const starts = times.length > 0 && (language === 'en' || language === 'de');
  const told =
    expected === null
      ? []
      : expected.turned
        ? [
            {
              text: `${upper(expected.words)}${starts ? `, ${frame.so}` : ''}.`,
              rests: [expected.evidence],
              gap: null,
            },
          ]
        : [quoting(frame.next(partner, expected.words), expected)];
  if (step.kind === 'said') return [...told, { text: step.text, rests: [step.evidence], gap: null }];
  if (step.kind === 'undated')
    return [...told, { text: `${step.before} [${step.gap}].`, rests: [step.evidence], gap: 'day' as const }];
  return [...told, ...times];
}

function timesSentence(
  frame: Frame,
  partner: string,
  step: Step & { kind: 'times' },
  isForIt: boolean,
): DraftSentence {
  const hint = step.hint === null ? '' : `; ${frame.hint(partner, step.hint)}`;
  const gap = `[${step.words ?? frame.gap}${hint}]`;
  return {
    text: isForIt ? frame.times(gap) : frame.timesFirst(gap),
    rests: step.evidence === null ? [] : [step.evidence],
    gap: 'times',
  };
}

function quoting(text: string, told: Told): DraftSentence {
  return { text: /[.!?]$/.test(text) ? text : `${text}.`, rests: [told.evidence], gap: null };
}

const SMALL =
  /^(?:You|Your|The|A|An|In|On|At|When|Since|Every|Each|Last|Nobody|Some|There|It|This|That|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|About|One|If|Der|Die|Das|Ein|Eine|Am|Im|Seit|Bei|Es|Derzeit|Dort)(?!\p{L})/u;

/** The first letter small, where it is one that only began a sentence, or was small in the mail. */
function lowered({ words, evidence }: Told): string {
  const isSmall = SMALL.test(words) || /^\p{Ll}/u.test(evidence.quote);
  return isSmall ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}
