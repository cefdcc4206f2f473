/** Words that name what somebody does, in the languages of the lexicon. */
const ROLE_WORD =
  /(?<![\p{L}])(?:ceo|cfo|cto|cio|coo|ciso|cmo|cro|cpo|chro|svp|evp|vp|gm|md|dpa|president|chair(?:man|woman)?|head|director|manager|lead|leader|chief|founder|co-founder|owner|partner|principal|officer|engineer|architect|buyer|controller|operations|procurement|secretary|supervisor|superintendent|administrator|coordinator|specialist|analyst|consultant|dean|professor|captain|bursar|exec|executive|master|curator|treasurer|registrar|matron|foreman|geschäftsführer(?:in)?|inhaber(?:in)?|vorstand|verantwortlich[er]{0,2}|direct(?:eur|rice)|responsable|présidente?|gérante?|chef|patron(?:ne)?|fondat(?:eur|rice)|directora?|jef[ea]|gerente|dueñ[oa]|propietari[oa]|titolare|direttore|direttrice|responsabile|amministrat(?:ore|rice)|socio|chefen|vd|ägare|generalsekreterare|ansvarig|direktör|hoofd|eigenaar|diretora?|dono|sóci[oa]|daglig leder|\p{L}{0,20}(?:leiter|leiterin|chefe?n?|sjef|manager|direktör|direktor|direktorin))(?![\p{L}])/iu;

const AT =
  '(?:at|from|with|for|bei(?: der| dem)?|der|des|chez|de la|du|del|della|delle|dei|presso|in|på|hos|för|i|van|bij|da|do|na|no)';

/** Where a role ends: punctuation, a company, or the sentence going on. */
const END = new RegExp(
  String.raw`[.;:(!?–—]|,|\s${AT}\s(?=\p{Lu})|\s(?:de|di)\s(?=\p{Lu})|\s(?:and|und|et|y|e|och|en)\s(?!\p{Lu})|\s(?:who|which|wer|qui|que|che|som|die|is|will|would|has|had|hat|a|ha|har|just|since|seit|depuis|desde|sedan)\s`,
  'u',
);

const COPIED = String.raw`(?:\(?(?:cc|cc'd|in cc|copied|copied here|on copy|in kopie|en copie|en copia|in copia|i kopia|em cópia)\)?,?\s)?`;

const APPOSED = new RegExp(
  String.raw`^\s?[,(–—-]\s?${COPIED}(?:the|our|their|your|der|die|le|la|el|il|den|o|a)?\s?`,
  'iu',
);

const LEADS =
  'runs|leads|heads up|heads|owns|manages|oversees|looks after|is in charge of|is responsible for|took over|leitet|verantwortet|führt|dirige|gère|pilote|lleva|gestiona|guida|segue|gestisce|leder|ansvarar för|leidt|lidera';

const LEADING = new RegExp(String.raw`^\s?,?\s?${COPIED}(?:\w+\s)?(?:${LEADS})\s`, 'iu');

const IS = new RegExp(
  String.raw`^\s?,?\s?${COPIED}(?:who\s)?(?:is|was|as|works as|took over as|ist|est|es|è|är|é)\s(?:(?:also|now|currently|here)\s)?(?:the|a|an|our|their|my|your|der|die|das|le|la|el|il|lo|den|de|o)?\s?`,
  'iu',
);

const FROM_TEAM =
  /^\s?,?\s?(?:from|aus|de|da|från|uit)\s(?:their|the|her|his|seinem|ihrem|leur|su|loro|deras|hun)\s([\p{L}][\p{L} &-]{2,40}?\s?(?:group|team|department|side|office|desk|unit|gruppe|abteilung|équipe|equipo|squadra|avdelning|afdeling))(?![\p{L}])/iu;

/** The role that stands behind a name: "…, CIO of", "… runs Platform Engineering at", "… from their data team". */
export function roleAfter(rest: string): string | null {
  const window = rest.slice(0, 170).replace(/\n/g, ' ');
  const team = FROM_TEAM.exec(window);
  if (team) return (team[1] as string).trim();
  const leading = LEADING.exec(window);
  if (leading) return whatTheyLead(window.slice(leading[0].length));
  const lead = IS.exec(window) ?? APPOSED.exec(window);
  if (!lead) return null;
  return trimmedRole(window.slice(lead[0].length));
}

