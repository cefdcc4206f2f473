import { isBlank, type Line } from '#reading/mail/lines.js';

/** The field names that mail programs write above a quoted mail, in the languages they speak. */
const LABELS: Record<string, readonly string[]> = {
  from: [
    'from',
    'von',
    'de',
    'da',
    'från',
    'fra',
    'van',
    'od',
    'lähettäjä',
    'expéditeur',
    'remitente',
    'mittente',
  ],
  date: [
    ...[
      'date',
      'sent',
      'datum',
      'gesendet',
      'envoyé',
      'envoyé le',
      'enviado',
      'enviado el',
      'fecha',
      'data',
      'inviato',
    ],
    ...[
      'skickat',
      'sendt',
      'dato',
      'verzonden',
      'enviada em',
      'enviado em',
      'wysłano',
      'lähetetty',
      'date sent',
    ],
  ],
  to: [
    'to',
    'an',
    'à',
    'para',
    'a',
    'till',
    'til',
    'aan',
    'do',
    'vastaanottaja',
    'destinataire',
    'destinatario',
    'pour',
  ],
  cc: ['cc', 'kopie', 'copie', 'copie à', 'copia', 'kopia', 'kopi', 'kopio', 'dw', 'c.c.'],
  subject: [
    'subject',
    'betreff',
    'objet',
    'asunto',
    'oggetto',
    'ämne',
    'emne',
    'onderwerp',
    'assunto',
    'temat',
    'aihe',
    're',
  ],
  'reply-to': ['reply-to', 'antwort an', 'répondre à', 'responder a', 'rispondi a', 'svara till'],
  importance: ['importance', 'priority', 'wichtigkeit', 'importancia', 'attachments', 'anlagen', 'bcc'],
};

const FIELD_OF = new Map(
  Object.entries(LABELS).flatMap(([field, names]) => names.map((name) => [name, field] as const)),
);

const LABEL = /^\s{0,8}\*{0,2}([\p{L}][\p{L}.\- ]{0,18}?)\s?\*{0,2}\s?:\s?\*{0,2}\s{0,8}(.{0,4000})$/u;

/** The head of a mail as it stands above its words in a forward or an answer, field by field. */
export type QuotedHead = {
  readonly fields: ReadonlyMap<string, string>;
  /** The line after the head. */
  readonly end: number;
};

/** Reads the head that begins at a line, or null where none does: a sender, and two more fields close below. */
export function quotedHeadAt(lines: readonly Line[], start: number): QuotedHead | null {
  const fields = new Map<string, string>();
  let last: string | null = null;
  let at = start;
  for (; at < lines.length && at < start + 60; at += 1) {
    const line = lines[at] as Line;
    if (isBlank(line)) {
      // Some programs leave a blank line between fields (HTML paragraphs); a label after it goes on.
      const next = lines[at + 1];
      if (fields.size > 0 && next && fieldOf(next) && !fields.has(fieldOf(next)?.field ?? '')) continue;
      break;
    }
    const field = fieldOf(line);
    if (field && !fields.has(field.field)) {
      last = field.field;
      fields.set(last, field.value);
    } else if (last && (last === 'to' || last === 'cc' || last === 'subject' || last === 'from') && !field) {
      // The words of an answer may follow the head without a blank line; addresses wrap, prose does not.
      if (last === 'subject' && fields.size >= 4) break;
      fields.set(last, `${fields.get(last)} ${line.text.trim()}`);
    } else break;
  }
  if (!fields.has('from')) return null;
  const others = ['date', 'to', 'subject', 'cc'].filter((name) => fields.has(name)).length;
  return others >= 2 || (others === 1 && fields.has('date')) ? { fields, end: at } : null;
}

/** Whether a line begins a head: a label that means the sender. Cheap, asked of every line. */
export function beginsHead(line: Line): boolean {
  return fieldOf(line)?.field === 'from';
}

function fieldOf(line: Line): { field: string; value: string } | null {
  if (!line.text.includes(':')) return null;
  const match = LABEL.exec(line.text);
  const field = match ? FIELD_OF.get((match[1] as string).trim().toLowerCase()) : undefined;
  return match && field ? { field, value: (match[2] as string).trim() } : null;
}
