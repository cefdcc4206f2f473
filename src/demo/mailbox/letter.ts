import { type AddressObject, simpleParser } from 'mailparser';
import type { DemoMails } from '#contract/demo.js';
import type { Posted } from '#demo/mailbox/mailbox.js';
import { companyOf, nameOf } from '#demo/story/northbeam.js';

type Shown = DemoMails['mails'][number];

/** A mail of the mailbox as its readers would have seen it, but for how its times are said. */
export type Letter = Omit<Shown, 'when' | 'wouldHaveGone'>;

export async function letterOf({ id, at, to, bytes }: Posted): Promise<Letter> {
  const mail = await simpleParser(Buffer.from(bytes), { skipHtmlToText: true, skipTextToHtml: true });
  const written = boxesOf(mail.to);
  // Whoever is in the envelope alone was sent it too, and a reader would not know.
  const named = [...written, ...boxesOf(mail.cc)].map((box) => box.email.toLowerCase());
  const blind = to.filter((email) => !named.includes(email.toLowerCase()));
  const readers = [...written, ...blind.map((email) => boxOf('', email))];
  const cc = boxesOf(mail.cc);
  return {
    id,
    at,
    from: boxesOf(mail.from)[0] ?? boxOf('', 'nobody'),
    to: readers,
    cc,
    companies: [...new Set([...readers, ...cc].map((box) => companyOf(box.email).name))],
    replyAs: [...readers, ...cc].find((box) => box.side === 'partner' || box.side === 'buyer') ?? null,
    subject: mail.subject ?? 'No subject',
    text: mail.text ?? '',
    source: Buffer.from(bytes).toString('utf8'),
  };
}

function boxesOf(field: AddressObject | AddressObject[] | undefined): Shown['to'] {
  const objects = field === undefined ? [] : Array.isArray(field) ? field : [field];
  return objects.flatMap(({ value }) =>
    value.flatMap(({ name, address }) => (address === undefined ? [] : [boxOf(name, address)])),
  );
}

function boxOf(name: string, email: string): Shown['from'] {
  return { name: name === '' ? (nameOf(email) ?? email) : name, email, side: companyOf(email).side };
}

/** The companies whose people had mail, each with how many: our own last. */
export function companiesIn(letters: readonly Letter[]): DemoMails['companies'] {
  const boxes = letters.flatMap((letter) => [...letter.to, ...letter.cc]);
  const names = new Map(boxes.map((box) => [companyOf(box.email).name, box.side]));
  const order = ['buyer', 'partner', 'unknown', 'host'];
  return [...names]
    .map(([name, side]) => ({
      name,
      side,
      mails: letters.filter((letter) => letter.companies.includes(name)).length,
    }))
    .sort((one, other) => order.indexOf(one.side) - order.indexOf(other.side));
}
