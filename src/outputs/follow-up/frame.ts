/** The sentences that a follow-up puts round the partner's words, in one language. `X` is who introduced. */
export type Frame = {
  readonly greet: (name: string) => string;
  readonly nobody: string;
  /** The opening, before words that are told, and by itself. */
  readonly opening: (partner: string) => string;
  readonly openingThen: (partner: string) => string;
  readonly wrote: (partner: string, words: string) => string;
  readonly also: (words: string) => string;
  readonly next: (partner: string, words: string) => string;
  readonly so: string;
  readonly times: (gap: string) => string;
  readonly timesFirst: (gap: string) => string;
  readonly introduced: (partner: string) => string;
  readonly gap: string;
  readonly hint: (partner: string, words: string) => string;
  readonly add: (name: string) => string;
  readonly invitation: string;
  readonly close: (name: string) => string;
  /** To the partner, where there is no buyer to write to. */
  readonly thanks: string;
  readonly youAsk: (words: string) => string;
  readonly answerGap: string;
  readonly heeds: (words: string) => string;
  /** A call to somebody whose number was given; null where the language has no such sentence yet. */
  readonly calls: ((name: string) => string) | null;
  readonly greetPartner: (name: string) => string;
  readonly afterwards: string;
};

const EN: Frame = {
  greet: (name) => `Hi ${name},`,
  nobody: 'Hello,',
  opening: (partner) => `Thanks to ${partner} I have the short version, so you need not tell it again.`,
  openingThen: (partner) => `Thanks to ${partner} I have the short version, so you need not tell it again:`,
  wrote: (partner, words) => `${partner} wrote: “${words}”`,
  also: (words) => `And: “${words}”`,
  next: (partner, words) => `On what comes next, ${partner} wrote: “${words}”`,
  so: 'so that is what I would start with',
  times: (gap) => `Here are times for it: ${gap}.`,
  timesFirst: (gap) => `Here are times for a first call: ${gap}.`,
  introduced: (partner) => `${partner} has put us in touch.`,
  gap: 'two or three times',
  hint: (partner, words) => `${partner} asks: “${words}”`,
  add: (name) => `Please add ${name}, whose address I do not have.`,
  invitation: 'When you pick one, I send the invitation the same day.',
  close: (name) => name,
  thanks: 'Thank you for this.',
  youAsk: (words) => `You ask: “${words}”`,
  answerGap: 'your answer',
  heeds: (words) => `You also write “${words}”, and I keep to that.`,
  calls: (name) => `I will call ${name} [day and time] and tell you how it went.`,
  greetPartner: (name) => `Hi ${name},`,
  afterwards: 'When you put us in touch, I send times the same day, and nobody has to tell it again.',
};

const DE: Frame = {
  greet: (name) => `${name},`,
  nobody: 'Guten Tag,',
  opening: (partner) =>
    `dank ${partner} kenne ich die Kurzfassung, Sie müssen also nichts noch einmal erzählen.`,
  openingThen: (partner) =>
    `dank ${partner} kenne ich die Kurzfassung, Sie müssen also nichts noch einmal erzählen:`,
  wrote: (partner, words) => `${partner} schrieb: „${words}“`,
  also: (words) => `Und: „${words}“`,
  next: (partner, words) => `Zum Weiteren schrieb ${partner}: „${words}“`,
  so: 'damit würde ich beginnen',
  times: (gap) => `Dafür schlage ich vor: ${gap}.`,
  timesFirst: (gap) => `Für ein erstes Gespräch schlage ich vor: ${gap}.`,
  introduced: (partner) => `${partner} hat uns zusammengebracht.`,
  gap: 'zwei oder drei Termine',
  hint: (partner, words) => `${partner} bittet: „${words}“`,
  add: (name) => `Bitte nehmen Sie ${name} dazu; die Adresse habe ich nicht.`,
  invitation: 'Sobald Sie einen wählen, schicke ich am selben Tag die Einladung.',
  close: (name) => `Mit freundlichen Grüßen\n${name}`,
  thanks: 'vielen Dank dafür.',
  youAsk: (words) => `Sie fragen: „${words}“`,
  answerGap: 'Ihre Antwort',
  heeds: (words) => `Sie schreiben auch „${words}“, und daran halte ich mich.`,
  calls: (name) => `Ich rufe ${name} an [Tag und Uhrzeit] und sage Ihnen, wie es war.`,
  greetPartner: (name) => `Guten Tag ${name},`,
  afterwards: 'Sobald Sie den Kontakt herstellen, schicke ich am selben Tag Termine.',
};

