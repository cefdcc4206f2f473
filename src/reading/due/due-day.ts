import { Temporal } from 'temporal-polyfill';
import { DAY_RULES } from '#reading/due/day-rules.js';

/** A day found in words: ISO date, the words, their place, and the word before that makes it a limit. */
export type NamedDay = {
  readonly date: string;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly leadsBy: 'limit' | 'before' | 'slot' | null;
};

const RULES = DAY_RULES.map((rule) => ({
  ...rule,
  expression: new RegExp(`(?<![\\p{L}\\p{N}])(?:${rule.pattern})(?![\\p{L}\\p{N}])`, 'giu'),
}));

/** Words before a day that make it the last day on which something may be done. */
const LIMIT =
  /(?:by|until|till|no later than|not later than|at the latest|latest|bis|bis zum|bis spätestens|spätestens|d'ici|d'ici à|au plus tard|jusqu'à|a más tardar|hasta|entro|entro il|senast|seneste|senest|uiterlijk|tegen|até|até ao?|due|due on|deadline)(?:\s(?:the|le|el|il|den|spätestens|à|this|on|am))?\s*$/iu;

const BEFORE =
  /(?:before|ahead of|vor|vor dem|avant|antes de|antes del|antes do|antes da|prima di|före|innan|før|vóór|voor)(?:\s(?:the|le|la|el|il|dem|den))?\s*$/iu;

/** Words that make a day the subject of the matter and not its limit: "times for next week". */
const SLOT =
  /(?:(?:for|für|pour|para|per|for the|since|seit|depuis|desde|dal|sedan|sinds|in|of|from|ab|à partir de|a partir de|da|till på|until after|after|nach|après|después de|dopo|efter|na)(?:\s(?:the|le|la|el|il|den|dem|early|late|mid))?)\s*$/iu;

/**
 * Every day that a stretch of text names, resolved against the day on which it was said (an ISO date).
 * Bare weekdays are the next ones; "end of the week" is Friday. Empty where nothing is named.
 */
export function namedDays(text: string, said: string): NamedDay[] {
  const base = Temporal.PlainDate.from(said);
  const hits: NamedDay[] = [];
  for (const { expression, day } of RULES) {
    for (const match of text.matchAll(expression)) {
      const date = day(match.groups ?? {}, base);
      if (!date) continue;
      const start = match.index;
      const end = start + match[0].length;
      const before = text.slice(Math.max(0, start - 40), start);
      const leadsBy = LIMIT.test(before)
        ? 'limit'
        : BEFORE.test(before)
          ? 'before'
          : SLOT.test(before)
            ? 'slot'
            : null;
      // "By January 15", said in March, means the next one.
      const behind =
        (leadsBy === 'limit' || leadsBy === 'before') && Temporal.PlainDate.compare(date, base) < 0;
      const ahead = behind && !/20\d{2}/.test(match[0]) ? date.add({ years: 1 }) : date;
      hits.push({ date: ahead.toString(), start, end, words: match[0], leadsBy });
    }
  }
  return longest(hits).map((hit) => (hit.leadsBy === 'before' ? dayBefore(hit, text) : hit));
}

/** Of hits that overlap, the longest; the rest in their order. */
function longest(hits: NamedDay[]): NamedDay[] {
  const kept: NamedDay[] = [];
  for (const hit of hits.sort((one, other) => other.end - other.start - (one.end - one.start))) {
    if (kept.every((other) => hit.end <= other.start || hit.start >= other.end)) kept.push(hit);
  }
  return kept.sort((one, other) => one.start - other.start);
}

/** "Before Monday" ends on Sunday; "before Monday's call" and "before noon on Friday" end on that day. */
function dayBefore(hit: NamedDay, text: string): NamedDay {
  const after = text.slice(hit.end, hit.end + 24);
  const event =
    /^(?:'s|’s|s)?\s(?:call|meeting|session|demo|review|noon|midday|evening|night|lunch|morning|afternoon|mittag|abend|midi|soir|matin|a las|antes de las)/iu.test(
      after,
    );
  const single = /day|tag|di$|dì|s$|feira/iu.test(hit.words) && !/\d/.test(hit.words);
  if (event || !single || /end|ende|fin|slut|skiftet/iu.test(hit.words)) return hit;
  return { ...hit, date: Temporal.PlainDate.from(hit.date).subtract({ days: 1 }).toString() };
}
