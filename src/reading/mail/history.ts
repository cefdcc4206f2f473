import { isBlank, type Line } from '#reading/mail/lines.js';
import { beginsHead, quotedHeadAt } from '#reading/mail/quoted-head.js';

/** `-----Original Message-----` and its like, in any language: words between dashes. */
const DIVIDER = /^\s{0,8}[-_=]{3,60}\s?[\p{L}][^-_=]{3,80}[-_=]{3,60}\s*$/u;

const DIVIDER_WORDS =
  /original|ursprüng|origin|forward|weitergeleitet|transf|reenviado|inoltrat|vidarebefordra|videresendt|doorgestuurd|encaminhada|przekaz|reply sep|antwort|oorspronkelijk|välitetty/iu;

const BEGINS_FORWARD =
  /^\s{0,8}(?:begin forwarded message|anfang der weitergeleiteten (?:e-mail|nachricht)|début du (?:message|courriel|e-mail) (?:réexpédié|transféré)|inicio del (?:mensaje|correo) (?:reenviado|electrónico reenviado)|inizio (?:del )?messaggio inoltrato|vidarebefordrat (?:brev|mejl|meddelande)|videresendt (?:besked|melding)|begin doorgestuurd bericht|início da mensagem (?:encaminhada|reencaminhada)|początek przekazanej wiadomości)\s?:\s*$/iu;

/** Who says that somebody else wrote what follows. The verb stands at the end of the line or before a colon. */
const WROTE =
  /(?:\bwrote|\bwrites|\bschrieb(?:en)?|\ba écrit|\bescribió|\bha scritto|\bskrev|\bschreef|\bescreveu|\bnapisał(?:\(a\)|a)?|\bkirjoitti|\bnapsal\(?a?\)?|geschreven|\bsent)(?:\s[^:]{0,100})?\s?:\s*$/iu;

/** Old Gmail: `2017-02-08 12:32 GMT-08:00 Name <mail>:` */
const DATED_SENDER =
  /^\s{0,8}\d{4}[-/]\d{1,2}[-/]\d{1,2}(?:\s\d{1,2}:\d{2})?.{0,120}<\s?[^<>\s]{3,200}>\s?:?\s*$/;

/** What kind of seam it is decides how the words after it are read. */
export type Seam = {
  readonly at: number;
  readonly kind: 'divider' | 'forward' | 'wrote' | 'quotes' | 'head';
};

/** Where quoted history begins: the first line that belongs to it, or null. Linear in the lines. */
export function seamOf(lines: readonly Line[], from = 0): Seam | null {
  for (let at = from; at < lines.length; at += 1) {
    const kind = seamAt(lines, at);
    if (kind) return { at: kind === 'head' ? aboveNotesHead(lines, at, from) : at, kind };
  }
  return null;
}

function seamAt(lines: readonly Line[], at: number): Seam['kind'] | null {
  const { text } = lines[at] as Line;
  const first = text.trimStart().charAt(0);
  if (first === '') return null;
  if (first === '>') return mostlyQuoted(lines, at) ? 'quotes' : null;
  if (BEGINS_FORWARD.test(text)) return 'forward';
  if ('-_='.includes(first)) {
    if (DIVIDER.test(text) && DIVIDER_WORDS.test(text)) return 'divider';
    if (brokenDivider(lines, at)) return 'divider';
    if (/^\s{0,8}[-_]{10,}\s*$/.test(text) && headSoon(lines, at)) return 'divider';
  }
  if (/[:<@\d]/.test(text) && saysWrote(lines, at)) return 'wrote';
  if (beginsHead(lines[at] as Line) && quotedHeadAt(lines, at)) return 'head';
  return lotusHeadAt(lines, at) ? 'head' : null;
}

/** A divider that was wrapped: its dashes end one line below. */
function brokenDivider(lines: readonly Line[], at: number): boolean {
  const text = (lines[at] as Line).text;
  const next = (lines[at + 1]?.text ?? '').slice(0, 200);
  return (
    /^\s{0,8}-{5,60}\s?\p{L}/u.test(text) &&
    DIVIDER_WORDS.test(text.slice(0, 200)) &&
    /-{5,60}\s*$/.test(next)
  );
}