const FR: Frame = {
  greet: (name) => `Bonjour ${name},`,
  nobody: 'Bonjour,',
  opening: (partner) => `grâce à ${partner}, je connais l’essentiel et vous n’avez pas à le redire.`,
  openingThen: (partner) => `grâce à ${partner}, je connais l’essentiel et vous n’avez pas à le redire :`,
  wrote: (partner, words) => `${partner} écrit : « ${words} »`,
  also: (words) => `Et aussi : « ${words} »`,
  next: (partner, words) => `Pour la suite, ${partner} écrit : « ${words} »`,
  so: 'c’est par là que je commencerais',
  times: (gap) => `Je vous propose pour cela : ${gap}.`,
  timesFirst: (gap) => `Pour un premier échange, je vous propose : ${gap}.`,
  introduced: (partner) => `${partner} nous a mis en relation.`,
  gap: 'deux ou trois créneaux',
  hint: (partner, words) => `${partner} demande : « ${words} »`,
  add: (name) => `Merci d’ajouter ${name}, dont je n’ai pas l’adresse.`,
  invitation: 'Dès que vous en choisissez un, j’envoie l’invitation le jour même.',
  close: (name) => `Bien cordialement,\n${name}`,
  thanks: 'merci pour cette mise en relation.',
  youAsk: (words) => `Vous demandez : « ${words} »`,
  answerGap: 'votre réponse',
  heeds: (words) => `Vous écrivez aussi « ${words} », et je m’y tiens.`,
  calls: null,
  greetPartner: (name) => `Bonjour ${name},`,
  afterwards: 'Dès que vous nous mettez en relation, j’envoie des créneaux le jour même.',
};

const ES: Frame = {
  greet: (name) => `Buenos días, ${name}:`,
  nobody: 'Buenos días:',
  opening: (partner) => `Gracias a ${partner} ya conozco lo esencial, así que no hace falta que lo repita.`,
  openingThen: (partner) =>
    `Gracias a ${partner} ya conozco lo esencial, así que no hace falta que lo repita:`,
  wrote: (partner, words) => `${partner} escribe: «${words}»`,
  also: (words) => `Y también: «${words}»`,
  next: (partner, words) => `Sobre lo siguiente, ${partner} escribe: «${words}»`,
  so: 'por ahí empezaría yo',
  times: (gap) => `Para eso le propongo: ${gap}.`,
  timesFirst: (gap) => `Para una primera llamada le propongo: ${gap}.`,
  introduced: (partner) => `${partner} nos ha puesto en contacto.`,
  gap: 'dos o tres horas',
  hint: (partner, words) => `${partner} pide: «${words}»`,
  add: (name) => `Por favor, añada a ${name}, cuya dirección no tengo.`,
  invitation: 'En cuanto elija una, le envío la invitación el mismo día.',
  close: (name) => `Un saludo,\n${name}`,
  thanks: 'Muchas gracias por esto.',
  youAsk: (words) => `Pregunta usted: «${words}»`,
  answerGap: 'su respuesta',
  heeds: (words) => `También escribe «${words}», y así lo hago.`,
  calls: null,
  greetPartner: (name) => `Buenos días, ${name}:`,
  afterwards: 'En cuanto nos ponga en contacto, envío horas el mismo día.',
};

const IT: Frame = {
  greet: (name) => `Buongiorno ${name},`,
  nobody: 'Buongiorno,',
  opening: (partner) => `grazie a ${partner} conosco già l’essenziale e non deve ripeterlo.`,
  openingThen: (partner) => `grazie a ${partner} conosco già l’essenziale e non deve ripeterlo:`,
  wrote: (partner, words) => `${partner} scrive: «${words}»`,
  also: (words) => `E anche: «${words}»`,
  next: (partner, words) => `Sul prossimo passo ${partner} scrive: «${words}»`,
  so: 'comincerei da lì',
  times: (gap) => `Per questo le propongo: ${gap}.`,
  timesFirst: (gap) => `Per una prima telefonata le propongo: ${gap}.`,
  introduced: (partner) => `${partner} ci ha messi in contatto.`,
  gap: 'due o tre orari',
  hint: (partner, words) => `${partner} chiede: «${words}»`,
  add: (name) => `Per favore aggiunga ${name}, di cui non ho l’indirizzo.`,
  invitation: 'Appena ne sceglie uno, le mando l’invito in giornata.',
  close: (name) => `Cordiali saluti,\n${name}`,
  thanks: 'grazie per questo contatto.',
  youAsk: (words) => `Lei chiede: «${words}»`,
  answerGap: 'la sua risposta',
  heeds: (words) => `Scrive anche «${words}», e così faccio.`,
  calls: null,
  greetPartner: (name) => `Buongiorno ${name},`,
  afterwards: 'Appena ci mette in contatto, mando gli orari in giornata.',
};

