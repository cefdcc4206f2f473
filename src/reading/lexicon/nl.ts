import { phrases } from '#reading/lexicon/cue.js';
import type { Words } from '#reading/lexicon/words.js';

export const NL: Words = {
  introduces: phrases(
    'stel * voor; stel ik * voor; voorstellen; mag ik * voorstellen; graag stel; introduceren; introduceer; introductie; kennismaking; kennismaken; maak kennis; in contact brengen; breng * in contact; breng jullie; met elkaar in contact; aan elkaar voorstellen; koppel; koppelen; verbinden; verbind; jullie moeten; jullie zouden; doorverwijzen; verwijs; doorgeven; ik geef * door; aanbevelen; beveel',
  ),
  handsOver: phrases(
    "in cc; in de cc; (cc); in kopie; cc'd; bel haar; bel hem; neem contact op; neem jij contact; ik laat * aan jullie; laat het aan; ik stap eruit; ik trek me terug; in goede handen; juiste persoon; contactpersoon; verwacht je telefoontje; wacht op je; haar nummer; zijn nummer; zoals besproken; zoals beloofd; een klant van mij; een klant van ons; een van mijn klanten; een kennis; weet ervan; mijn contact",
  ),
  contacts: phrases(
    `bel (haar|hem|ze); (haar|hem) * bellen; neem (contact|je contact); neem je contact; contact met (haar|hem|hen) op; contact opnemen; mail (haar|hem); schrijf (haar|hem); bereiken op; bereikbaar op; (haar|zijn|hun) (nummer|mobiel|mailadres|adres); stuur (haar|hem); stel (haar|hem) * voor; verwacht je telefoontje; bel (haar|hem|ze) *; ze weet ervan; hij weet ervan`,
  ),
  offers: phrases(
    'kan je voorstellen; kan u voorstellen; zal ik je; zal ik jullie; wil je dat ik; kan de introductie; kan jullie in contact',
  ),
  wants: phrases(
    'zoekt; zoeken; is op zoek; zijn op zoek; heeft nodig; hebben nodig; wil graag; willen graag; wil zien; zou graag; zouden graag; heeft interesse; is geïnteresseerd; vroeg mij; heeft me gevraagd; vroeg me; heeft een project; vervangen',
  ),
  whyNow: phrases(
    'deadline; uiterlijk; vóór; voor het einde; loopt af; lopen af; verloopt; verlenging; contract eindigt; einde contract; audit; accountant; inspectie; toezichthouder; wet; wetgeving; verplicht; per 1; treedt in werking; de directie heeft; de raad; seizoen; boekjaar; jaareinde; einde jaar; opening; opent; gaat live; livegang; lancering; dringend; haast; spoed; contract loopt; subsidie',
  ),
  credibility: phrases(
    'wij begeleiden; we begeleiden; wij werken; we werken; wij hebben * gebouwd; we hebben * (gebouwd|geleverd|gedaan|geholpen|gewerkt); ik heb * gewerkt; sinds #; al * jaar; al jaren; vertrouwt ons; vertrouwt mij; vertrouwen ons; onze klant; klant van ons; vaste klant; ik ken; wij kennen; we kennen; oud-collega; wij zijn hun; wij beheren; we beheren; we doen hun; wij doen hun',
  ),
  problem: phrases(
    'probleem; problemen; moeite; storing; storingen; uitval; vertraging; te laat; fout; fouten; kwijt; verliezen; verloren; ontbreekt; ontbreken; met de hand; handmatig; op papier; papier; excel; spreadsheet; spreadsheets; dubbel; niemand; kan niet; kunnen niet; werkt niet; klopt niet; kloppen niet; klachten; boete; boetes; afgekeurd; verouderd; achterstand; knelpunt; overuren; chaos; lukt niet',
  ),
  expectsNext: phrases(
    'wil graag; willen graag; wil eerst; wil; willen; zou graag; verwacht; verwachten; liever; heeft liever; vraagt om; vragen om; geen demo; geen presentatie; geen slides; een bezoek; een pilot; een offerte; een voorstel; op locatie; schriftelijk; eerst; volgende stap',
  ),
  budget: phrases(
    'budget; goedgekeurd; akkoord; gereserveerd; betaalt; betaalden; betaald; kost; kosten; besparing; besparen; bedrag; omzet; investering; tekent tot',
  ),
  size: phrases(
    'mensen; medewerkers; werknemers; gebruikers; licenties; winkels; vestigingen; locaties; filialen; fabrieken; magazijnen; vrachtwagens; voertuigen; schepen; hotels; kamers; bedden; klanten; patiënten; leerlingen; studenten; restaurants; orders; facturen; machines; servers; hectare; landen; leden; ziekenhuizen; scholen; woningen; chauffeurs',
  ),
  competitor: phrases(
    'praten ook; praat ook; in gesprek met; concurrent; concurrenten; concurrentie; offerte van; voorstel van; aanbesteding; alternatief; vergelijken; hebben gekeken naar; hebben gezien; gebruiken nu; werken nu met; andere leverancier; huidige leverancier',
  ),
  ask: phrases(
    'kun je; kunt u; kan je; zou je; zou u; wil je; wilt u; kunnen jullie; willen jullie; alsjeblieft; alstublieft; aub; svp; bel haar; bel hem; stuur; stuur haar; stuur hem; stuur me; laat me weten; laat het me; laat mij weten; houd me; hou me; neem contact op; plan; stel voor; geef me; denk aan; vergeet niet; ik vraag je',
  ),
  dont: phrases(
    'niet bellen; bel * niet; vraag * niet; niet nodig; nog niet; niet voor; nooit; vermijd; hoeft niet; hoef je niet; liever niet',
  ),
  promise: phrases(
    'ik stuur; ik zal; we zullen; wij zullen; ik ga; we gaan; ik bel; ik mail; ik kom; ik breng; ik zorg; wij sturen; we sturen; ik lever; ik regel; stuur ik; zal ik; bel ik; breng ik; ik ben erbij; je krijgt; u krijgt; jullie krijgen; krijg je van mij; ik kom erop terug; ik laat * weten',
  ),
  resell: phrases(
    'via ons; wij factureren; we factureren; wij verkopen; doorverkoop; doorverkopen; wederverkoper; reseller; partnerprijs; inkoopprijs; kanaalprijs; marge; contract met ons; contract loopt via; op onze factuur; onze offerte',
  ),
  coSell: phrases(
    'samen; gezamenlijk; wij doen de; we doen de; wij verzorgen; implementatie doen wij; integratie doen wij; wij blijven; we blijven; ik blijf; ik ben bij; ons team; we trekken samen; wij zouden de; zouden de installatie; wij doen; wij installeren; installatie',
  ),
  referral: phrases(
    'ik laat * aan jullie; ik stap eruit; ik trek me terug; zonder mij; hoef niet meer; niet ons vak; niet onze; doen wij niet; commissie; vindersloon; jullie pakken het; de rest is aan',
  ),
  thanks: phrases(
    'bedankt; dank je; dank u; dankjewel; dank; hartelijk dank; heel erg bedankt; veel dank; dank voor',
  ),
  scheduling: phrases(
    'afspraak; vergadering; agenda; uitnodiging; komt mij uit; komt uit; schikt; past mij; past het; beschikbaar; verzetten; verplaatsen; uitstellen; om # uur; # uur; tot dan; tot dinsdag; tot maandag; tot woensdag; tot donderdag; tot vrijdag; tot morgen; geaccepteerd; geweigerd; teams-link; zoom-link; bevestig',
  ),
  coldPitch: phrases(
    'wij helpen bedrijven; wij helpen; ik zag dat; ik merkte; bedrijven zoals; 15 minuten; 20 minuten; 30 minuten; kort gesprek; korte kennismaking; onze oplossing; ons platform; gratis; vrijblijvend; vrijblijvende; leads; gekwalificeerde; nieuwe klanten; verhogen; verlagen; demo; interesse in; gegarandeerd; garanderen',
  ),
  invoice: phrases(
    'factuur; facturen; factuurnummer; factuurbedrag; te betalen; vervaldatum; betaling; overmaken; betalingstermijn; iban; btw; herinnering; aanmaning; creditnota',
  ),
  newsletter: phrases(
    'uitschrijven; afmelden; nieuwsbrief; bekijk in browser; webversie; webinar; schrijf je in; meld je aan; lees meer; je ontvangt deze; u ontvangt deze; aanbieding; actie; nieuws',
  ),
  absence: phrases(
    'afwezig; afwezigheid; automatisch antwoord; niet op kantoor; met vakantie; op vakantie; vakantie; met verlof; zwangerschapsverlof; ziek; terug op; weer bereikbaar; ben ik terug; beperkt bereikbaar; bij spoed; voor dringende; tijdens mijn afwezigheid; niet meer werkzaam',
  ),
  bounce: phrases(
    'niet bezorgd; kan niet worden bezorgd; kon niet worden bezorgd; onbestelbaar; bezorging mislukt; adres niet gevonden; mailbox vol; onbekende ontvanger',
  ),
  spam: phrases(
    'gewonnen; winnaar; loterij; erfenis; lening; bitcoin; crypto; account geblokkeerd; wachtwoord; klik hier; verifieer; casino; verdien',
  ),
  question: phrases(
    'hebben jullie; heeft u; heb je; is er; ondersteunen jullie; bieden jullie; hoeveel; wat kost; wat is; welke; wie; hoe; is het mogelijk; vraag; een vraag; vraagje; weet je; weten jullie; wanneer',
  ),
  firstPerson: phrases(`wij; we; ons; onze; ik; mijn; mij; me`),
  thirdPerson: phrases(`zij; ze; hij; hun; haar; hem; zijn`),
};
