import { folded } from '#reading/lexicon/cue.js';
import type { Page } from '#reading/mail/page.js';
import { escaped } from '#reading/mail/people/sides.js';

/** What the words say about somebody: what they do, and where. */
export type Description = {
  readonly role: string | null;
  readonly company: string | null;
  readonly at: number;
};

/** Words that name what somebody does, in the languages of the lexicon. */
const ROLE =
  /(?<![\p{L}])(?:ceo|cfo|cto|cio|coo|ciso|cmo|cro|cpo|chro|svp|evp|vp|gm|md|dpa|vice president|president|chair(?:man|woman)?|head|director|manager|lead|leader|chief|founder|co-founder|owner|partner|principal|officer|engineer|architect|buyer|controller|operations|procurement|secretary|supervisor|superintendent|administrator|coordinator|specialist|analyst|consultant|dean|professor|captain|leiter(?:in)?|geschäftsführer(?:in)?|inhaber(?:in)?|einkaufsleiter(?:in)?|vorstand|bereichsleiter(?:in)?|verantwortlich[er]*|direct(?:eur|rice)|responsable|président[e]?|gérante?|chef|patron(?:ne)?|fondat(?:eur|rice)|director[a]?|jef[ea]|gerente|responsable|dueñ[oa]|propietari[oa]|titolare|direttor[e]|direttrice|responsabile|amministrat(?:ore|rice)|socio|chef(?:en)?|vd|ägare|generalsekreterare|ansvarig|direktör|inköpschef|platschef|hoofd|directeur|eigenaar|diretor[a]?|gerente|dono|sóci[oa]|-?leiter(?:in)?|\p{L}{3,20}(?:leiter|leiterin|chef|chefen|manager|direktör))(?![\p{L}])/iu;

const AT = `(?:at|of|from|for|with|bei(?: der| dem)?|von|der|des|chez|de la|du|de|del|di|presso|in|på|hos|för|van|bij|da|do|na|no)`;

const END_OF_ROLE = new RegExp(
  String.raw`[.;(!?\n–—]|,|\s${AT}\s(?=\p{Lu})|\s(?:who|which|and is|and has|wer|der|die|qui|que|che|som|die|is|will|would|has|had|hat|a|ha|har)\s`,
  'u',
);

const VERB =
  /^(?:,? ?(?:\(?(?:cc|in cc|copied|in kopie|en copie|en copia|in copia|i kopia)\)?,? ?))?\s?(?:(?:is|was|as|works as|ist|est|es|è|är|é|works|here)\s(?:(?:also|now|currently|here|bei)\s)?(?:the|a|an|our|their|my|your|der|die|das|le|la|el|il|lo|den|de|o|een)?\s?|(?:runs|leads|heads|heads up|owns|manages|oversees|looks after|is in charge of|is responsible for|took over|leitet|verantwortet|führt|dirige|gère|pilote|lleva|gestiona|guida|segue|gestisce|leder|ansvarar för|leidt|lidera)\s)/iu;

const LEADING =
  /^(?:runs|leads|heads|heads up|owns|manages|oversees|looks after|is in charge of|is responsible for|took over|leitet|verantwortet|führt|dirige|gère|pilote|lleva|gestiona|guida|segue|gestisce|leder|ansvarar för|leidt|lidera)\s/iu;

