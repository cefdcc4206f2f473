import { sentencesOf } from '#reading/mail/sentences.js';

export type NameFound = { readonly start: number; readonly end: number; readonly name: string };

const CAPITAL = /\p{Lu}[\p{L}'’-]*(?<!['’])/gu;

/** Capitalised words that are nobody's name. Days and months are checked as days. */
const PLAIN = new Set(
  (
    'i ok okay mr mrs ms dr prof sir madam sister captain herr herrn frau english german french spanish italian dutch ' +
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun ' +
    'january february march april may june july august september october november december ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec christmas easter europe european american british ' +
    'zoom teams google meet outlook excel word powerpoint microsoft webex calendar baton internet ' +
    'pacific eastern central mountain q1 q2 q3 q4 regards best thanks cheers kind warm hi hello dear good morning afternoon'
  ).split(' '),
);

/** German capitalises every noun: there a name shows by what stands before it. */
const GERMAN_TITLE =
  /(?:^|[\s(])(?:Herrn?|Frau|Dr\.|Kolleg(?:e|en|in)|Familie)\s(?:(?:Dr|Prof)\.\s){0,2}(\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?)/gu;
const GERMAN_PAIR =
  /(?<=(?:mit|von|bei|und|für|an|durch|dass|hat|ist|wird|kann|bringt|kommt|fragt|ruft|auch|,)\s)(\p{Lu}\p{Ll}[\p{L}'’-]+\s\p{Lu}\p{Ll}[\p{L}'’-]+)/gu;
const GERMAN_NOUN =
  /^(?:Ende|Anfang|Mitte|Firma|Thema|Projekt|Kunde|Raum|Uhr|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Termin|Anhang|Ihnen|Ihre?[nmrs]?|Sie|Herrn?|Frau)\b/u;

/** Names that a text writes and that none of the known words holds. `known` is lower case, word by word. */
export function strangeNames(text: string, language: 'en' | 'de', known: ReadonlySet<string>): NameFound[] {
  const isKnown = (word: string) => {
    const plain = bare(word);
    return known.has(plain) || PLAIN.has(plain) || plain.split('-').every((part) => known.has(part));
  };
  return language === 'de' ? germanNames(text, isKnown) : otherNames(text, isKnown);
}

/** The words that names are compared by: lower case, without a genitive. */
export function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []).flatMap((word) => {
    const plain = bare(word);
    return plain.includes('-') ? [plain, ...plain.split('-')] : [plain];
  });
}

function bare(word: string): string {
  return word
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/'(?:s|re|ll|d|ve|m)?$/, '');
}

function germanNames(text: string, isKnown: (word: string) => boolean): NameFound[] {
  const found: NameFound[] = [];
  for (const pattern of [GERMAN_TITLE, GERMAN_PAIR]) {
    for (const match of text.matchAll(pattern)) {
      const name = match[1] ?? '';
      const start = match.index + match[0].lastIndexOf(name);
      const isTitled = pattern === GERMAN_TITLE;
      const words = name.split(/\s/);
      if (!isTitled && GERMAN_NOUN.test(name)) continue;
      const strange = isTitled ? words.some((word) => !isKnown(word)) : words.every((word) => !isKnown(word));
      if (!strange || found.some((each) => each.start < start + name.length && start < each.end)) continue;
      found.push({ start, end: start + name.length, name });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

// The first word of a sentence has its capital from there: it is a name only with another behind it.
function otherNames(text: string, isKnown: (word: string) => boolean): NameFound[] {
  return sentencesOf(text).flatMap((sentence) => {
    const words = [...sentence.text.matchAll(CAPITAL)].filter(
      (match) => !/[\p{L}\p{N}@.]$/u.test(sentence.text.slice(0, match.index)),
    );
    return runsOf(sentence.text, words).flatMap((run): NameFound[] => {
      const marks = run.map((match) => isStrange(match[0], isKnown));
      const begins = isFresh(sentence.text.slice(0, run[0]?.index ?? 0));
      if (begins && (marks[1] !== true || FUNCTION_WORD.test(run[0]?.[0] ?? ''))) marks[0] = false;
      const first = run[marks.indexOf(true)];
      const last = run[marks.lastIndexOf(true)];
      if (first === undefined || last === undefined) return [];
      const [start, end] = [first.index, last.index + last[0].length];
      return [
        { start: sentence.start + start, end: sentence.start + end, name: sentence.text.slice(start, end) },
      ];
    });
  });
}

const FUNCTION_WORD =
  /^(?:your|our|my|his|her|their|the|this|that|these|those|an?|with|and|but|so|at|in|on|by|for|from|as|if|when|once|then|also|after|before|since|thanks|thank|dear|hi|hello|dank|please|bonjour|madame|monsieur|hej|caro|cara|gentile|estimad[oa]|hola)$/i;

function isStrange(word: string, isKnown: (word: string) => boolean): boolean {
  if (/^(?:\p{Lu}{1,5}s?|I['’]\p{L}+)$/u.test(word)) return false;
  return !isKnown(word);
}

// Behind a colon, a dash, a greeting's comma or an opening bracket some people begin with a capital again.
function isFresh(before: string): boolean {
  return /^["“„'(]?$/.test(before) || /[:\n([“„"•]\s*$|[-–—]\s$/.test(before);
}

function runsOf(text: string, words: readonly RegExpExecArray[]): RegExpExecArray[][] {
  const runs: RegExpExecArray[][] = [];
  let end = -1;
  for (const word of words) {
    if (end >= 0 && text.slice(end, word.index) === ' ') runs.at(-1)?.push(word);
    else runs.push([word]);
    end = word.index + word[0].length;
  }
  return runs;
}
