import type { MailMarks } from '#domain/mail.js';

type Headers = readonly (readonly [name: string, value: string])[];

const NO_REPLY =
  /^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|noreply|nicht[-_.]?antworten|ne[-_.]?pas[-_.]?repondre|no[-_.]?responder)/i;
const MAIL_SERVER = /^(?:mailer-daemon|postmaster|mail-daemon|mdaemon|microsoftexchange[0-9a-f]*)@/i;

/** Reads what machines say about a mail. `calendar` is its text/calendar part, or null. */
export function marksOf(headers: Headers, calendar: string | null): MailMarks {
  const all = (name: string) => headers.filter(([field]) => field === name).map(([, value]) => value);
  const first = (name: string) => all(name)[0] ?? '';
  const has = (name: string) => headers.some(([field]) => field === name);
  const from = /([^\s<>"]+@[^\s<>"]+)/.exec(first('from'))?.[1] ?? '';
  const submitted = first('auto-submitted').toLowerCase();
  const autoReply =
    submitted.startsWith('auto-replied') ||
    has('x-autoreply') ||
    has('x-autorespond') ||
    has('x-autoreply-from') ||
    /^auto[-_]?reply/i.test(first('precedence')) ||
    /vacation|auto-?reply/i.test(first('x-auto-response-type'));
  return {
    autoReply,
    automatic: autoReply || (submitted !== '' && !/^no\b/.test(submitted)),
    bulk:
      has('list-unsubscribe') ||
      has('list-id') ||
      has('list-post') ||
      has('feedback-id') ||
      /^(?:bulk|list|junk)\b/i.test(first('precedence')),
    bounce:
      /report-type\s*=\s*"?delivery-status/i.test(first('content-type')) ||
      has('x-failed-recipients') ||
      MAIL_SERVER.test(from) ||
      (first('return-path').trim() === '<>' && /^multipart\/report/i.test(first('content-type'))),
    calendarMethod: calendarMethod(calendar, first('content-type')),
    noReply: NO_REPLY.test(from),
  };
}

function calendarMethod(calendar: string | null, contentType: string): string | null {
  const inside = calendar === null ? null : /^METHOD\s*:\s*([A-Z-]{1,40})/im.exec(calendar);
  const outside = /^text\/calendar.{0,200}?method\s*=\s*"?([a-z-]{1,40})/i.exec(contentType);
  const method = inside?.[1] ?? outside?.[1];
  return method === undefined ? null : method.toUpperCase();
}
