// Mailbox providers that give addresses to anybody; the large ones of each region.
const PROVIDERS: ReadonlySet<string> = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com live.com msn.com hotmail.co.uk hotmail.fr hotmail.de
  hotmail.it outlook.de outlook.fr live.co.uk live.fr yahoo.com yahoo.co.uk yahoo.de yahoo.fr yahoo.it
  yahoo.es yahoo.co.jp yahoo.co.in yahoo.com.br ymail.com rocketmail.com aol.com icloud.com me.com mac.com
  proton.me protonmail.com pm.me tutanota.com tuta.com gmx.com gmx.de gmx.net gmx.at gmx.ch web.de
  t-online.de freenet.de mail.de posteo.de mailbox.org orange.fr wanadoo.fr free.fr sfr.fr laposte.net
  libero.it virgilio.it tiscali.it alice.it terra.com.br uol.com.br bol.com.br seznam.cz centrum.cz wp.pl
  o2.pl onet.pl interia.pl mail.ru yandex.ru yandex.com list.ru bk.ru inbox.ru qq.com 163.com 126.com
  sina.com naver.com daum.net hanmail.net rediffmail.com zoho.com zohomail.com fastmail.com hey.com
  mail.com email.com gmx.co.uk btinternet.com sky.com virginmedia.com ntlworld.com talktalk.net
  comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net shaw.ca rogers.com
  bigpond.com optusnet.com.au xtra.co.nz bluewin.ch hispeed.ch telenet.be skynet.be ziggo.nl kpnmail.nl
  xs4all.nl home.nl planet.nl freemail.hu citromail.hu arcor.de bredband.net comhem.se hetnet.nl
  hotmail.es sympatico.ca telefonica.net telia.com terra.es tuta.io`.split(/\s+/),
);

// In made-up data these stand for all of them: freemail.example says what it is.
const MADE_UP = /^(?:free|web|post)?mail\.example$/;

/** Whether anybody can have an address under this domain, so that it says nothing about a company. */
export function isFreeMail(domain: string): boolean {
  const plain = domain.toLowerCase();
  return PROVIDERS.has(plain) || MADE_UP.test(plain);
}