function whatTheyLead(tail: string): string | null {
  const phrase = tail.slice(0, END.exec(tail)?.index ?? tail.length).trim();
  if (phrase.length < 2 || phrase.length > 60 || phrase.split(' ').length > 7) return null;
  if (!/^(?:\p{Lu}|the |their |our |l'|la |le |il |el |die |den |das )/u.test(phrase))
    return ROLE_WORD.test(phrase) ? phrase : null;
  return phrase.replace(/^(?:the|their|our|the family's)\s/i, '');
}

/** A phrase with a role word in it, cut where the role ends. "Head of Networks" goes on, "CIO of Oakfield" does not. */
function trimmedRole(tail: string): string | null {
  const end = END.exec(tail)?.index ?? tail.length;
  let phrase = tail.slice(0, end).trim();
  const of = /^(.*?)\s(?:of|für|für die|von)\s(.*)$/iu.exec(phrase);
  if (
    of &&
    !/(?:head|director|vp|president|chief|manager|leiter|leiterin|officer|lead|dean)$/i.test(of[1] as string)
  )
    phrase = of[1] as string;
  if (phrase.length < 2 || phrase.length > 60 || phrase.split(' ').length > 7) return null;
  return ROLE_WORD.test(phrase) ? phrase : null;
}

const BEFORE =
  /(?:^|[\s,;:(])((?:[\p{L}&'-]{2,20}\s){0,3}[\p{L}&'-]{2,24}(?:\s(?:of|for|de|der|des|del|für|di|da)\s[\p{L}]{2,20}){0,1}),?\s(?:(?:is|es|ist|est|è|é|är|heet|heißt)\s)?$/u;

const NO_ROLE_START =
  /^(?:the|their|our|his|her|your|its|a|an|and|but|with|to|by|from|at|of|my|der|die|das|den|dem|ihr|ihre|deren|unser|unsere|le|la|les|leur|son|sa|notre|el|su|sus|il|lo|un|una|de|het|hun|o|os|as|seu|sua|deras|vår|is|was|spoke|met|told|asked|es|ist|est)$/iu;

/** The role that stands before a name: "their plant manager, Olive Brandt", "su gerente es Teresa Alarcón". */
export function roleBefore(before: string): string | null {
  const match = BEFORE.exec(before.slice(-90).replace(/\n/g, ' '));
  const words = (match?.[1] ?? '').split(' ');
  while (
    words.length > 0 &&
    (NO_ROLE_START.test(words[0] as string) || (/^\p{Lu}/u.test(words[0] as string) && words.length > 2))
  )
    words.shift();
  const phrase = words.join(' ');
  // The last word decides: "CIO of Oakfield" before a name is somebody else's role.
  const last = words.at(-1) ?? '';
  const named = /\s(?:of|for|de|der|des|del|für|di|da)\s/iu.test(phrase);
  return phrase.length <= 50 && (ROLE_WORD.test(last) || named) && ROLE_WORD.test(phrase) ? phrase : null;
}

const COMPANY =
  /^[^.;!?]{0,24}?(?:^|[\s(])(?:at|of|from|bei(?: der| dem)?|von|der|des|chez|de la|des|de|du|del|della|delle|di|presso|på|hos|i|van|bij|da|do)\s(?:the |der |die |la |le |el |il |den )?(\p{Lu}[\p{L}\p{N}&'-]*(?:\s(?:&\s|of\s|and\s|de\s|du\s|y\s|e\s|und\s)?\p{Lu}[\p{L}\p{N}&'-]*){0,4})/u;

const NO_COMPANY =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Q[1-4]|I|Engineering|Operations|Finance|IT|Sales|Marketing|HR|Procurement|Security)$/i;

/** The company that stands behind a name or a role: "… at Nordvik Shipping". */
export function companyAfter(rest: string, role: string | null): string | null {
  const window = rest.slice(0, 220).replace(/\n/g, ' ');
  const from = role === null ? 0 : Math.max(0, window.indexOf(role) + role.length);
  const name = COMPANY.exec(window.slice(from, from + 110))?.[1]?.replace(/'s?$/, '') ?? null;
  return name === null || NO_COMPANY.test(name) ? null : name;
}