/** Lotus Notes prints name and company above the head, tabbed or with nothing between: they belong to it. */
function aboveNotesHead(lines: readonly Line[], at: number, from: number): number {
  const tabbed = /^\s*\t/.test((lines[at] as Line).text);
  if (!tabbed && beginsHead(lines[at] as Line)) return at;
  let start = at;
  for (let above = at - 1, blanks = 0; above >= from && above >= at - 8; above -= 1) {
    const line = lines[above] as Line;
    if (isBlank(line)) {
      blanks += 1;
      if (blanks > (tabbed ? 2 : 0)) break;
    } else if (isNotesName(line.text)) start = above;
    else break;
  }
  return start;
}

function isNotesName(text: string): boolean {
  const words = text.trim().split(/\s+/);
  return (
    words.length <= 6 &&
    text.length <= 80 &&
    (/@|\d{2}\/\d{2}/.test(text) || words.every((word) => /^[\p{Lu}"(&\d]/u.test(word))) &&
    !/[!?:;,]$/.test(text.trim())
  );
}

/** `On … wrote:`, which may run over three lines. It needs a digit or an address, or it is prose. */
function saysWrote(lines: readonly Line[], at: number): boolean {
  if (DATED_SENDER.test((lines[at] as Line).text.slice(0, 400))) return true;
  let joined = '';
  for (let next = at; next < Math.min(at + 3, lines.length); next += 1) {
    const text = (lines[next] as Line).text.trim();
    if (text === '' || text.length > 300) return false;
    joined = joined === '' ? text : `${joined} ${text}`;
    if (joined.length > 400) return false;
    if (!/:\s*$/.test(joined)) continue;
    if (DATED_SENDER.test(joined)) return true;
    if (!WROTE.test(joined)) return false;
    if (!/\d{2}|@/.test(joined)) return false;
    // Before the seam proper, a line of prose must not be swallowed: it begins as such lines do.
    return (
      next === at ||
      /^(?:on|am|le|el|il|den|op|em|w dniu|em|på|a|dne|ons|mån|tis|tors|fre|lör|sön|\d|["'<])/iu.test(joined)
    );
  }
  return false;
}

/** A `>` line counts when most of the next eight lines that say something are quoted as well. */
function mostlyQuoted(lines: readonly Line[], at: number): boolean {
  let seen = 0;
  let quoted = 0;
  for (let next = at; next < lines.length && seen < 8 && next < at + 30; next += 1) {
    if (isBlank(lines[next])) continue;
    seen += 1;
    if (/^\s{0,3}>/.test((lines[next] as Line).text)) quoted += 1;
  }
  return quoted >= seen * 0.6;
}

function headSoon(lines: readonly Line[], at: number): boolean {
  for (let next = at + 1; next < Math.min(at + 7, lines.length); next += 1) {
    if (beginsHead(lines[next] as Line) && quotedHeadAt(lines, next)) return true;
  }
  return false;
}

/** Lotus Notes: a name, a date, then `To:` … `Subject:`, with no `From:` at all. */
function lotusHeadAt(lines: readonly Line[], at: number): boolean {
  const text = (lines[at] as Line).text;
  if (text.length > 120 || !/@|\d{1,2}[/.:]\d{2}|^\s{0,40}(?:to|cc)\s?:/i.test(text)) return false;
  let sender =
    /^[^:]{2,80}(?:@\w+|<[^<>]{3,80}>)?\s*$/.test(text) || /\d{1,2}[/.]\d{1,2}[/.]\d{2,4}/.test(text);
  let to = false;
  for (let next = at; next < Math.min(at + 8, lines.length); next += 1) {
    const line = (lines[next] as Line).text;
    if (line.length > 200) return false;
    if (/^\s{0,40}to\s?:/i.test(line)) to = true;
    else if (!to && line.trim() !== '' && /[.!?]\s*$/.test(line) && !/@/.test(line)) return false;
    if (to && /^\s{0,40}subject\s?:/i.test(line)) return sender || next > at;
    sender ||= /\d{1,2}[/.]\d{1,2}[/.]\d{2,4}/.test(line);
  }
  return false;
}