const NL: Frame = {
  greet: (name) => `Beste ${name},`,
  nobody: 'Goedendag,',
  opening: (partner) => `dankzij ${partner} ken ik de kern al, u hoeft het dus niet opnieuw te vertellen.`,
  openingThen: (partner) =>
    `dankzij ${partner} ken ik de kern al, u hoeft het dus niet opnieuw te vertellen:`,
  wrote: (partner, words) => `${partner} schrijft: “${words}”`,
  also: (words) => `En ook: “${words}”`,
  next: (partner, words) => `Over het vervolg schrijft ${partner}: “${words}”`,
  so: 'daar zou ik mee beginnen',
  times: (gap) => `Daarvoor stel ik voor: ${gap}.`,
  timesFirst: (gap) => `Voor een eerste gesprek stel ik voor: ${gap}.`,
  introduced: (partner) => `${partner} heeft ons in contact gebracht.`,
  gap: 'twee of drie tijden',
  hint: (partner, words) => `${partner} vraagt: “${words}”`,
  add: (name) => `Wilt u ${name} toevoegen; het adres heb ik niet.`,
  invitation: 'Zodra u er een kiest, stuur ik dezelfde dag de uitnodiging.',
  close: (name) => `Met vriendelijke groet,\n${name}`,
  thanks: 'hartelijk dank hiervoor.',
  youAsk: (words) => `U vraagt: “${words}”`,
  answerGap: 'uw antwoord',
  heeds: (words) => `U schrijft ook “${words}”, en daar houd ik me aan.`,
  calls: null,
  greetPartner: (name) => `Beste ${name},`,
  afterwards: 'Zodra u ons in contact brengt, stuur ik dezelfde dag tijden.',
};

const PT: Frame = {
  greet: (name) => `Bom dia, ${name},`,
  nobody: 'Bom dia,',
  opening: (partner) => `graças a ${partner} já conheço o essencial, por isso não precisa de o repetir.`,
  openingThen: (partner) => `graças a ${partner} já conheço o essencial, por isso não precisa de o repetir:`,
  wrote: (partner, words) => `${partner} escreve: «${words}»`,
  also: (words) => `E também: «${words}»`,
  next: (partner, words) => `Sobre o passo seguinte, ${partner} escreve: «${words}»`,
  so: 'começaria por aí',
  times: (gap) => `Para isso proponho: ${gap}.`,
  timesFirst: (gap) => `Para uma primeira conversa proponho: ${gap}.`,
  introduced: (partner) => `${partner} pôs-nos em contacto.`,
  gap: 'dois ou três horários',
  hint: (partner, words) => `${partner} pede: «${words}»`,
  add: (name) => `Por favor acrescente ${name}, cujo endereço não tenho.`,
  invitation: 'Assim que escolher um, envio o convite no mesmo dia.',
  close: (name) => `Com os melhores cumprimentos,\n${name}`,
  thanks: 'muito obrigado por isto.',
  youAsk: (words) => `Pergunta: «${words}»`,
  answerGap: 'a sua resposta',
  heeds: (words) => `Escreve também «${words}», e assim farei.`,
  calls: null,
  greetPartner: (name) => `Bom dia, ${name},`,
  afterwards: 'Assim que nos puser em contacto, envio horários no mesmo dia.',
};

const SV: Frame = {
  greet: (name) => `Hej ${name}!`,
  nobody: 'Hej!',
  opening: (partner) =>
    `Tack vare ${partner} känner jag till det viktigaste, så du behöver inte berätta det igen.`,
  openingThen: (partner) =>
    `Tack vare ${partner} känner jag till det viktigaste, så du behöver inte berätta det igen:`,
  wrote: (partner, words) => `${partner} skriver: ”${words}”`,
  also: (words) => `Och: ”${words}”`,
  next: (partner, words) => `Om nästa steg skriver ${partner}: ”${words}”`,
  so: 'där skulle jag börja',
  times: (gap) => `Jag föreslår: ${gap}.`,
  timesFirst: (gap) => `För ett första samtal föreslår jag: ${gap}.`,
  introduced: (partner) => `${partner} har satt oss i kontakt.`,
  gap: 'två eller tre tider',
  hint: (partner, words) => `${partner} ber: ”${words}”`,
  add: (name) => `Lägg gärna till ${name}, vars adress jag inte har.`,
  invitation: 'När du väljer en skickar jag inbjudan samma dag.',
  close: (name) => `Vänliga hälsningar\n${name}`,
  thanks: 'Tack för det här.',
  youAsk: (words) => `Du frågar: ”${words}”`,
  answerGap: 'ditt svar',
  heeds: (words) => `Du skriver också ”${words}”, och det håller jag mig till.`,
  calls: null,
  greetPartner: (name) => `Hej ${name}!`,
  afterwards: 'När du sätter oss i kontakt skickar jag tider samma dag.',
};

const FRAMES: Readonly<Record<string, Frame>> = {
  en: EN,
  de: DE,
  fr: FR,
  es: ES,
  it: IT,
  nl: NL,
  pt: PT,
  sv: SV,
};

/** The frame of a language; English where there is none, which the draft says. */
export function frameFor(language: string | null): { readonly frame: Frame; readonly language: string } {
  const known = language === null ? undefined : FRAMES[language];
  return known === undefined ? { frame: EN, language: 'en' } : { frame: known, language: language ?? 'en' };
}
