import { type Cue, compile } from '#reading/lexicon/cue.js';
import { DE } from '#reading/lexicon/de.js';
import { EN } from '#reading/lexicon/en.js';
import { ES } from '#reading/lexicon/es.js';
import { FR } from '#reading/lexicon/fr.js';
import { IT } from '#reading/lexicon/it.js';
import { NL } from '#reading/lexicon/nl.js';
import { PT } from '#reading/lexicon/pt.js';
import { SV } from '#reading/lexicon/sv.js';
import type { Words } from '#reading/lexicon/words.js';

const LANGUAGES: Readonly<Record<string, Words>> = {
  en: EN,
  de: DE,
  fr: FR,
  es: ES,
  it: IT,
  nl: NL,
  pt: PT,
  sv: SV,
};

/** The phrases of some languages, compiled: one expression for each thing that people say. */
export type Lexicon = { readonly [thing in keyof Words]: Cue };

const compiled = new Map<string, Lexicon>();

/** The lexicon of these languages. English always belongs to it, and unknown languages bring nothing. */
export function lexiconOf(languages: readonly string[]): Lexicon {
  const wanted = Object.keys(LANGUAGES).filter((code) => code === 'en' || languages.includes(code));
  const key = wanted.join(' ');
  const known = compiled.get(key);
  if (known) return known;
  const things = Object.keys(EN) as (keyof Words)[];
  const lexicon = Object.fromEntries(
    things.map((thing) => [thing, compile(wanted.flatMap((code) => LANGUAGES[code]?.[thing] ?? []))]),
  ) as Lexicon;
  compiled.set(key, lexicon);
  return lexicon;
}

/** Every language there is a lexicon for. */
export function allLanguages(): string[] {
  return Object.keys(LANGUAGES);
}
