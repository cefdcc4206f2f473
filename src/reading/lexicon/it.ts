import { phrases } from '#reading/lexicon/cue.js';
import type { Words } from '#reading/lexicon/words.js';

export const IT: Words = {
  introduces: phrases(`
    mettervi in contatto; metto in contatto; vi metto in; ti metto in; mettere in contatto; metterla in contatto; metterti in contatto; presentarti; presentarle; presentarvi; ti presento; le presento; vi presento; presentazione; presento; fare conoscere; far conoscere; conoscervi; dovreste parlarvi; dovreste sentirvi; vi collego; vi connetto; ti passo il contatto; ti passo; ti segnalo; le segnalo; segnalazione; introduzione; intro
  `),
  handsOver: phrases(
    'in copia; in cc; (cc); mi fermo qui; lascio a voi; vi lascio; ti lascio; la trattativa è vostra; a voi; in buone mani; aspetta (la tua|una tua|la sua|tue); attende (la tua|una tua); chiamalo; chiamala; chiamatelo; scrivigli; scrivile; contattalo; contattala; lo contatti; la contatti; il suo numero; il suo cellulare; persona giusta; referente; come promesso; come d’accordo; come concordato; un mio cliente; una mia cliente; un nostro cliente; uno dei miei clienti; un amico; è al corrente; lo sa già; il mio contatto',
  ),
  contacts: phrases(
    `chiamal~; chiamarl~; la chiami; lo chiami; scrivigli; scrivile; gli scrivi; le scrivi; scrivere a; gli scriva; le scriva; contattal~; contattarl~; mettiti in contatto; mettersi in contatto; sentil~; il suo (numero|cellulare|indirizzo); la sua mail; raggiungibile; proponigli; proponile; aspetta una tua`,
  ),
  offers: phrases(
    'posso presentarti; posso presentarle; vuoi che ti presenti; vuole che le presenti; posso mettervi in; posso metterti in; posso fare da tramite; se ti interessa te lo presento',
  ),
  wants: phrases(
    'cerca; cercano; sta cercando; stanno cercando; ha bisogno; hanno bisogno; vuole; vogliono; vorrebbe; vorrebbero; è interessato; è interessata; sono interessati; mi ha chiesto; mi hanno chiesto; ha un progetto; sostituire',
  ),
  whyNow: phrases(
    'scadenza; scade; scadono; entro; entro fine; prima di; prima della; prima del; al più tardi; rinnovo; fine contratto; audit; ispezione; verifica; normativa; obbligo; obbligatorio; entra in vigore; da gennaio; da settembre; dal primo; il consiglio; il cda; stagione; chiusura; esercizio; fine anno; apertura; apre; aprono; lancio; parte a; urgente; urgenza; stringono; passa alle; passano a; termina; audit del cliente; bando',
  ),
  credibility: phrases(
    'teniamo la loro; teniamo; seguiamo; li seguiamo; li seguo; seguo; lavoriamo con; lavoro con; ho lavorato; abbiamo lavorato; abbiamo (fatto|costruito|seguito|realizzato|installato); ho (fatto|seguito|visto); siamo i loro; siamo il loro; sono il loro; da # anni; da * anni; dal #; si fida; si fidano; mi ascolta; ci ascolta; nostro cliente; cliente storico; conosco; ci conosciamo; ex collega; commercialista; consulenti; consulente',
  ),
  problem: phrases(
    'problema; problemi; difficoltà; guasto; guasti; fermo; fermi; ritardo; ritardi; in ritardo; errore; errori; perso; perdono; perde; perdita; perdite; manca; mancano; a mano; manuale; manualmente; carta; su carta; foglio di calcolo; fogli di calcolo; excel; doppio; duplicati; nessuno; non sanno; non riescono; non riesce; non funziona; non funzionano; non ci arrivano; reclami; multa; multe; sanzione; penali; penale; rifiutato; rifiutati; obsoleto; vecchio; collo di bottiglia; straordinari; caos; rifà; rifanno; trattenuto; non sapeva; non sanno',
  ),
  expectsNext: phrases(
    'vuole; vogliono; vorrebbe; vorrebbero; preferisce; preferiscono; si aspetta; si aspettano; aspetta; chiede; chiedono; ha chiesto; gli piacerebbe; le piacerebbe; niente demo; niente slide; non una demo; nessuna presentazione; una visita; un sopralluogo; un preventivo; una proposta; un pilota; una prova; di persona; per iscritto; prima di parlare; prima di firmare; per prima cosa; prossimo passo',
  ),
  budget: phrases(
    'budget; approvato; approvata; firma; firmano; pagano; ha pagato; pagato; costa; costo; costi; risparmio; risparmiare; importo; fatturato; investimento; spesa; stanziato',
  ),
  size: phrases(
    'persone; dipendenti; addetti; utenti; licenze; postazioni; negozi; filiali; sedi; punti vendita; stabilimenti; magazzini; camion; mezzi; veicoli; navi; alberghi; hotel; camere; letti; clienti; pazienti; studenti; ristoranti; ordini; fatture; contratti; macchine; server; ettari; paesi; soci; cliniche; ospedali; scuole; lotti',
  ),
  competitor: phrases(
    'parlando anche; parlano anche; stanno parlando; in trattativa con; concorrente; concorrenti; concorrenza; offerta di; offerta da; preventivo di; gara; alternativa; confrontando; hanno visto; hanno già visto; usano; attualmente con; altro fornitore; altri fornitori; fornitore attuale',
  ),
  ask: phrases(
    'per favore; per piacere; puoi; può; potresti; potrebbe; potete; potreste; ti chiedo; le chiedo; vi chiedo; ti chiederei; chiamalo; chiamala; scrivigli; scrivile; mandami; mandagli; mandale; inviami; inviagli; inviale; dimmi; fammi sapere; mi faccia sapere; fatemi sapere; tienimi; mi tenga; proponi; proponigli; contattalo; contattala; ho bisogno che; ti prego; la prego; ricordati; confermami',
  ),
  dont: phrases(
    'non chiamarlo; non chiamarla; non chiamare; non chiedergli; non chiederle; non chiedere; non gli; non le; non serve; non occorre; evita; eviti; mai; non ancora; inutile',
  ),
  promise: phrases(
    'ti giro; le giro; vi giro; ti mando; le mando; vi mando; ti invio; le invio; vi invio; ti invierò; le invierò; vi invierò; invierò; invieremo; manderò; manderemo; ti chiamo; la chiamo; ti chiamerò; chiamerò; farò; faremo; sarò; saremo; preparo; preparerò; ti confermo; le confermo; confermerò; me ne occupo; ce ne occupiamo; ti faccio avere; le faccio avere; avrai; avrà; porterò; ti accompagno; vi accompagno; verrò',
  ),
  resell: phrases(
    'rivendita; rivendiamo; rivenditore; fatturiamo noi; lo fatturiamo; la fatturiamo; tramite noi; attraverso noi; passa da noi; passano da noi; prezzo rivenditore; prezzo partner; prezzo di canale; sconto partner; margine; contratto con noi; ordine a noi; mettete il software; lo facciamo noi; voi mettete',
  ),
  coSell: phrases(
    "insieme; congiuntamente; a quattro mani; facciamo noi; noi facciamo; ci occupiamo; ci occuperemmo; l; lo facciamo noi; l'impianto lo facciamo; voi mettete" +
      "'" +
      'integrazione; l' +
      "'" +
      'implementazione; restiamo; resto; rimaniamo; rimango; sarò alla; sarò in; saremo in; il nostro team; partecipo; vi affianco; affianchiamo',
  ),
  referral: phrases(
    'mi fermo qui; lascio a voi; vi lascio; mi faccio da parte; mi tiro fuori; senza di me; non serve mettermi; non è il nostro mestiere; non è il nostro; non ci occupiamo; non facciamo; provvigione; commissione; è vostra; tutto vostro; il resto è',
  ),
  thanks: phrases(
    'grazie; grazie mille; tante grazie; molte grazie; ti ringrazio; la ringrazio; vi ringrazio; ringrazio',
  ),
  scheduling: phrases(
    'riunione; appuntamento; calendario; agenda; invito; mi va bene; ci va bene; va bene per me; per me va bene; disponibile; disponibilità; spostare; spostiamo; rimandare; rinviare; alle #; a domani; a martedì; a lunedì; a mercoledì; a giovedì; a venerdì; ci vediamo; ci sentiamo; accettato; rifiutato; confermo; link teams; link zoom',
  ),
  coldPitch: phrases(
    'aiutiamo; aiuto; ho visto che; ho notato; mi permetto; aziende come; 15 minuti; quindici minuti; 20 minuti; 30 minuti; una breve; breve chiamata; la nostra soluzione; la nostra piattaforma; gratis; gratuito; gratuita; senza impegno; lead; appuntamenti qualificati; aumentare; ridurre; demo; ti interessa; le interessa; garantito; garantiti; nuovi clienti',
  ),
  invoice: phrases(
    'fattura; fatture; numero fattura; importo totale; importo dovuto; scadenza fattura; pagamento; bonifico; iban; iva; ricevuta; saldo; sollecito; in allegato la fattura; coordinate bancarie; imponibile',
  ),
  newsletter: phrases(
    'annulla iscrizione; disiscriviti; cancellati; cancellarti; newsletter; visualizza nel browser; webinar; iscriviti; registrati; leggi di più; scopri di più; ricevi questa; ricevete questa; offerta speciale; promozione; novità',
  ),
  absence: phrases(
    'fuori ufficio; risposta automatica; assente; assenza; in ferie; ferie; malattia; maternità; rientro il; rientrerò; sarò di ritorno; torno il; accesso limitato; per urgenze; in caso di urgenza; in mia assenza; non lavora più',
  ),
  bounce: phrases(
    'mancato recapito; non recapitato; impossibile recapitare; non è stato recapitato; consegna non riuscita; indirizzo non trovato; casella piena; destinatario sconosciuto',
  ),
  spam: phrases(
    'hai vinto; ha vinto; vincitore; lotteria; eredità; prestito; bitcoin; cripto; conto sospeso; password; clicca qui; clicchi qui; verifica il tuo account; casinò; guadagna',
  ),
  question: phrases(
    'avete; hai; esiste; supportate; offrite; quanto; quanti; qual è; quali; come; chi è; è possibile; domanda; una domanda; sai se; sapete se; quando',
  ),
  firstPerson: phrases(
    `noi; nostro; nostra; ci; io; mio; mia; mi; teniamo; seguiamo; siamo; lavoriamo; abbiamo; ho; seguo; li seguiamo; li seguo`,
  ),
  thirdPerson: phrases(`lei; lui; loro; gli; suo; sua; hanno; ha; sono; vogliono; perdono`),
};
