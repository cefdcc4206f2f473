import { phrases } from '#reading/lexicon/cue.js';
import type { Words } from '#reading/lexicon/words.js';

/** Swedish. Danish and Norwegian share enough of it that their mails are read with this list as well. */
export const SV: Words = {
  introduces: phrases(
    'här kommer; presentera; presenterar; presentation; introducera; introducerar; introduktion; får jag presentera; vill presentera; sammanföra; för samman; kopplar ihop; koppla ihop; sätta er i kontakt; sätter er i kontakt; sätta dig i kontakt; i kontakt med; ni borde prata; ni två borde; jag skickar vidare; skickar vidare; rekommenderar; tipsa om; jeg vil gerne introducere; introducere; må jeg præsentere; jeg vil gjerne introdusere; introdusere; sætte jer i kontakt; sette dere i kontakt',
  ),
  handsOver: phrases(
    'i kopia; på kopia; (cc); cc:ar; kopierar in; hör av dig till; hör av er till; ring henne; ring honom; kontakta henne; kontakta honom; väntar på; ser fram emot; jag lämnar över; lämnar över; lämnar er; jag kliver av; i goda händer; rätt person; hennes nummer; hans nummer; som jag berättade; som utlovat; som lovat; i cc; på cc; som aftalt; en kund till mig; en kund till oss; en av mina kunder; en bekant; vet om det; min kontakt',
  ),
  contacts: phrases(
    `ring (henne|honom|dem); ringa (henne|honom|dem); ringe (henne|ham|dem); mejla (henne|honom); maila (henne|honom); skriv till (henne|honom); kontakta (henne|honom|dem); ta kontakt med; hör av dig till; höra av dig till; nås på; (hennes|hans|deras) (nummer|mobil|mejl|mail); prata med (henne|honom); skicka (henne|honom); väntar på (ditt|ert) samtal; ring (ham|hende); kontakt (ham|hende)`,
  ),
  offers: phrases(
    'kan presentera; kan introducera; vill du att jag; ska jag presentera; ska jag introducera; jag kan koppla',
  ),
  wants: phrases(
    'söker; letar efter; behöver; vill ha; vill se; vill prata; vill veta; skulle vilja; är intresserad; är intresserade; frågade mig; har frågat; har ett projekt; byta ut; ersätta; leder efter; ønsker; trenger; har brug for',
  ),
  whyNow: phrases(
    'deadline; tidsfrist; senast; före; innan; löper ut; går ut; upphör; förnyelse; avtalet; revisor; revisorn; revision; inspektion; tillsyn; myndighet; lag; krav; träder i kraft; styrelsen vill; styrelsen har; säsong; bokslut; räkenskapsår; årsskiftet; öppnar; lanserar; lansering; brådskande; bråttom; på plats före; bidrag; avtalet går',
  ),
  credibility: phrases(
    'vi har (skött|jobbat|arbetat|byggt|levererat|hjälpt); jag har (jobbat|arbetat|byggt|hjälpt|känt); sedan #; i # år; i * år; litar på; lyssnar på; vår kund; kund hos oss; gammal kund; känner; tidigare kollega; vi sköter; vi driver; vi hjälper; vi är deras; deras revisor; deras leverantör; siden #; vi har drevet',
  ),
  problem: phrases(
    'problem; svårt; svårigheter; fel; fungerar inte; funkar inte; stämmer inte; avbrott; försening; försenade; sent; för sent; förlorat; förlorar; saknas; saknar; för hand; manuellt; papper; på papper; excel; kalkylark; dubbelt; ingen vet; ingen kan; kan inte; klagomål; böter; vite; anmärkning; gammalt; föråldrat; flaskhals; övertid; kaos; avlidna; rubriker; hinner inte; stämmer aldrig; fungerar aldrig; mister; ingen ser',
  ),
  expectsNext: phrases(
    'vill; vill ha; vill se; vill hellre; förväntar sig; väntar sig; önskar; skulle vilja; föredrar; ber om; har bett om; har lovat; ingen demo; ingen presentation; inga slides; ett besök; en pilot; ett förslag; en offert; en prisuppgift; på plats; skriftligt; först; nästa steg',
  ),
  budget: phrases(
    'budget; godkänd; godkänt; beviljat; betalar; betalade; kostar; kostnad; kostnader; besparing; spara; belopp; omsättning; avsatt; kronor; kr; miljoner',
  ),
  size: phrases(
    'personer; anställda; medarbetare; användare; licenser; butiker; kontor; filialer; anläggningar; fabriker; lager; fordon; lastbilar; fartyg; hotell; rum; bäddar; kunder; patienter; elever; studenter; restauranger; ordrar; fakturor; maskiner; servrar; hektar; länder; medlemmar; givare; månadsgivare; kliniker; sjukhus; skolor; lägenheter; tackbrev',
  ),
  competitor: phrases(
    'pratar också; pratar även; i dialog med; konkurrent; konkurrenter; konkurrerande; offert från; förslag från; upphandling; alternativ; jämför; har tittat på; har sett; använder idag; använder i dag; annan leverantör; andra leverantörer; dagens leverantör',
  ),
  ask: phrases(
    'kan du; kan ni; skulle du kunna; skulle ni kunna; vill du; snälla; vänligen; hör av dig; hör av er; ring; maila; mejla; skicka; berätta; säg till; återkom; meddela; jag vill att du; jag behöver; glöm inte; tänk på; föreslå; boka; kontakta; kan du sende; vil du; vær så snill',
  ),
  dont: phrases(
    'ring * inte; fråga inte; skicka inte; inte ännu; inte än; inte förrän; behöver inte; undvik; aldrig; kontakta inte; ring ikke',
  ),
  promise: phrases(
    'jag återkommer; vi återkommer; jag skickar; vi skickar; jag ska; vi ska; jag kommer att; vi kommer att; jag ringer; vi ringer; jag mejlar; jag mailar; jag ordnar; jag fixar; vi ordnar; jag tar med; jag räknar; jag är med; du får; ni får; skickar jag; återkommer jag; ska jag; jeg sender; jeg vender tilbage; jeg ringer; jeg skal',
  ),
  resell: phrases(
    'via oss; genom oss; går via oss; avtalet går via; vi säljer; vi fakturerar; i egen regi; återförsäljare; återförsäljning; partnerpris; partnerpriset; återförsäljarpris; marginal; avtal med oss; vårt avtal; gjennom oss; gennem os',
  ),
  coSell: phrases(
    'tillsammans; gemensamt; vi gör integrationen; vi gör implementationen; vi sköter integrationen; vi står för; vi tar hand om; vi stannar; jag är med; vi är med; vårt team; sammen',
  ),
  referral: phrases(
    'jag kliver av; jag lämnar över; lämnar er; utan mig; behöver inte ha mig; inte vårt område; inte vår sak; gör vi inte; provision; resten är ert; ni tar det härifrån',
  ),
  thanks: phrases(
    'tack; tack så mycket; stort tack; tusen tack; tackar; uppskattar; takk; tusen takk; tak; mange tak',
  ),
  scheduling: phrases(
    'möte; mötet; kalender; inbjudan; kallelse; passar mig; passar oss; passar bra; passar det; ledig; tillgänglig; flytta; flyttar; boka om; ombokning; skjuta upp; kl #; klockan #; ses på; vi ses; hörs på; accepterat; avböjt; teamslänk; zoomlänk; bekräftar',
  ),
  coldPitch: phrases(
    'vi hjälper företag; jag såg att; jag noterade; såg er; såg att ni; företag som; 15 minuter; 20 minuter; 30 minuter; ett kort samtal; kort möte; vår lösning; vår plattform; gratis; kostnadsfritt; kostnadsfri; utan förpliktelser; leads; kvalificerade möten; nya kunder; öka er; minska era; demo; är det intressant; garanterat; garanterar',
  ),
  invoice: phrases(
    'faktura; fakturan; fakturor; fakturanummer; förfallodatum; förfaller; att betala; betalning; bankgiro; plusgiro; moms; påminnelse; kreditfaktura; ocr; betalningsvillkor; belopp att betala',
  ),
  newsletter: phrases(
    'avregistrera; avprenumerera; nyhetsbrev; visa i webbläsare; webbinarium; webinar; anmäl dig; läs mer; du får detta; erbjudande; kampanj; nyheter',
  ),
  absence: phrases(
    'autosvar; automatiskt svar; frånvaro; frånvarande; inte på kontoret; semester; ledig till; föräldraledig; sjukskriven; tillbaka den; åter den; tillbaka på; åter på; begränsad tillgång; vid brådskande; i min frånvaro; slutat; fraværende; autosvar; ferie',
  ),
  bounce: phrases(
    'kunde inte levereras; gick inte att leverera; olevererat; leveransfel; okänd mottagare; inkorgen är full; adressen hittades inte; ej levererat',
  ),
  spam: phrases(
    'du har vunnit; vinnare; lotteri; arv; lån; bitcoin; krypto; konto spärrat; lösenord; klicka här; verifiera ditt konto; kasino; tjäna pengar',
  ),
  question: phrases(
    'har ni; har du; finns det; stödjer ni; erbjuder ni; hur mycket; hur många; vad kostar; vilken; vilka; vem; hur; är det möjligt; fråga; en fråga; vet du; vet ni; när',
  ),
  firstPerson: phrases(`vi; vår; vårt; våra; oss; jag; min; mitt; mina; mig; jeg; vi har`),
  thirdPerson: phrases(`hon; han; de; deras; hennes; hans; dem; honom; henne; hun; ham`),
};