/** What the words say about a person, by full name first, else by first name; the first that says something. */
export function describe(page: Page, name: string): Description {
  const first = name.split(/\s+/)[0] ?? name;
  let found: Description = { role: null, company: null, at: -1 };
  for (const called of name === first ? [name] : [name, first]) {
    const expression = new RegExp(`(?<![\\p{L}])${escaped(called)}(?![\\p{L}])`, 'gu');
    for (const sentence of page.sentences) {
      for (const match of sentence.plain.matchAll(expression)) {
        const rest = sentence.plain
          .slice(match.index + called.length)
          .replace(/^(?:\s[\p{Lu}][\p{L}'-]+){0,2}(?=,)/u, '');
        const role = roleAfter(rest) ?? roleBefore(sentence.plain.slice(0, match.index));
        const company = companyAfter(rest, role);
        if (role !== null || company !== null) {
          if (found.at < 0) found = { role, company, at: sentence.start };
          else found = { role: found.role ?? role, company: found.company ?? company, at: found.at };
        }
        if (found.role !== null && found.company !== null) return found;
      }
    }
  }
  return found;
}

/** "their plant manager, Olive Brandt", "su gerente es Teresa Alarcón": the role stands before the name. */
function roleBefore(before: string): string | null {
  const window = before.slice(-90).replace(/\n/g, ' ');
  const match =
    /(?:^|[\s,;:(])((?:[\p{L}&'-]{2,20}\s){0,3}[\p{L}&'-]{2,24}(?:\s(?:of|for|de|der|des|del|für|di|da)\s[\p{L}]{2,20}){0,1}),?\s(?:is\s|es\s|ist\s|est\s|è\s|é\s|är\s|heet\s|heißt\s)?$/u.exec(
      window,
    );
  const words = (match?.[1] ?? '').split(' ');
  // From the left, what is no part of a role is taken off until one is left.
  while (words.length > 0 && !(ROLE.test(words.join(' ')) && startsRole(words[0] as string))) words.shift();
  const phrase = words.join(' ');
  return phrase !== '' && phrase.length <= 50 && ROLE.test(phrase) ? phrase : null;
}

function startsRole(word: string): boolean {
  return !/^(?:the|their|our|his|her|your|its|a|an|and|but|with|to|by|from|at|of|my|der|die|das|den|dem|ihr|ihre|deren|unser|unsere|le|la|les|leur|son|sa|notre|el|su|sus|il|lo|un|una|una|de|het|hun|o|os|as|seu|sua|deras|vår|is|was|spoke|met|told|asked|technical(?!\s))$/iu.test(
    word,
  );
}

function roleAfter(rest: string): string | null {
  const window = rest.slice(0, 160).replace(/\n/g, ' ');
  const apposed =
    /^\s?[,(–—-]\s?(?:\(?(?:cc|cc'd|copied|copied here|in kopie|en copie|en copia|in copia|i kopia)\)?,?\s?)?(?:the|our|their|your|der|die|le|la|el|il|den)?\s?/iu.exec(
      window,
    );
  const verb = VERB.exec(window);
  const lead = verb ?? apposed;
  if (!lead) return null;
  const tail = window.slice(lead[0].length);
  const phrase = tail.slice(0, END_OF_ROLE.exec(tail)?.index ?? tail.length).trim();
  if (phrase.length < 2 || phrase.length > 70 || phrase.split(' ').length > 8) return null;
  const leading = LEADING.test(window.trimStart().replace(/^\(?cc\)?,?\s?/i, ''));
  if (leading)
    return /^(?:\p{Lu}|the |l'|la |le |il |el |die |den )/u.test(phrase)
      ? phrase.replace(/^(?:the|their|our)\s/i, '')
      : ROLE.test(phrase)
        ? phrase
        : null;
  return ROLE.test(phrase) ? phrase : null;
}

function companyAfter(rest: string, role: string | null): string | null {
  const window = rest.slice(0, 200).replace(/\n/g, ' ');
  const from = role === null ? 0 : Math.max(0, window.indexOf(role) + role.length);
  const near = window.slice(from, from + (role === null ? 24 : 60));
  const match = new RegExp(
    String.raw`^[^.;!?]{0,24}?(?:^|\s)${AT}\s(?:the |der |die |la |le |el |il |den )?(\p{Lu}[\p{L}\p{N}&'.-]*(?:\s(?:&\s|of\s|and\s|de\s|du\s|y\s|e\s|und\s)?\p{Lu}[\p{L}\p{N}&'-]*){0,4})`,
    'u',
  ).exec(near.concat(window.slice(from + near.length, from + 120)));
  const name = match?.[1]?.replace(/'s$/, '').replace(/[.,]$/, '') ?? null;
  return name === null ||
    /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/i.test(
      name,
    )
    ? null
    : name;
}

const NAME = String.raw`\p{Lu}[\p{L}'-]{1,20}(?:\s(?:de|da|van|von|der|den|del|di|af|al|bin|ten|ter|la|le|el)){0,2}(?:\s\p{Lu}[\p{L}'.-]{1,20}){1,2}`;

/** "a woman called Greta Holm": the name needs nothing after it. */
const CALLED = new RegExp(
  String.raw`(?:called|named|namens|nommée?|appelée?|llamad[ao]|que se llama|di nome|som heter|genaamd|chamad[ao])\s(${NAME})`,
  'gu',
);

const ANY_NAME = new RegExp(String.raw`(?<![\p{L}])(${NAME})(?![\p{L}])`, 'gu');

const NOT_NAMES =
  /^(?:The|This|That|These|Dear|Hi|Hello|Hallo|Hey|Please|Best|Kind|Many|Thanks|Thank|Background|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Bonjour|Cher|Chère|Hola|Ciao|Caro|Cara|Hej|Sehr|Liebe|Lieber|Our|Your|Their|Board|Head|Director|Group|Last|Next|Every|After|Before|If|When|New|North|South|East|West)\b/;

/** People whom the words name with something about them, in order, each once. */
export function namedIn(page: Page): string[] {
  const found = new Set<string>();
  for (const sentence of page.sentences) {
    const plain = folded(sentence.text).replace(/\n/g, ' ');
    for (const match of plain.matchAll(CALLED)) if (found.size < 40) found.add(match[1] as string);
    for (const match of plain.matchAll(ANY_NAME)) {
      const name = match[1] as string;
      if (NOT_NAMES.test(name) || found.size > 40) continue;
      const { role, company } = describe(page, name);
      if (role !== null || company !== null) found.add(name);
    }
  }
  return [...found];
}
