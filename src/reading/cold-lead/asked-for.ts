/** The kind of thing that a question wants to hear. */
export type Wanted = 'count' | 'sum' | 'day' | 'duration' | 'person' | 'document';

export type Asked = {
  readonly wants: Wanted;
  /** The words that say what it is about, as `stemsOf` cuts them. For a count, the thing counted comes first. */
  readonly about: readonly string[];
};

const FORMS: readonly (readonly [Wanted, RegExp])[] = [
  ['duration', /\b(?:how long|since when|wie lange|seit wann)\b(.*)/iu],
  [
    'sum',
    /\b(?:how much|what (?:did|does|do|would) (?:it|this|that|the \p{L}+) cost|wie viel (?!e)|wieviel|was (?:kostet|kostete|hat)|wie hoch)\b(.*)/iu,
  ],
  ['count', /\b(?:how many(?! of )|wie viele(?! der | von )|wieviele|what number of)\b(.*)/iu],
  [
    'day',
    /\b(?:when|what date|which date|what day|by when|on which day|wann|bis wann|an welchem tag|zu welchem (?:datum|termin))\b(.*)/iu,
  ],
  [
    'person',
    /\b(?:who|wer) (?:is|are|runs?|owns?|leads?|manages?|heads?|handles?|looks after|looks? after|signs?|decides?|approves?|ist|sind|leitet|führt|verantwortet|betreut|unterschreibt|entscheidet|kümmert)\b(.*)/iu,
  ],
  [
    'document',
    /\b(?:send|share|provide|forward|give|have|get|see|upload|prepare|attach|schicken|senden|zusenden|zuschicken|geben|haben|bekommen|bereitstellen|übermitteln|nennen)\b(.*)/iu,
  ],
];

/** What a question wants, and about what; one question may want several things. */
export function askedIn(question: string): Asked[] {
  return question
    .split(/,\s(?=(?:and|und|or|oder)\s)|\s(?:and|und)\s(?=(?:when|how|who|what|wann|wie|wer|was)\s)/i)
    .flatMap((part) => {
      const hit = FORMS.map(([wants, form]) => ({ wants, match: form.exec(part) })).find(
        ({ match }) => match !== null,
      );
      if (hit?.match == null) return [];
      // German puts the object before its verb: there the whole part says what it is about.
      const words = hit.wants === 'document' ? part : (hit.match[1] ?? '');
      const about = stemsOf(words);
      return about.length === 0 ? [] : [{ wants: hit.wants, about }];
    });
}

const EMPTY = new Set(
  (
    'the and did was are for our you his her its how who why can any all out had has get got let per day now not but yet too way old new ' +
    'der die das und den dem des ein wie was wer ist war hat ihr sie von vom zum zur bei mit für auf aus als bis ins uns ' +
    'about after again also another anything available because been before being below best both bring call calls came come could date dates days ' +
    'does doing done down each else even ever every exactly first from full further general give given going good great happy have having hear ' +
    'help here hope idea into just keep kind know last least less like likely list look looking lots made make many maybe mean meet meeting mind ' +
    'more most much need needs never next once only open other over part people perhaps please possible rather really roughly same seen send ' +
    'share short should show some something soon sort start still such sure take talk team tell than thank thanks that their them then there ' +
    'these they thing things think this those time times today together told tomorrow total towards until used using usually very want wants ' +
    'week weeks well went were what when where which while whom whose will with without work working would year years your yours yourself ' +
    'currently now right document documents file files copy details information info data overview company ' +
    'aber alle allem allen aller alles also andere auch bekommen bereits bitte dabei dafür damit dann dass davon dazu dein deine denn derzeit ' +
    'diese diesem diesen dieser dieses doch dort durch eine einem einen einer eines einige etwa etwas euch eure genau gern gerne gibt haben hatte ' +
    'hätte hier ihnen ihre ihrem ihren ihrer ihres immer ja jede jeden kann kein keine können könnte könnten lassen liste machen mehr mein meine ' +
    'mich mir möchten muss müssen nach nämlich nennen nicht noch nun oder ohne sagen schicken schon sehr sein seine selbst senden sich sind soll ' +
    'sollen sonst über unser unsere unter viel viele vielleicht wann warum weil welche welchem welchen welcher welches wenn wird wissen würde ' +
    'würden zeit zwischen zurzeit unterlagen datei dateien daten übersicht unternehmen aktuell insgesamt geht'
  ).split(' '),
);

/** Words that carry a matter, cut so that "renewals" and "renewal", "Baustellen" and "Baustelle" are one. */
export function stemsOf(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replace(/’/g, "'")
      .match(/\p{L}[\p{L}'-]{2,}/gu) ?? [];
  return words.flatMap((word) => {
    const plain = word.replace(/'(?:s|re|ll|d|ve)$/, '');
    if (plain.length < 3 || EMPTY.has(plain)) return [];
    const parts = plain.includes('-')
      ? [plain, ...plain.split('-').filter((part) => part.length > 3)]
      : [plain];
    return parts.map(stem).filter((each) => each.length >= 3);
  });
}

function stem(word: string): string {
  if (word.length <= 4) return word.replace(/s$/, '');
  return word.replace(/(?:ies|ing|ern|ed|en|es|er|s|n|e|y)$/, '');
}
