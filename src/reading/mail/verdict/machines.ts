import { folded, has } from '#reading/lexicon/cue.js';
import { allLanguages, lexiconOf } from '#reading/lexicon/lexicon.js';
import type { Page } from '#reading/mail/page.js';
import { organisationOf } from '#reading/mail/people/organisation.js';
import { kinds, kindsInAll, signs, sizeOf } from '#reading/mail/verdict/signs.js';
import { type Judge, notAnIntro } from '#reading/mail/verdict/verdict.js';

// A subject is too short to tell its language, and robots write it in their own.
const ANY = lexiconOf(allLanguages());

/** A delivery report: the server says so, or the words do and no person sent them. */
export const bounce: Judge = ({ page }) => {
  const { marks } = page.mail;
  const says = has(ANY.bounce, folded(page.outer.subject));
  if (!marks.bounce && !(says && (marks.automatic || marks.noReply || kinds(page, ANY.bounce) >= 2)))
    return null;
  // Mail servers also say "delayed" and pass on absence notes: those are no bounce.
  if (marks.autoReply && !says) return null;
  return notAnIntro(
    'bounce',
    marks.bounce ? 0.97 : 0.85,
    'A mail server says that a mail could not be delivered.',
    [{ label: 'Says so', findings: signs(page, ANY.bounce, 3) }],
  );
};

const ABSENCE_SUBJECT =
  /^\s*(?:\[?(?:auto(?:matic)?[- ]?(?:reply|response)|autoreply|out of (?:the )?office|ooo|away|vacation|automatische antwort|abwesenheit|abwesend|réponse automatique|absence|respuesta automática|fuera de la oficina|risposta automatica|fuori ufficio|autosvar|automatiskt svar|automatisk svar|frånvaro|automatisch antwoord|afwezig|resposta automática|ausência|automaattinen vastaus|autoodpowiedź)\b)/iu;

/** An absence note, by its headers or by its own words. A person who writes "I am away" and asks is none. */
export const outOfOffice: Judge = ({ page, score }) => {
  const { marks } = page.mail;
  const subject = ABSENCE_SUBJECT.test(page.outer.subject);
  const said = kinds(page, page.lexicon.absence);
  const robot = marks.autoReply || (marks.automatic && (said > 0 || subject)) || subject;
  const byHand =
    said >= 2 &&
    sizeOf(page) < 700 &&
    score.joins.length === 0 &&
    /^.{0,160}(?:\baway\b|travelling|traveling|offline|back at|office|büro|leave|vacation|holiday|urlaub|congé|vacaciones|ferie|semester|vakantie|férias|abwesen|absen|ausen|assen|frånvar|afwezig)/isu.test(
      page.words.text,
    );
  if (!robot && !byHand) return null;
  if (robot && !marks.autoReply && !subject && score.total > 4) return null;
  const because =
    marks.autoReply || marks.automatic
      ? 'Answers by itself and says that somebody is away.'
      : 'Says only that somebody is away.';
  return notAnIntro('out-of-office', robot ? 0.96 : 0.8, because, [
    { label: 'Says so', findings: signs(page, page.lexicon.absence, 3) },
  ]);
};

const INVITATION_SUBJECT =
  /^\s*(?:accepted|declined|tentative|tentatively accepted|invitation|updated invitation|canceled event|cancelled|canceled|new time proposed|proposed new time|meeting forward notification|zugesagt|abgelehnt|mit vorbehalt|einladung|abgesagt|termin abgesagt|accepté|refusé|invitation|annulé|aceptad[ao]|rechazad[ao]|invitación|cancelad[ao]|accettato|rifiutato|invito|annullato|accepterat|avböjt|inbjudan|inställt|geaccepteerd|geweigerd|uitnodiging|geannuleerd|aceite|recusado|convite)\s?:/iu;

/** A calendar program speaking. An intro that happens to carry an invitation is still an intro. */
export const calendarMail: Judge = ({ page, score }) => {
  const { calendarMethod } = page.mail.marks;
  // "Invitation" also begins adverts for fairs: it needs a time beside it.
  const subject =
    INVITATION_SUBJECT.test(page.outer.subject) &&
    (!/^\s*(?:invit|einladung|uitnodiging|convite|inbjudan)/iu.test(page.outer.subject) ||
      /@|\d{1,2}:\d{2}/.test(page.outer.subject));
  if (calendarMethod === null && !subject) return null;
  if (score.total >= 4 && score.joins.length > 0 && calendarMethod !== 'REPLY') return null;
  const because =
    calendarMethod === 'REPLY'
      ? 'A calendar answers an invitation; nobody is handed over.'
      : 'A calendar invitation; nobody is handed over.';
  return notAnIntro('scheduling', 0.95, because);
};

const WAY_OUT =
  /unsubscribe|opt[- ]out|(?:update|manage) (?:your )?preferences|you (?:are receiving|received|receive|get) this|abmelden|abbestellen|désinscri|désabonn|darse de baja|cancelar (?:la |a )?(?:suscripci|subscri|inscri)|disiscri|annulla (?:l')?iscrizione|avregistrera|avprenumerera|uitschrijven|afmelden|descadastr/iu;

/** A group address of the reader's own company puts list headers on every mail that it passes on. */
function isOwnGroup(page: Page): boolean {
  const list = page.mail.headers.find(([name]) => name === 'list-id')?.[1].toLowerCase() ?? '';
  const readers = [...page.outer.to, ...page.outer.cc].map(({ address }) => organisationOf(address));
  const sender = page.outer.from ? organisationOf(page.outer.from.address) : null;
  return readers.some(
    (organisation) => organisation !== null && organisation !== sender && list.includes(organisation),
  );
}

/** Sent to many. A personal intro that came through a group address is let through. */
export const newsletter: Judge = ({ page, people, score }) => {
  const marks = { ...page.mail.marks, bulk: page.mail.marks.bulk && !isOwnGroup(page) };
  const footer =
    WAY_OUT.test(page.mail.body.slice(-1_500)) ||
    page.mail.headers.some(([name]) => name === 'list-unsubscribe');
  const words = kindsInAll(page, page.lexicon.newsletter);
  const greeted = greets(
    page.words.text,
    people.flatMap(({ place, name }) => (place === 'from' || !name ? [] : [name])),
  );
  const personal = greeted && score.total >= 2.5 && words < 3 && !marks.noReply;
  if (marks.bulk && personal) return null;
  if (!marks.bulk && !(footer && words >= 1 && score.total < 4) && words < 4) return null;
  if (!marks.bulk && isOwnGroup(page) && score.total >= 2) return null;
  if (!marks.bulk && score.total >= 4 && words < 5) return null;
  if (marks.bulk && !footer && words === 0 && score.total >= 2.5) return null;
  const because = [
    marks.bulk ? 'Sent to a list' : 'Written to many',
    footer ? ', has a way to unsubscribe' : '',
    ', asks no one in person for anything.',
  ].join('');
  return notAnIntro('newsletter', marks.bulk ? 0.95 : 0.75, because, [
    { label: 'Says so', findings: signs(page, page.lexicon.newsletter, 3) },
  ]);
};

/** Whether the mail begins by calling one of these people by name. */
function greets(text: string, names: readonly string[]): boolean {
  const opening = text.slice(0, 200).toLowerCase();
  return names.some((name) =>
    name.split(/\s+/).some((word) => word.length > 2 && opening.includes(word.toLowerCase())),
  );
}

/** Asked of subjects only where no reader of the words is needed. */
export function subjectSays(subject: string, thing: 'invoice' | 'thanks' | 'spam'): boolean {
  return has(ANY[thing], folded(subject));
}
