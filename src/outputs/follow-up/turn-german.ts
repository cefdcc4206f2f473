import { escaped, type SpokenOf } from '#outputs/follow-up/spoken-of.js';

/** Words that mean a speaker, a reader or somebody not named: with one of them the words are quoted as they are. */
const PERSONAL =
  /(?<!\p{L})(?:ich|mir|mich|mein\p{L}*|wir|uns|unser\p{L}*|du|dir|dich|dein\p{L}*|euch|euer|eure\p{L}*|er|ihn|ihm|sie|ihnen)(?!\p{L})/iu;

const VERBS: Readonly<Record<string, string>> = {
  möchte: 'möchten',
  will: 'wollen',
  wünscht: 'wünschen',
  erwartet: 'erwarten',
  braucht: 'brauchen',
  hätte: 'hätten',
  würde: 'würden',
  hat: 'haben',
  ist: 'sind',
  muss: 'müssen',
  soll: 'sollen',
  kann: 'können',
  sucht: 'suchen',
  plant: 'planen',
  bittet: 'bitten',
  legt: 'legen',
};

/**
 * A German sentence about the buyer, said to the buyer: "Herr Kiesl möchte sein Protokoll sehen" is "Sie
 * möchten Ihr Protokoll sehen". Null wherever a word could mean somebody else.
 */
export function turnGerman(sentence: string, { first, full, pronouns }: SpokenOf): string | null {
  if (/[?„“"]/.test(sentence)) return null;
  const last = full?.split(' ').at(-1) ?? null;
  const names = [full, first, last].filter((name) => name !== null).map(escaped);
  const person = `(?:Herrn?|Frau)\\s(?:Dr\\.\\s)?\\p{Lu}[\\p{L}-]+${names.length === 0 ? '' : `|${names.join('|')}`}`;
  const begun = new RegExp(
    `^(?:${person}${pronouns ? '|Er|Sie' : ''})\\s(?<verb>\\p{Ll}+)(?![\\p{L}])`,
    'u',
  ).exec(sentence);
  if (begun === null) return neutral(sentence, names);
  const verb = VERBS[begun.groups?.verb ?? ''];
  const rest = sentence.slice(begun[0].length);
  if (verb === undefined || PERSONAL.test(rest) || names.some((name) => new RegExp(name, 'u').test(rest)))
    return null;
  const own = rest.replace(
    /\b(?:sein|ihr)(e[nmrs]?)?\b/g,
    (_all, ending: string | undefined) => `Ihr${ending ?? ''}`,
  );
  return `Sie ${verb}${own}`;
}

// Without any person in it a sentence reads the same to everybody.
function neutral(sentence: string, names: readonly string[]): string | null {
  if (PERSONAL.test(sentence) || /(?<!\p{L})(?:seine?[nmrs]?|ihre?[nmrs]?)(?!\p{L})/iu.test(sentence))
    return null;
  if (/\b(?:Herrn?|Frau)\b/.test(sentence)) return null;
  return names.some((name) => new RegExp(`(?<![\\p{L}])${name}(?![\\p{L}])`, 'u').test(sentence))
    ? null
    : sentence;
}
