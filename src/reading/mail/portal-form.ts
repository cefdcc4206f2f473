import type { Side } from '#domain/party.js';
import type { Page } from '#reading/mail/page.js';

/** What a partner typed into a portal that mails it on: labels and values, one a line. */
export type PortalForm = {
  readonly partner: {
    readonly company: string | null;
    readonly person: string | null;
    readonly email: string | null;
  };
  readonly buyer: { readonly company: string | null };
  /** Sides by address, lower case. */
  readonly sides: ReadonlyMap<string, Side>;
};

const LINE = /^\s{0,4}([\p{L}][\p{L} /&-]{1,28}?)\s?(?:\.{2,40}|:)\s?(\S.{0,300})$/u;

const PARTNER =
  /^(?:partner|reseller|referring partner|partner company|partnerfirma|partenaire|socio|partner name)$/i;
const BY =
  /^(?:submitted by|registered by|referred by|referrer|partner contact|eingereicht von|soumis par|enviado por|inviato da|from)$/i;
const CUSTOMER =
  /^(?:end customer|customer|account|company|prospect|client|end user|endkunde|kunde|firma|client final|cliente|cliente final|kund|klant|opportunity)$/i;
const CONTACT =
  /^(?:contact|customer contact|buyer|contact person|contact email|ansprechpartner|kontakt|contacto|contatto|contato|contactpersoon|decision maker)$/i;

const ADDRESS = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/;

/** Reads a form of labels and values, or null where there is none: a customer, and a partner or a contact. */
export function portalForm(page: Page): PortalForm | null {
  const values = new Map<string, string>();
  for (const line of page.words.text.slice(0, 8_000).split('\n')) {
    const match = LINE.exec(line);
    if (!match) continue;
    const label = (match[1] as string).trim();
    const kind = [PARTNER, BY, CUSTOMER, CONTACT].findIndex((labels) => labels.test(label));
    const name = ['partner', 'by', 'customer', 'contact'][kind];
    if (name && !values.has(name)) values.set(name, (match[2] as string).trim());
  }
  const customer = values.get('customer');
  if (!customer || !(values.has('contact') || values.has('by') || values.has('partner'))) return null;
  const by = values.get('by') ?? values.get('partner') ?? '';
  const sides = new Map<string, Side>();
  const submitter = ADDRESS.exec(by)?.[0] ?? null;
  const contact = ADDRESS.exec(values.get('contact') ?? '')?.[0];
  if (submitter) sides.set(submitter.toLowerCase(), 'partner');
  if (contact) sides.set(contact.toLowerCase(), 'buyer');
  const person =
    /^(\p{Lu}[\p{L}'-]+(?:\s\p{Lu}[\p{L}'-]+){1,2})(?=\s*[(<,]|$)/u.exec(
      values.get('by') ?? /\((.{2,80})\)/.exec(by)?.[1] ?? '',
    )?.[1] ?? null;
  return {
    partner: { company: headOf(values.get('partner')), person, email: submitter },
    buyer: { company: headOf(customer) },
    sides,
  };
}

/** The name before brackets and commas. */
function headOf(value: string | undefined): string | null {
  return value === undefined ? null : value.replace(/\s*[([,].*$/, '').trim();
}
