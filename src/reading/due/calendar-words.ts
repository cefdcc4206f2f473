/** Names of days and months, by language, as people write them in mails. The value counts from Monday = 1, January = 1. */
const WEEKDAYS: readonly (readonly string[])[] = [
  [
    'monday',
    'mon',
    'montag',
    'lundi',
    'lunes',
    'lunedì',
    'lunedi',
    'måndag',
    'mandag',
    'maandag',
    'segunda-feira',
    'segunda',
  ],
  [
    'tuesday',
    'tues',
    'tue',
    'dienstag',
    'mardi',
    'martes',
    'martedì',
    'martedi',
    'tisdag',
    'tirsdag',
    'dinsdag',
    'terça-feira',
    'terça',
  ],
  [
    'wednesday',
    'wed',
    'weds',
    'mittwoch',
    'mercredi',
    'miércoles',
    'miercoles',
    'mercoledì',
    'mercoledi',
    'onsdag',
    'woensdag',
    'quarta-feira',
    'quarta',
  ],
  [
    'thursday',
    'thurs',
    'thur',
    'thu',
    'donnerstag',
    'jeudi',
    'jueves',
    'giovedì',
    'giovedi',
    'torsdag',
    'donderdag',
    'quinta-feira',
    'quinta',
  ],
  [
    'friday',
    'fri',
    'freitag',
    'vendredi',
    'viernes',
    'venerdì',
    'venerdi',
    'fredag',
    'vrijdag',
    'sexta-feira',
    'sexta',
  ],
  ['saturday', 'sat', 'samstag', 'sonnabend', 'samedi', 'sábado', 'sabato', 'lördag', 'lørdag', 'zaterdag'],
  ['sunday', 'sun', 'sonntag', 'dimanche', 'domingo', 'domenica', 'söndag', 'søndag', 'zondag'],
];

const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'januar', 'jänner', 'janvier', 'enero', 'gennaio', 'januari', 'janeiro'],
  ['february', 'feb', 'februar', 'février', 'febrero', 'febbraio', 'februari', 'fevereiro'],
  ['march', 'mar', 'märz', 'mars', 'marzo', 'maart', 'março', 'marts'],
  ['april', 'apr', 'avril', 'abril', 'aprile'],
  ['may', 'mai', 'mayo', 'maggio', 'maj', 'mei', 'maio'],
  ['june', 'jun', 'juni', 'juin', 'junio', 'giugno', 'junho'],
  ['july', 'jul', 'juli', 'juillet', 'julio', 'luglio', 'julho'],
  ['august', 'aug', 'août', 'agosto', 'augusti', 'augustus'],
  ['september', 'sept', 'sep', 'septembre', 'septiembre', 'settembre', 'setembro'],
  ['october', 'oct', 'oktober', 'okt', 'octobre', 'octubre', 'ottobre', 'outubro'],
  ['november', 'nov', 'novembre', 'noviembre', 'novembro'],
  ['december', 'dec', 'dezember', 'dez', 'décembre', 'diciembre', 'dicembre', 'dezembro'],
];

const NUMBERS: readonly (readonly string[])[] = [
  ['one', 'a', 'an', 'ein', 'einem', 'einer', 'un', 'une', 'una', 'uno', 'en', 'ett', 'een', 'um', 'uma'],
  ['two', 'zwei', 'deux', 'dos', 'due', 'två', 'twee', 'dois', 'duas', 'a couple of'],
  ['three', 'drei', 'trois', 'tres', 'tre', 'drie', 'três'],
  ['four', 'vier', 'quatre', 'cuatro', 'quattro', 'fyra', 'quatro'],
  ['five', 'fünf', 'cinq', 'cinco', 'cinque', 'fem', 'vijf'],
  ['six', 'sechs', 'seis', 'sei', 'sex', 'zes'],
  ['seven', 'sieben', 'sept', 'siete', 'sette', 'sju', 'zeven', 'sete'],
  ['eight', 'acht', 'huit', 'ocho', 'otto', 'åtta', 'oito'],
  ['nine', 'neun', 'neuf', 'nueve', 'nove', 'nio', 'negen'],
  ['ten', 'zehn', 'dix', 'diez', 'dieci', 'tio', 'tien', 'dez'],
];

function placesOf(lists: readonly (readonly string[])[]): Map<string, number> {
  return new Map(lists.flatMap((names, place) => names.map((name) => [name, place + 1] as const)));
}

const WEEKDAY_OF = placesOf(WEEKDAYS);
const MONTH_OF = placesOf(MONTHS);
const NUMBER_OF = placesOf(NUMBERS);

/** Monday = 1 to Sunday = 7, or null. */
export function weekdayOf(word: string): number | null {
  return WEEKDAY_OF.get(word.toLowerCase().replace(/\.$/, '')) ?? null;
}

/** January = 1, or null. */
export function monthOf(word: string): number | null {
  return MONTH_OF.get(word.toLowerCase().replace(/\.$/, '')) ?? null;
}

/** A small number in digits or words, or null. */
export function numberOf(word: string): number | null {
  if (/^\d{1,3}$/.test(word)) return Number(word);
  return NUMBER_OF.get(word.toLowerCase()) ?? null;
}

/** One expression for any of these names, the longest first. */
function oneOf(names: Iterable<string>): string {
  return [...names].sort((one, other) => other.length - one.length).join('|');
}

export const WEEKDAY_PATTERN = oneOf(WEEKDAY_OF.keys());
export const MONTH_PATTERN = oneOf(MONTH_OF.keys());
export const NUMBER_PATTERN = `\\d{1,3}|${oneOf(NUMBER_OF.keys())}`;
