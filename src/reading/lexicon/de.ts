import { phrases } from '#reading/lexicon/cue.js';
import type { Words } from '#reading/lexicon/words.js';

export const DE: Words = {
  introduces: phrases(`
    stelle * vor; stelle * den kontakt * her; vorstellen; darf ich * vorstellen; darf * vorstellen; möchte * vorstellen; möchte ich * bekannt machen; bekannt machen
    kontakt herstellen; den kontakt her; kontakt zu * her; den kontakt * her; kontakt zu; bringe * zusammen; zusammenbringen; verbinde (euch|sie|dich); vernetze; vernetzen; in kontakt bringen; miteinander bekannt
    vorstellung; intro; empfehle * ihnen; empfehle * dir; empfehlung; ihr beide solltet; sie beide sollten; ihr solltet * sprechen; reiche * weiter; leite * weiter; übergebe; für euch; für sie wäre
  `),
  handsOver: phrases(`
    in kopie; im cc; in cc; (cc); cc gesetzt; setze * in kopie; mit im verteiler; melden sie sich; melde dich * bei; meldet euch bei; rufen sie * an; ruf * an; sprechen sie mit; wartet auf; erwartet (ihren|deinen) anruf; freut sich auf
    ab hier; übernehmen sie; übernimm; ihr macht das; ziehe mich zurück; klinke mich aus; bin ich raus; in guten händen; der richtige ansprechpartner; die richtige ansprechpartnerin; ansprechpartner; ansprechpartnerin; kontaktdaten; ihre nummer; seine nummer; wie besprochen; wie versprochen; kunde von mir; kunde von uns; kundin von mir; einer meiner kunden; einer unserer kunden; ein bekannter; mein kontakt; meine kontaktperson; weiß bescheid; ich bin dann raus; direkt einen termin vereinbaren`),
  contacts: phrases(
    `rufen sie (ihn|sie|frau|herrn); ruf (ihn|sie); ruft (ihn|sie); (ihn|sie) * anrufen; anrufen; melden sie sich * bei; melde dich * bei; meldet euch bei; dass du dich * meldest; dass sie sich * melden; schreiben sie (ihm|ihr|ihnen|frau|herrn); schreib (ihm|ihr|ihnen); kontaktieren sie; nehmen sie kontakt; nimm kontakt; kontakt aufnehmen; (seine|ihre|deren) (nummer|telefonnummer|mailadresse|adresse|durchwahl); zu erreichen; erreichbar unter; sprechen sie mit; sprich mit; wartet auf (deinen|ihren|euren) anruf; erwartet * anruf; wartet auf * anruf; freut sich auf * anruf; machst du das; übernimmst du; rechnet mit * anruf; rechnet mit deinem; ansprechpartnerin ist; ansprechpartner ist`,
  ),
  offers: phrases(
    'soll ich * vorstellen; kann * vorstellen; kann den kontakt herstellen; könnte den kontakt; gern den kontakt; bei interesse stelle; kontakt herstellen',
  ),
  wants: phrases(`
    sucht; suchen; sucht nach; braucht; brauchen; benötigt; möchte * sehen; möchte * sprechen; möchte * wissen; möchte; möchten; will; hat interesse; interessiert sich; interesse an; hat mich gefragt; hat gefragt; haben mich gefragt; hat bedarf; ersetzen; ablösen; projekt; hat mich * gefragt; fragte mich; hat * gefragt; ist unzufrieden; sehr unzufrieden; unzufrieden`),
  whyNow: phrases(`
    frist; stichtag; bis zum; bis ende; bis spätestens; spätestens; läuft aus; laufen aus; läuft * aus; verlängerung; vertragsende; vertrag endet; ab dem; ab januar; ab april; ab juli; ab oktober; prüfung; audit; wirtschaftsprüfer; aufsicht; behörde; gesetz; pflicht; vorschrift; der vorstand hat; die geschäftsführung hat; vor der saison; vor dem; vor weihnachten; geschäftsjahr; jahresende; quartalsende; budget verfällt; verfällt; eröffnung; eröffnet; geht live; umstellung; muss bis; müssen bis; dringend; eilt; zeitdruck; läuft am * aus; läuft im * aus; läuft zum * aus; endet`),
  credibility: phrases(`
    wir begleiten; wir betreuen; wir betreiben; wir beraten; wir haben * (gebaut|umgesetzt|eingeführt|begleitet|betreut|gearbeitet|geliefert); begleiten * seit; betreuen * seit; arbeiten * seit; seit * jahren; seit #; ich kenne; wir kennen; kenne * seit; vertraut (uns|mir); vertrauen (uns|mir); hört auf (mich|uns); unser kunde; unsere kundin; langjähriger kunde; kunde von uns; ich sitze dort; ich sitze im; ehemaliger kollege; wir machen * die; sind deren; bin * beraterin; bin * berater; steuerberater
  `),
  problem: phrases(`
    problem; probleme; schwierigkeiten; ärger; zu spät; verspätet; verzögert; verzug; ausfall; ausgefallen; fällt aus; fehler; fehlerhaft; falsch; verloren; verlieren; fehlt; fehlen; von hand; händisch; manuell; auf papier; zettel; excel; tabellen; doppelt; abgelehnt; beschwerden; reklamation; reklamationen; strafe; bußgeld; niemand; keiner; keine übersicht; nicht mehr; veraltet; alt; chaos; engpass; rückstand; schlechte erfahrungen; funktioniert nicht; klappt nicht; kommt nicht; kommen nicht; stillstand; kostet sie; überstunden; stunden pro; fällt * aus; fällt seit; unzufrieden; stürzt ab; bricht zusammen`),
  expectsNext: phrases(`
    möchte zunächst; möchte zuerst; möchte * sehen; möchte * hören; möchte; möchten; wünscht sich; wünscht; erwartet; erwarten; hätte gern; hätte gerne; will * sehen; will zuerst; legt wert; bittet um; keine präsentation; keine demo; keine folien; vor ort; ein besuch; ein pilot; eine referenz; ein angebot; schriftlich; als nächstes; als erstes; erst danach
  `),
  budget: phrases(
    'budget; freigegeben; freigabe; genehmigt; bewilligt; kosten; kostet; einsparung; sparen; auftragsvolumen; volumen; unterschreibt bis; entscheidet bis; nachtrag; verlust; umsatz; wert',
  ),
  size: phrases(
    'mitarbeiter; mitarbeitende; mitarbeitern; beschäftigte; leute; köpfe; nutzer; anwender; standorte; standorten; filialen; werke; baustellen; fahrzeuge; lkw; maschinen; betten; zimmer; kunden; lizenzen; server; rechner; aufträge; bestellungen; lieferanten; artikel; häuser; märkte; schulen; kliniken; hektar; wohnungen; fahrer; länder',
  ),
  competitor: phrases(
    'auch mit * gespräch; im gespräch mit; sprechen auch; sprechen mit; wettbewerb; wettbewerber; konkurrenz; mitbewerber; angebot von; alternative; ausschreibung; bisher mit; derzeit mit; setzen * ein; ersetzt werden; schauen sich * an; haben sich * angesehen; schlechte erfahrungen; firma * haben sie',
  ),
  ask: phrases(
    'bitte; könnten sie; können sie; könntest du; kannst du; könnt ihr; würden sie; würdest du; magst du; melden sie sich; melde dich; meldet euch; rufen sie; ruf; schicken sie; schick; schicke mir; senden sie; sende mir; gib mir; geben sie; sag mir; sagen sie; lassen sie; lass mich wissen; ich bitte sie; ich wäre * dankbar; wäre schön, wenn; halten sie mich; halt mich; achten sie; denken sie daran; schlagen sie; schlag',
  ),
  dont: phrases(
    'bitte nicht; nicht nötig; nicht mehr; nicht vor; keine * mehr; rufen sie * nicht; ruf * nicht; fragen sie * nicht; frag * nicht; noch nicht; niemals; auf keinen fall',
  ),
  promise: phrases(
    'ich werde; wir werden; werde ich; werden wir; ich schicke; schicke ich; ich sende; sende ich; ich melde mich; melde ich mich; ich bringe; bringe ich; ich komme; ich rufe; rufe ich; ich liefere; liefere ich; wir schicken; schicken wir; wir senden; senden wir; wir liefern; liefern wir; ich gebe ihnen; gebe ich; ich kümmere mich; kümmere ich mich; wir kümmern uns; reiche ich; ich reiche * nach; bekommen sie; bekommst du; erhalten sie; ich bin dabei; ich lege',
  ),
  resell: phrases(
    'über uns; läuft über uns; wir verkaufen; wir fakturieren; wir rechnen * ab; rechnung (stellen|kommt) von uns; auf unser papier; wiederverkauf; wiederverkäufer; reseller; händlerpreis; partnerpreis; einkaufspreis; händlerrabatt; marge; vertrag (mit|über) uns; bestellung über uns; weiterverkauf',
  ),
  coSell: phrases(
    'gemeinsam; zusammen; miteinander; einführung * (wir|gemeinsam); umsetzung (machen|übernehmen) wir; integration (machen|übernehmen) wir; wir übernehmen die; wir machen die; wir bleiben; bleibe dabei; bleiben dabei; bin beim ersten; bei dem ersten gespräch dabei; begleiten das projekt; unsere leistung; unser team; würden wir; machen wir; übernehmen wir; unsere leute; wir würden die; wir machen * mit; wir setzen * um; wir liefern * dazu',
  ),
  referral: phrases(
    'ziehe mich zurück; halte mich raus; klinke mich aus; bin ich raus; bin dann raus; ab hier ihr; alles weitere; ohne uns; nicht unser geschäft; nicht unser thema; machen wir nicht; provision; vermittlungsprovision; empfehlung; brauchen mich nicht; nicht mehr in kopie; sagen sie mir nur',
  ),
  thanks: phrases(
    'danke; vielen dank; herzlichen dank; besten dank; dankeschön; tausend dank; merci; lieben dank; ich danke',
  ),
  scheduling: phrases(
    'termin; termine; terminvorschlag; passt mir; passt uns; passt es; passt bei; verschieben; verschoben; verlegen; kalender; einladung; besprechung; um # uhr; # uhr; zugesagt; abgelehnt; zusage; absage; neuer termin; bis dann; bis morgen; bis dienstag; bis mittwoch; bis montag; bis donnerstag; bis freitag; einwahl; teams-link; zoom-link; verfügbar; zeit für',
  ),
  coldPitch: phrases(
    'ich helfe; wir helfen; wir unterstützen unternehmen; bin auf sie aufmerksam; auf ihr unternehmen aufmerksam; auf ihrer website; ist mir aufgefallen; kurzes gespräch; kurzer austausch; 15 minuten; 20 minuten; 30 minuten; kostenlose; kostenlos; unverbindlich; unverbindliches; mehr leads; qualifizierte leads; neukunden; kundengewinnung; termine generieren; unsere lösung; unsere plattform; unsere software; unternehmen wie; kunden wie; demo; haben sie interesse; falls sie nicht der richtige; falls kein interesse; nachhaken; meine letzte mail; garantiert; garantie; unverbindliches angebot; rabatt; aussteller; entscheider; sichern sie sich; darf ich ihnen; wir bieten; exklusiv; steigern; sparen sie; vorstellungsgespräch für; kandidaten; passende kandidaten',
  ),
  invoice: phrases(
    'rechnung; rechnungsnummer; rechnungsnr; rechnungsbetrag; zahlbar; zahlungsziel; fällig; überweisen; überweisung; zahlung; mahnung; zahlungserinnerung; iban; bic; ust; mwst; gutschrift; kontoauszug; netto; brutto; betrag',
  ),
  newsletter: phrases(
    'abmelden; abbestellen; newsletter; im browser; online ansehen; webinar; jetzt anmelden; jetzt registrieren; mehr erfahren; weiterlesen; sie erhalten diese; neuigkeiten; aktion; rabatt; veranstaltung; veranstaltungen; ausgabe',
  ),
  absence: phrases(
    'abwesenheit; abwesend; abwesenheitsnotiz; automatische antwort; nicht im büro; außer haus; im urlaub; in urlaub; bin bis; bin ab; bin wieder; elternzeit; krank; in dringenden fällen; in dringenden; vertretung; vertreten; mein vertreter; lese keine; nicht erreichbar; nicht mehr im unternehmen; ab * wieder',
  ),
  bounce: phrases(
    'unzustellbar; nicht zugestellt; konnte nicht zugestellt; zustellung fehlgeschlagen; übermittlungsstatus; zustellungsfehler; empfänger unbekannt; postfach voll',
  ),
  spam: phrases(
    'gewonnen; gewinn; lotterie; erbschaft; kredit; bitcoin; krypto; konto gesperrt; passwort; bestätigen sie ihr konto; klicken sie hier; potenz; casino; verdienen sie',
  ),
  question: phrases(
    'haben sie; habt ihr; gibt es; unterstützen sie; unterstützt; können sie; könnt ihr; was kostet; wie viel; wie lange; wie lautet; welche; welcher; wer ist; frage; fragen; kurze frage; ist es möglich; wissen sie; weißt du; wann',
  ),
  firstPerson: phrases(`wir; unser; unsere; unserem; unseren; uns; ich; mein; meine; meinem; mir; mich`),
  thirdPerson: phrases(`sie; er; ihr; ihre; ihren; ihrem; ihm; ihn; deren; herr; frau; es`),
};
