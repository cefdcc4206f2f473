import { readFileSync } from 'node:fs';
import type { MailReading, ReadingContext } from '#domain/intro.js';
import { readMail } from '#reading/mail/read-mail.js';
import { decodeMail } from '#sources/mail/decode.js';
import { NO_CONTEXT } from './gold.js';

export type MailCase = {
  readonly kind: string;
  readonly blind: boolean;
  readonly subject: string;
  readonly source: string;
};

/** The host of all mails in the case files. */
const LARKSPUR: ReadingContext = {
  ...NO_CONTEXT,
  host: { company: 'Larkspur', domains: ['larkspur.example'], people: [] },
};

/** The mails of a case file, divided by lines of =====. */
export function mailCases(file: URL): MailCase[] {
  const [, ...blocks] = readFileSync(file, 'utf8').split(/^=====\n/m);
  return blocks.map((block) => {
    const [kind = '', ...lines] = block.split('\n');
    const blind = lines[0] === 'blind';
    const source = (blind ? lines.slice(1) : lines).join('\n');
    return { kind, blind, subject: /^Subject: (.*)$/m.exec(source)?.[1] ?? '', source };
  });
}

export async function readCase(mail: MailCase): Promise<MailReading> {
  return readMail(await decodeMail(Buffer.from(mail.source)), mail.blind ? NO_CONTEXT : LARKSPUR);
}
