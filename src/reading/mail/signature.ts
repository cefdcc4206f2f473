import { isBlank, type Line } from '#reading/mail/lines.js';

const DASHES = /^\s{0,4}(?:--|—|__|\*\*)\s*$/;

const DEVICE =
  /^\s{0,4}(?:sent (?:from|via) (?:my|mail for|outlook|yahoo|the|samsung|proton)|get outlook for|von meinem .{2,30} gesendet|gesendet (?:mit|von) |envoyé (?:de|depuis) (?:mon|ma|outlook)|enviado (?:desde|do|a partir) |inviato da(?:l mio)? |skickat från min|sendt fra min|verzonden (?:vanaf|met|via) mijn|verstuurd vanaf|wysłane z )/iu;

const CLOSING =
  /^\s{0,4}(?:(?:many |kind |best |warm |warmest |kindest |with (?:kind |best |warm )?)?(?:regards|wishes|thanks)|best|cheers|thanks(?: (?:again|so much|a lot|all|both))?|thank you|yours(?: (?:sincerely|faithfully|truly))?|sincerely|all the best|take care|talk soon|speak soon|ttyl|rgds|br|kr|(?:mit )?(?:freundlichen|herzlichen|besten|vielen|lieben|schönen|sonnigen)? ?(?:grüßen?|grüssen?|dank)(?: aus .{2,30})?|(?:viele|liebe|beste|schöne|herzliche|freundliche) (?:grüße|grüsse)|gruß|mfg|vg|lg|hochachtungsvoll|(?:bien )?(?:cordialement|amicalement|à vous|à toi)|(?:très )?(?:bonne|belle) (?:journée|soirée|semaine|fin de .{2,20})(?: à .{2,30})?|salutations|(?:meilleures|sincères|cordiales) salutations|bien à (?:vous|toi)|à bientôt|un (?:fuerte |cordial )?(?:abrazo|saludo)|saludos(?: cordiales)?|atentamente|(?:un |tanti )?(?:caro |cordiali |cari |distinti )?(?:saluto|saluti)|cordialmente|a presto|(?:med )?(?:vänliga|bästa|varma|hjärtliga) hälsningar|hälsningar|mvh|vänligen|(?:med )?(?:venlig|vennlig|bedste|beste) hilsen|mvh|hilsen|(?:met )?(?:vriendelijke|hartelijke) (?:groet|groeten)|groet(?:en|jes)?|mvg|(?:melhores |com os melhores )?cumprimentos|abraços?|atenciosamente|pozdrawiam|z poważaniem|serdecznie)[\s,.!]*(?:,\s*[\p{L}][\p{L}.\- ]{0,30})?$/iu;

