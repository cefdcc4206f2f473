import { getDomain } from 'tldts';
import { isFreeMail } from '#domain/free-mail.js';

/** The domain that an organisation registered, from a mail address or a host name; null where there is none. */
export function organisationOf(address: string): string | null {
  const host = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return getDomain(host, { allowPrivateDomains: true }) ?? (host.includes('.') ? host : null);
}

/** Whether anybody may have such an address, so that it says nothing of a company. */
export function isFreeAddress(address: string): boolean {
  const organisation = organisationOf(address);
  return organisation !== null && isFreeMail(organisation);
}

/** Whether an address belongs to one of some domains, subdomains included. */
export function isOf(address: string, domains: readonly string[]): boolean {
  const host = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return domains.some((domain) => {
    const known = domain.toLowerCase().replace(/^@/, '');
    return known !== '' && (host === known || host.endsWith(`.${known}`));
  });
}
