import { Temporal } from 'temporal-polyfill';
import {
  MONTH_PATTERN,
  monthOf,
  NUMBER_PATTERN,
  numberOf,
  WEEKDAY_PATTERN,
  weekdayOf,
} from '#reading/due/calendar-words.js';
import { FEAST_PATTERN, feastDay } from '#reading/due/feasts.js';

type Day = Temporal.PlainDate;
type Parts = Record<string, string | undefined>;

/** One way to name a day. `day` resolves it against the day on which it was said, or null where it means none. */
export type DayRule = { readonly pattern: string; readonly day: (parts: Parts, said: Day) => Day | null };

const END = 'end|ende|fin|final|fine|slutet|slutningen|eind|einde|fim';
const NEXT =
  'next|nächsten|nächste|nächster|kommenden|kommende|kommender|prochaine?|próxim[ao]|prossim[ao]|nästa|næste|neste|volgende|komende|que viene';
const THIS = 'this|diesen|diese|dieser|cette|ce|est[aeo]|quest[ao]|den här|denna|deze|dit';
const WEEK = 'week|woche|semaine|semana|settimana|veckan?|uge|uke';
const MONTH = 'month|monats?|mois|mes|mese|månaden?|maand|mês';

/** Every rule, in the order in which they are tried at one place; the longest match wins. */
export const DAY_RULES: readonly DayRule[] = [
  rule(
    'day after tomorrow|übermorgen|après-demain|pasado mañana|dopodomani|övermorgon|overmorgen|depois de amanhã',
    (_, said) => said.add({ days: 2 }),
  ),
  rule(
    'tomorrow|morgen(?! früh)|morgen früh|demain|mañana(?! por la mañana)|domani|i morgon|imorgon|i morgen|imorgen|amanhã|tmrw|tmw',
    (_, said) => said.add({ days: 1 }),
  ),
  rule(
    "today|tonight|this (?:morning|afternoon|evening)|eod|cob|close of business|end of (?:the )?day|by close of play|heute|aujourd'hui|ce soir|cet après-midi|ce matin|hoy|esta (?:tarde|noche|mañana)|oggi|stasera|questa sera|questo pomeriggio|idag|i dag|i kväll|ikväll|i eftermiddag|vandaag|vanavond|vanmiddag|hoje|esta noite",
    (_, said) => said,
  ),
  rule(
    `(?:${END})(?: of| der| des| de la| de| della| del| van| av)?(?: the| la| de)? (?<turn>${NEXT}|${THIS}) (?<unit>${WEEK}|${MONTH})`,
    endOf,
  ),
  rule(
    `(?:${END})(?: of| der| des| de la| de| della| del| van| av)?(?: the| la| de| el)? (?<unit>${WEEK}|${MONTH}|quarter|quartals?|trimestre|kvartalet|kwartaal|year|jahres?|année|año|anno|året|jaar|ano)`,
    endOf,
  ),
  rule(
    '(?<unit>wochenschluss|eow|end-of-week|monatsende|månadsskiftet|månadens slut|eom|maandeinde|quartalsende|eoq|kvartalsskiftet|jahresende|årsskiftet|eoy|year end|year-end|quarter end|quarter-end|month end|month-end)',
    endOf,
  ),
  rule(
    `(?:(?<turn>${NEXT}|${THIS}|last) )?(?<weekday>${WEEKDAY_PATTERN})(?<after> week)?s?(?:,? (?:den |the |le |el |il )?(?<date>\\d{1,2})(?:st|nd|rd|th|\\.)?(?: (?:de |di )?(?<month>${MONTH_PATTERN})\\b)?)?`,
    weekday,
  ),
  rule(
    `(?<date>\\d{1,2})(?:st|nd|rd|th|er|\\.|º|ª)?(?: of)?(?: de| di)? (?<month>${MONTH_PATTERN})\\.?(?:,? (?:de |del )?(?<year>20\\d{2}))?`,
    dated,
  ),
  rule(`(?<month>${MONTH_PATTERN})\\.? (?<date>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>20\\d{2}))?`, dated),
  rule('(?<year>20\\d{2})-(?<numeral>\\d{2})-(?<date>\\d{2})', dated),
  rule(
    '(?:the (?<date>\\d{1,2})(?:st|nd|rd|th)|(?:am|zum|bis|den|der) (?:den )?(?<dot>\\d{1,2})\\.(?=\\s*(?:[,;.!?)]|$|\\p{Ll}))|(?:le|el|il|dia|no dia|op de) (?<bare>\\d{1,2})(?:er|e|º)?(?=\\s*(?:[,;.!?)]|$)))',
    ordinal,
  ),
  rule(
    `(?:within|in|innerhalb von|binnen|dans les|dans|sous|d'ici|en|dentro de|entro|tra|fra|inom|om|over|em|dentro de) (?:the next |den nächsten |les prochains |los próximos |de komende )?(?<count>${NUMBER_PATTERN}) (?<working>business |working |werk|arbets|arbeits)?(?<unit>hours?|stunden?|heures?|horas?|ore|timmar|uur|days?|tagen?|tage|jours?|días?|dias?|giorni|giorno|dagar|dagen|dag|weeks?|wochen?|semaines?|semanas?|settimane|settimana|veckor|vecka|weken|week)(?: ouvrés| hábiles| lavorativi| úteis)?`,
    counted,
  ),
  rule(
    `(?:(?<turn>${NEXT}|${THIS}) )?(?:weekend|wochenende|week-end|fin de semana|fine settimana|helgen|weekeinde)`,
    weekend,
  ),
  rule(`(?<feast>${FEAST_PATTERN})`, ({ feast }, said) => feastDay(feast ?? '', said)),
  rule(`(?<turn>${NEXT}|${THIS}) (?<unit>${WEEK})`, endOf),
  rule(`(?<unit>${WEEK}) (?<turn>${NEXT}|prochaine|próxima|prossima|que viene)`, endOf),
];

