/** Somebody says what they do next, asks for one thing to be done, or offers times. */
const STEP = [
  // English: own steps, somebody else's, what is asked, what is offered.
  /\b(?:i|we)(?:['’]ll| will| am going to| are going to| shall| can| could)\s(?!not\b)\w+/i,
  /\bi(?:['’]m| am) (?:sending|calling|ringing|bringing|coming|booking|setting|happy to)\b/i,
  /(?:^|[,.;:]\s|\band )i (?:send|call|ring|bring|come|book|set up|mail|write|confirm)\b/i,
  /\b\p{Lu}[\p{L}'’-]+(?: and \p{Lu}[\p{L}'’-]+)? (?:will|brings?|sends?|joins?)\b/u,
  /\bplease (?:pick|choose|tell|let|confirm|send|reply|say|add|book|take|have a look|write|call|ring)\b/i,
  /\b(?:pick|choose) (?:one|a|the|any|whichever|whatever)\b/i,
  /\b(?:let me know|tell me|reply|get back to me|say the word)\b/i,
  /\b(?:does|do|would|could|can|will|is|are)\b[^.?!]{0,60}\b(?:work|works|suit|suits|good|convenient|possible|free|available|ok|okay|meet|talk|speak|call)\b[^.?!]*\?/i,
  /\b(?:here are|i (?:suggest|propose|can offer|could do|can do)|how about|what about|shall we|let['’]s|we (?:meet|talk|speak))\b/i,
  // German.
  /\b(?:ich|wir) (?:werde|werden|schicke|schicken|sende|senden|rufe|rufen|melde|melden|bringe|bringen|komme|kommen|kläre|klären|liefere|liefern|trage|lade|laden|buche|schlage|schlagen|kann|können|gebe|geben|stelle|stellen|bereite|bereiten)\b/i,
  /\b(?:werde|werden|schicke|schicken|sende|senden|rufe|melde|melden|bringe|bringen|komme|kläre|liefere|lade|buche|schlage|kann|gebe|stelle|bereite) (?:ich|wir)\b/i,
  /\bbitte\b[^.?!]{0,40}\b(?:wählen|suchen|nennen|sagen|melden|geben|schicken|bestätigen|antworten|rufen|nehmen)\b/i,
  /\b(?:wählen|suchen|nennen|sagen|melden|geben|bestätigen|antworten) Sie\b/i,
  /\b(?:passt|passen|geht|ginge|würde|könnten|hätten|wäre|wollen)\b[^.?!]{0,60}\?/i,
  /\b\p{Lu}[\p{L}'’-]+ (?:wird|bringt|schickt|kommt)\b/u,
  // The other languages that drafts are written in.
  /(?<!\p{L})(?:j['’]envoie|je vous (?:envoie|appelle|propose)|le (?:envío|propongo|llamo|mando)|envío|skickar jag|jag (?:skickar|ringer|föreslår)|stuur ik|ik (?:stuur|bel)|envio|proponho)(?!\p{L})/iu,
];

const WHEN_ELSEWHERE =
  /(?<!\p{L})(?:jour même|même jour|dès que|demain|mismo día|en cuanto|mañana|giornata|appena|domani|samma dag|när du|imorgon|dezelfde dag|zodra|mesmo dia|assim que|amanhã)(?!\p{L})/iu;

/** Words that say when: a day, an hour, a stretch, or what it follows on. */
const WHEN =
  /\b(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri)(?:day|nesday|rsday|sday)?\b|\b(?:saturday|sunday|today|tonight|tomorrow|noon|midday|week|month|morning|afternoon|evening|end of (?:the )?(?:day|week|month)|same (?:hour|day)|hour|hours|days?|minutes?|straight away|right away|as soon as|asap)\b|\b(?:when|once|as soon as) you\b|\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|heute|morgen|übermorgen|woche|monat|vormittag|nachmittag|abend|mittag|stunde|stunden|tag|tage|tagen|sofort|umgehend|sobald|selben|gleichen|minuten)\b|\d{1,2}(?::\d\d|\.\d\d uhr| ?uhr| ?(?:am|pm))\b|\b\d{1,2}\.? ?(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)|\b(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)\w* \d/i;

/** A clock time: who writes one proposes it, and needs no source for the day beside it. */
export const CLOCK_TIME = /\b(?:[01]?\d|2[0-3])[:.][0-5]\d\b|\b\d{1,2}\s?(?:am|pm|uhr)\b/iu;

export function isStep(sentence: string): boolean {
  return STEP.some((pattern) => pattern.test(sentence));
}

export function saysWhen(sentence: string): boolean {
  return WHEN.test(sentence) || WHEN_ELSEWHERE.test(sentence);
}
