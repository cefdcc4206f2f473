import { chronoDays } from '#reading/due/chrono-day.js';
import { type NamedDay, namedDays } from '#reading/due/due-day.js';

export type Due = { readonly due: string | null; readonly dueWords: string | null };

const NONE: Due = { due: null, dueWords: null };

/** Words that offer times: a day after them says when the meeting is, not when to answer. */
const TIMES =
  /\b(?:times|slots|dates|options|availability|openings|windows|termine|créneaux|plages|huecos|horarios|tider|tijden|horários)\b[^.!?]{0,40}\b(?:for|next|in|on|für|pour|para|nästa)\b/iu;

/**
 * When something asked or promised is due, from its own words: the day behind "by" or "before", else the first
 * day that stands for the doing itself. `said` is the mail's own day (ISO) or null; then the words alone are kept.
 */
export function dueOf(text: string, said: string | null): Due {
  if (said === null) {
    const undated = namedDays(text, '2001-01-01')[0];
    return undated ? { due: null, dueWords: wordsAt(text, undated.start, undated.end) } : NONE;
  }
  const own = namedDays(text, said);
  const days = own.length > 0 ? own : chronoDays(text, said);
  const limit =
    days.find(({ leadsBy }) => leadsBy === 'limit') ?? days.find(({ leadsBy }) => leadsBy === 'before');
  if (TIMES.test(text) && !(limit && limit.start < (TIMES.exec(text)?.index ?? 0))) return NONE;
  const first = limit ?? days.find(({ leadsBy, date }) => leadsBy === null && date >= said);
  const chosen = first ? lastOfChoice(text, days, first) : undefined;
  return chosen ? { due: chosen.date, dueWords: wordsAt(text, chosen.start, chosen.end) } : NONE;
}

/** "Mon or Tue" gives until Tuesday. */
function lastOfChoice(text: string, days: readonly NamedDay[], first: NamedDay): NamedDay {
  const next = days[days.indexOf(first) + 1];
  return next && /^\s?(?:or|oder|ou|o|eller|of)\s?$/i.test(text.slice(first.end, next.start)) ? next : first;
}

/** The phrase as it was said, with the word that makes it a limit: "by Thursday". */
function wordsAt(text: string, start: number, end: number): string {
  const before =
    /(?:\b(?:by|before|until|till|on|within|bis|vor|am|avant|d'ici|antes de|hasta|entro|prima di|senast|före|på|voor|uiterlijk|até|el|le|lunedì)\s(?:the\s|zum\s|spätestens\s|den\s)?)$/iu.exec(
      text.slice(Math.max(0, start - 24), start),
    );
  return text.slice(before ? start - before[0].length : start, end).replace(/\s+/g, ' ');
}