const NEXT_ONE = /^(?:next|nästa|volgende)$/i;

function rule(pattern: string, day: DayRule['day']): DayRule {
  return { pattern, day };
}

function endOf(parts: Parts, said: Day): Day | null {
  const unit = (parts.unit ?? '').toLowerCase();
  const later = new RegExp(`^(?:${NEXT})$`, 'i').test(parts.turn ?? '') ? 1 : 0;
  if (/^(?:mon|mês|mese?$|mes$|mois|mån|maand|eom)/.test(unit)) {
    const month = said.add({ months: later });
    return month.with({ day: month.daysInMonth });
  }
  if (/^(?:quar|trim|kv|kwart|eoq)/.test(unit)) {
    const last = Math.ceil(said.month / 3) * 3;
    return said.with({ month: last, day: 1 }).with({ day: said.with({ month: last, day: 1 }).daysInMonth });
  }
  if (/^(?:year|jahr|ann|año|år|jaar|ano|eoy)/.test(unit)) return said.with({ month: 12, day: 31 });
  const friday = said.add({ days: 5 - said.dayOfWeek + 7 * later });
  // "This week", said at the weekend, means the Friday to come.
  return Temporal.PlainDate.compare(friday, said) < 0 ? friday.add({ days: 7 }) : friday;
}

/** A weekend ends on its Sunday; said on a weekend day, this one. */
function weekend(parts: Parts, said: Day): Day | null {
  const sunday = said.add({ days: 7 - said.dayOfWeek });
  return NEXT_ONE.test(parts.turn ?? '') ? sunday.add({ days: 7 }) : sunday;
}

function weekday(parts: Parts, said: Day): Day | null {
  if (/^last$/i.test(parts.turn ?? '')) return null;
  if (parts.month !== undefined) return dated(parts, said);
  if (parts.date !== undefined) return ordinal(parts, said);
  const wanted = weekdayOf(parts.weekday ?? '');
  if (wanted === null) return null;
  // A bare weekday is the next one and never today. "Next Tuesday" is the one of next week.
  const ahead = (wanted - said.dayOfWeek + 7) % 7 || 7;
  const next = NEXT_ONE.test(parts.turn ?? '');
  const sameWeek = said.dayOfWeek + ahead <= 7;
  return said.add({ days: ahead + (next && sameWeek ? 7 : 0) + (parts.after ? 7 : 0) });
}

function dated(parts: Parts, said: Day): Day | null {
  const month = parts.numeral !== undefined ? Number(parts.numeral) : monthOf(parts.month ?? '');
  const day = Number(parts.date);
  if (month === null || day < 1 || day > 31) return null;
  const year = parts.year !== undefined ? Number(parts.year) : said.year;
  const real = plainDate(year, month, day);
  if (!real || parts.year !== undefined) return real;
  // Without a year the day lies ahead, unless it has only just passed.
  return Temporal.PlainDate.compare(real, said.subtract({ days: 60 })) < 0
    ? plainDate(year + 1, month, day)
    : real;
}

function ordinal(parts: Parts, said: Day): Day | null {
  const day = Number(parts.date ?? parts.dot ?? parts.bare);
  const here = plainDate(said.year, said.month, day);
  if (here && Temporal.PlainDate.compare(here, said) >= 0) return here;
  const later = said.with({ day: 1 }).add({ months: 1 });
  return plainDate(later.year, later.month, day);
}

function counted(parts: Parts, said: Day): Day | null {
  const count = numberOf(parts.count ?? '');
  if (count === null || count > 200) return null;
  const unit = (parts.unit ?? '').toLowerCase();
  if (/^(?:h|st|or|ti|u)/.test(unit)) return said.add({ days: Math.ceil(count / 24) });
  if (/^(?:w|sem|set|v)/.test(unit)) return said.add({ weeks: count });
  if (parts.working === undefined) return said.add({ days: count });
  let day = said;
  for (let left = count; left > 0; ) {
    day = day.add({ days: 1 });
    if (day.dayOfWeek <= 5) left -= 1;
  }
  return day;
}

function plainDate(year: number, month: number, day: number): Day | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return null;
  }
}