const HARD =
  /(?:\+|\b00)\d[\d ().\-/]{6,20}\d|\b(?:tel|phone|mobile|mob|cell|fon|tél|móvil|tlf|handy|direct|office|m|t|p)\b\.?\s?:?\s?[+(]?\d[\d ().\-/]{5,}|\(\d{3}\)\s?\d{3}|\b\d{3}[-. ]\d{3,4}[-. ]\d{2,4}\b|^\s*<?[^\s@<>]{1,80}@[^\s@<>]{3,80}>?\s*$|^\s*(?:https?:\/\/|www\.)\S{3,200}\s*$|\bHRB\b|^\s*[^|]{2,60}(?:\s\|\s[^|]{2,60}){1,5}\s*$/iu;

const POSTSCRIPT = /^\s{0,4}(?:p\.?\s?p?\.?s\b\.?|ps\b|nb\b|n\.b\.)/i;

/**
 * Where the signature begins among the newest lines, or their length where there is none. A name that stands
 * alone under the closing stays with the words; a postscript always does.
 */
export function signatureStart(lines: readonly Line[]): number {
  const dashes = lastOf(lines, (line) => DASHES.test(line.text));
  if (dashes !== null && spoken(lines, dashes + 1) <= 15 && !hasPostscript(lines, dashes)) return dashes;
  const device = lastOf(lines, (line) => DEVICE.test(line.text));
  const end = device !== null && spoken(lines, device + 1) <= 6 ? device : lines.length;
  const closing = lastOf(lines.slice(0, end), (line) => CLOSING.test(line.text.trim()));
  if (closing !== null && spoken(lines, closing + 1) <= 14) return afterClosing(lines, closing, end);
  return hardTail(lines, end);
}

/** Under a closing: the first line is the name and stays; what is short and no sentence is signature. */
function afterClosing(lines: readonly Line[], closing: number, end: number): number {
  let name = closing + 1;
  while (name < end && isBlank(lines[name])) name += 1;
  // A first name is how the mail ends; a full name with a title below it begins the signature.
  const called = name < end ? (lines[name] as Line).text.trim() : '';
  const alone = spoken(lines, name + 1) === 0;
  const start = isFirstName(called) || (alone && isName(called)) ? name + 1 : name;
  for (let at = start; at < end; at += 1) {
    if (isBlank(lines[at])) continue;
    if (isProse((lines[at] as Line).text)) return end;
  }
  return start;
}

/** Without a closing: a last block of short lines, at least one of which only signatures have. */
function hardTail(lines: readonly Line[], end: number): number {
  let start = end;
  let hard = false;
  let count = 0;
  for (let at = end - 1; at >= 0 && count < 10; at -= 1) {
    const { text } = lines[at] as Line;
    if (isBlank(lines[at])) {
      // A paragraph of its own above the block is only signature when the block goes on being one.
      if (count > 0 && !hard) break;
      continue;
    }
    if (isProse(text) || /[?!:]\s*$/.test(text) || CLOSING.test(text.trim()) || isFormLine(text)) break;
    count += 1;
    hard ||= HARD.test(text);
    start = at;
  }
  // An address of a page alone is what the mail is about, not who wrote it.
  if (!hard || start === 0 || count < 2) return end;
  // The name alone above title and telephone stays: it is how the mail ends.
  return isFirstName((lines[start] as Line).text.trim()) ? start + 1 : start;
}

/** One word, as people sign to those they know: "Theo", "jeff", "Patti x39106", "-Brenda". */
function isFirstName(text: string): boolean {
  return /^-?\s?\p{L}[\p{L}'’.-]{0,14}(?:\sx\d{3,6})?[,.!]?$/u.test(text);
}

/** "Request ID : 000": a line of a form and not of a signature, unless its label is a way to reach somebody. */
function isFormLine(text: string): boolean {
  return (
    /^\s*[\p{L}][\p{L} ]{2,28}\s?:\s/u.test(text) &&
    !/^\s*(?:tel|phone|mobile|cell|fax|direct|office|e-?mail|mail|web|www|internet|telefon|mobil|téléphone|portable|teléfono|móvil|cellulare|skype|linkedin|address|adresse)/i.test(
      text,
    )
  );
}

function isName(text: string): boolean {
  return (
    /^\s*[a-z]{1,3}\s*$/.test(text) ||
    /^\s*-?\s?[\p{Lu}][\p{L}.'’-]{0,20}(?:\s[\p{Lu}][\p{L}.'’-]{0,20})?[\s,.]*$/u.test(text)
  );
}

function isProse(text: string): boolean {
  const line = text.trim();
  if (POSTSCRIPT.test(line)) return true;
  if (HARD.test(line) && line.length < 120 && (line.split(/\s+/).length <= 9 || line.includes('|')))
    return false;
  return line.length > 100 || (/[.?!]$/.test(line) && line.split(/\s+/).length > 6);
}

function hasPostscript(lines: readonly Line[], from: number): boolean {
  return lines.slice(from).some(({ text }) => POSTSCRIPT.test(text));
}

function lastOf(lines: readonly Line[], wanted: (line: Line) => boolean): number | null {
  for (let at = lines.length - 1; at >= 0; at -= 1) if (wanted(lines[at] as Line)) return at;
  return null;
}

/** How many lines from a place on say something. */
function spoken(lines: readonly Line[], from: number): number {
  let count = 0;
  for (let at = from; at < lines.length && count < 40; at += 1) if (!isBlank(lines[at])) count += 1;
  return count;
}
