import { getDomain } from 'tldts';

/** Providers where anybody may have a mailbox: such an address says nothing of a company. */
const FREE_MAIL = new Set(
  (
    'gmail.com googlemail.com outlook.com outlook.de outlook.fr hotmail.com hotmail.co.uk hotmail.fr hotmail.de live.com live.co.uk msn.com ' +
    'yahoo.com yahoo.co.uk yahoo.fr yahoo.de yahoo.es yahoo.it yahoo.com.br ymail.com rocketmail.com aol.com icloud.com me.com mac.com ' +
    'proton.me protonmail.com pm.me tutanota.com tuta.io fastmail.com hey.com zoho.com mail.com email.com gmx.de gmx.net gmx.at gmx.ch gmx.com ' +
    'web.de t-online.de freenet.de posteo.de mailbox.org arcor.de bluewin.ch orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it ' +
    'virgilio.it tiscali.it alice.it telefonica.net terra.es uol.com.br bol.com.br hotmail.es hotmail.it telia.com comhem.se bredband.net ' +
    'ziggo.nl kpnmail.nl planet.nl xs4all.nl hetnet.nl skynet.be telenet.be btinternet.com sky.com virginmedia.com talktalk.net ntlworld.com ' +
    'comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net shaw.ca rogers.com sympatico.ca bigpond.com optusnet.com.au ' +
    'qq.com 163.com 126.com naver.com daum.net rediffmail.com yandex.ru yandex.com mail.ru wp.pl o2.pl onet.pl interia.pl seznam.cz'
  ).split(' '),
);

/** The domain that an organisation registered, from a mail address or a host name; null where there is none. */
export function organisationOf(address: string): string | null {
  const host = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return getDomain(host, { allowPrivateDomains: true }) ?? (host.includes('.') ? host : null);
}

export function isFreeMail(address: string): boolean {
  const organisation = organisationOf(address);
  // A word of its own for providers of the reader's test world: freemail.example says what it is.
  return (
    organisation !== null &&
    (FREE_MAIL.has(organisation) || /^(?:free|web|post)?mail\.example$/.test(organisation))
  );
}

/** Whether an address belongs to one of some domains, subdomains included. */
export function isOf(address: string, domains: readonly string[]): boolean {
  const host = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return domains.some((domain) => {
    const known = domain.toLowerCase().replace(/^@/, '');
    return known !== '' && (host === known || host.endsWith(`.${known}`));
  });
}
