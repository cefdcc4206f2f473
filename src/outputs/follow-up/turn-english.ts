import { escaped, type SpokenOf, upper } from '#outputs/follow-up/spoken-of.js';

const FIRST_PERSON = /\b(?:i|i['’](?:m|d|ve|ll)|me|my|mine|myself|we|we['’](?:re|d|ve|ll)|us|our|ours)\b/i;

/**
 * A sentence about the buyer, said to the buyer: "Joanna has told her committee" is "You have told your
 * committee". Null wherever a word could mean somebody else; then the words are quoted as they are.
 */
export function turnEnglish(sentence: string, spokenOf: SpokenOf): string | null {
  if (FIRST_PERSON.test(sentence) || /[?"“”]/.test(sentence)) return null;
  const begun = begin(sentence, spokenOf);
  const rest = begun === null ? null : turnReader(begun);
  if (begun === null || rest === null) return null;
  const turned = turnRest({ ...begun, rest }, spokenOf);
  return turned === null ? null : upper(turned);
}

type Begun = { readonly done: string; readonly rest: string; readonly isBuyer: boolean };

/** The beginning up to the first verb: the buyer as subject becomes "you" with its verb. */
function begin(sentence: string, { first, full, company, pronouns }: SpokenOf): Begun | null {
  const names = [full, first].filter((name) => name !== null).map(escaped);
  const companies = company === null ? [] : [escaped(company), escaped(company.split(' ')[0] ?? company)];
  const owner = new RegExp(`^(?:${[...names, ...companies].join('|') || '(?!)'})['’]s?\\s`, 'u').exec(
    sentence,
  );
  if (owner !== null)
    return { done: 'Your ', rest: sentence.slice(owner[0].length), isBuyer: names.length > 0 };
  const their = /^(?:her|his|their)\s/i.exec(sentence);
  if (their !== null) {
    return pronouns ? { done: 'Your ', rest: sentence.slice(their[0].length), isBuyer: true } : null;
  }
  const subject = new RegExp(
    `^(?:(?<name>${[...names, ...companies].join('|') || '(?!)'})(?:\\s\\([^)]{1,12}\\)|\\shere)?|(?<pronoun>she|he|they))(?<short>['’](?:s|d|ll|re|ve))?\\s`,
    'iu',
  ).exec(sentence);
  if (subject === null) return { done: '', rest: sentence, isBuyer: false };
  if (subject.groups?.pronoun !== undefined && !pronouns) return null;
  const rest = sentence.slice(subject[0].length);
  const short = subject.groups?.short?.toLowerCase().replace('’', "'");
  const isPlural = /^they$/i.test(subject.groups?.pronoun ?? '');
  if (short !== undefined) {
    const you = short === "'s" ? contracted(rest) : `You${short}`;
    return you === null ? null : { done: `${you} `, rest, isBuyer: true };
  }
  const verb = /^(?:also |really |only |now |still )?[\p{L}'’]+/u.exec(rest)?.[0] ?? '';
  const turned = isPlural ? verb : verbForYou(verb);
  return turned === null ? null : { done: `You ${turned}`, rest: rest.slice(verb.length), isBuyer: true };
}

// "She's expecting" is "is", "she's got" is "has"; of anything else nobody can be sure.
function contracted(rest: string): string | null {
  if (/^(?:not )?\p{L}+ing\b/u.test(rest)) return "You're";
  return /^got\b/.test(rest) ? "You've" : null;
}

const IRREGULAR: Readonly<Record<string, string>> = {
  is: 'are',
  was: 'were',
  has: 'have',
  does: 'do',
  goes: 'go',
  "isn't": "aren't",
  "doesn't": "don't",
  "hasn't": "haven't",
  "wasn't": "weren't",
};

/** "wants" is "want" for you. Null for a word that ends like a verb and may be none. */
function verbForYou(words: string): string | null {
  const [, before = '', verb = ''] = /^(.*?)([\p{L}'’]+)$/u.exec(words) ?? [];
  const plain = verb.toLowerCase().replace('’', "'");
  const irregular = IRREGULAR[plain];
  if (irregular !== undefined) return before + irregular;
  if (!/s$/.test(plain) || /(?:ss|us|is)$/.test(plain)) return before + verb;
  if (/ies$/.test(plain)) return `${before}${plain.slice(0, -3)}y`;
  return before + (/(?:sh|ch|x|ss|zz|o)es$/.test(plain) ? plain.slice(0, -2) : plain.slice(0, -1));
}

const FOLLOWS_OBJECT =
  /^\s?(?:$|[.,;:)]|(?:in|on|at|to|by|before|after|until|till|with|for|from|and|or|that|who|a|an|the|tomorrow|today|tonight|next|this|about|off|up|so)\b)/i;

/** "You" in the mail is whoever got it, the host: "your check" is ours, and any other "you" is left to a person. */
function turnReader({ done, rest, isBuyer }: Begun): string | null {
  const own = /(?:want|like|expect|need)$/.test(done) ? rest.replace(/^ you to\b/, ' us to') : rest;
  if (/\b(?:you|you['’](?:re|d|ve|ll)|yours|yourself)\b/i.test(own)) return null;
  if (!/\byour\b/i.test(own)) return own;
  return isBuyer ? own.replace(/\byour\b/gi, 'our') : null;
}

const GIVEN =
  /\b(?:told|tells?|gave|gives?|asked|asks|showed|shows?|sent|sends?|lets?|made|makes?|helped|helps?|got|gets?) $/i;
const LED = /\b(?:to|for|with|told|gave|asked|cost|costs|lets?) $/i;

/** What follows the beginning: "her" and "she" are the buyer only where the sentence is about them. */
function turnRest({ done, rest, isBuyer }: Begun, spokenOf: SpokenOf): string | null {
  let unsure = false;
  const leave = (word: string) => {
    unsure = true;
    return word;
  };
  const verbs = rest.replace(/\b(?:she|he)\s([\p{L}'’]+)/giu, (all, verb: string, at: number) => {
    const you = isBuyer && !namesSomebody(rest.slice(0, at)) ? verbForYou(verb) : null;
    return you === null ? leave(all) : `you ${you}`;
  });
  const owned = verbs.replace(
    /\b(her|him|his|herself|himself)\b/gi,
    (word: string, _w: string, at: number) => {
      const [before, after] = [verbs.slice(0, at), verbs.slice(at + word.length)];
      if (namesSomebody(before) || (!isBuyer && !(spokenOf.pronouns && LED.test(before)))) return leave(word);
      // "Told her support ends" and "told her vendor" read alike.
      if (/^her$/i.test(word) && GIVEN.test(before) && !FOLLOWS_OBJECT.test(after)) return leave(word);
      if (/self$/i.test(word)) return 'yourself';
      return /^him$/i.test(word) || (/^her$/i.test(word) && FOLLOWS_OBJECT.test(after)) ? 'you' : 'your';
    },
  );
  const turned = owned.replace(/\b(they|them|their)\b(?!['’])/gi, (word: string, _w: string, at: number) => {
    const before = done + owned.slice(0, at);
    if (!spokenOf.pronouns || isCrowded(before)) return leave(word);
    if (/^them$/i.test(word)) return LED.test(before) ? 'you' : leave(word);
    return /^their$/i.test(word) ? 'your' : 'you';
  });
  if (unsure || /\b(?:she|he|they)['’]/i.test(turned)) return null;
  const named = namesLeft(turned, spokenOf);
  return named === null ? null : done + named;
}

/** Another name before a pronoun: then it may mean that one. */
function namesSomebody(before: string): boolean {
  const names = before.match(/(?<=\s)\p{Lu}\p{Ll}+(?!\p{L})/gu) ?? [];
  return names.some(
    (name) =>
      !/^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/.test(
        name,
      ),
  );
}

/** Things in the plural before a "they", or "every" and its kin: then it may mean them. */
function isCrowded(before: string): boolean {
  if (/\b(?:every|each|all|both|some|many|two|three|four|five|one of)\b/i.test(before)) return true;
  const words = before.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  return words.some(
    (word) =>
      /[^su]s$/.test(word) &&
      word.length > 4 &&
      !/^(?:years|months|weeks|hours|minutes|times|this|always|perhaps)$/i.test(word),
  );
}

/** The buyer's own name further on: "to Joanna" is "to you", "Joanna's" is "your"; elsewhere it is unsure. */
function namesLeft(text: string, { first, full }: SpokenOf): string | null {
  const names = [full, first].filter((name) => name !== null).map(escaped);
  if (names.length === 0) return text;
  const any = names.join('|');
  const turned = text
    .replace(new RegExp(`(?<![\\p{L}])(?:${any})['’]s(?![\\p{L}])`, 'gu'), 'your')
    .replace(new RegExp(`\\b(to|for|with|from|of|by) (?:${any})(?![\\p{L}'’])`, 'gu'), '$1 you');
  return new RegExp(`(?<![\\p{L}])(?:${any})(?![\\p{L}])`, 'u').test(turned) ? null : turned;
}
