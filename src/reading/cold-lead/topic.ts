import type { ColdAnswer } from '#reading/cold-lead/cold-facts.js';

/** What a question asks after, and how people ask it. */
export type Topic = Pick<ColdAnswer, 'question' | 'about'> & {
  readonly asks: RegExp;
  /** What the answer must say to be one; null where any words do. */
  readonly says: RegExp | null;
};

const topic = (
  question: ColdAnswer['question'],
  about: ColdAnswer['about'],
  asks: RegExp,
  says: RegExp | null = null,
): Topic => ({
  question,
  about,
  asks,
  says,
});

const NUMBER =
  /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\b/i;
const SIGNS =
  /\b(?:sign|signs|sign-off|approve|approves|limit|cfo|ceo|board|budget|freigabe|unterschreibt|vorstand|geschäftsführ\w*)\b/i;

/** The six questions of a brief as a seller asks them, in English and German. Each is narrow: a wrong hit annoys. */
export const TOPICS: readonly Topic[] = [
  topic(
    'buyer',
    null,
    /\b(?:what (?:is|['’]s) your (?:role|position|job|title|function)|what do you do (?:at|there|in)|what are you responsible for|tell me (?:a (?:little|bit) )?(?:more )?about (?:yourself|your role|your company|your business|your organi[sz]ation|what you do)|what does your company do|which (?:company|team|department) are you)\b/i,
  ),
  topic(
    'buyer',
    null,
    /(?:welche (?:rolle|funktion|position|aufgabe)\b[^?]{0,20}\b(?:haben|ist|Sie)|was machen Sie (?:bei|in|genau|beruflich)|wofür sind Sie (?:zuständig|verantwortlich)|(?:erzählen|sagen) Sie (?:mir|uns)[^?.]{0,30}(?:über sich|zu ihrem unternehmen|über ihr unternehmen|zu ihrer person)|was macht ihr unternehmen)/i,
  ),
  topic(
    'whyNow',
    null,
    /\b(?:(?:is|are) there (?:a|any) (?:hard |firm |fixed |specific |particular )?(?:deadlines?|due date|date|timeline|timeframe|time pressure|urgency)|what (?:is|['’]s) (?:your|the) (?:deadline|timeline|time ?frame|target date|urgency|timing|go-live date)|do you have (?:a|any) (?:deadline|timeline|target date|date in mind)|(?:by when|when) (?:do|would|will|must|should) (?:you|it|this|everything) (?:need|want|like|have|be|go)\b|what(?:['’]s| is) driving (?:this|the timing|the project)|why now|why are you looking (?:at this )?now|how (?:urgent|soon|quickly)\b|what happens if (?:you|nothing|this))/i,
  ),
  topic(
    'whyNow',
    null,
    /(?:gibt es (?:einen|eine|ein|schon einen|schon eine|irgendeinen|irgendwelche) (?:festen |feste |konkreten |konkrete )?(?:termin|frist|fristen|stichtag|deadline|zeitplan|zeitdruck|zieltermin)|wie (?:sieht|ist) ihr zeitplan|bis wann (?:brauchen|benötigen|muss|müssen|soll|sollen|wollen|möchten)|wie dringend|wie eilig|warum (?:gerade )?jetzt|wie schnell (?:brauchen|muss|soll)|ab wann (?:brauchen|muss|soll|gilt)|was ist der (?:anlass|zeitliche))/i,
  ),
  topic(
    'credibility',
    null,
    /\b(?:how (?:do|did) you (?:know|meet|come to know|find)\b|how long have you (?:known|worked with|been working with)|what has [\p{Lu}]\S* (?:[\p{Lu}]\S* )?(?:done|built|delivered) (?:for|with) you|what (?:is|['’]s) your relationship (?:with|to)|have you worked with \p{Lu})/iu,
  ),
  topic(
    'credibility',
    null,
    /(?:woher kennen Sie|wie lange (?:arbeiten|kennen) Sie (?:schon )?(?:mit|Frau|Herrn|\p{Lu})|was (?:macht|hat|haben) \p{Lu}\S*(?: \p{Lu}\S*)? (?:für|bei) (?:Sie|Ihnen)|arbeiten Sie (?:schon|bereits) (?:länger |lange )?mit|in welcher beziehung)/iu,
  ),
  topic(
    'problem',
    null,
    /\b(?:what (?:is|are|['’]s)(?: the| your)? (?:main |biggest |current |key |exact )?(?:problems?|challenges?|pain points?|pains?|issues?|difficult(?:y|ies)|bottlenecks?)|what (?:problem|challenge|issue|pain)s? (?:are|do|did|would|have) (?:you|we)|what(?:['’]s| is| has been| was) (?:going|gone) wrong|what (?:exactly )?(?:happened|went wrong)|what are you (?:trying|hoping|looking) to (?:solve|fix|achieve|improve)|what (?:brings you|brought you|made you (?:look|reach))|what(?:['’]s| is) (?:broken|not working|keeping you up)|where does it hurt|tell me (?:more )?about (?:the|your) (?:problem|problems|challenge|challenges|issue|issues|pain|situation))\b/i,
  ),
  topic(
    'problem',
    null,
    /(?:was (?:ist|sind|wäre) (?:das|die|ihr|ihre|der) (?:größtes |eigentliche[s]? |größten? )?(?:problem|probleme|größte problem|größten probleme|herausforderung|herausforderungen|größte herausforderung|engpass|schwierigkeit|schwierigkeiten|schmerzpunkte?)|(?:welche|welches|vor welchen?) (?:problem|probleme|herausforderung|herausforderungen|schwierigkeiten|engpässe|sorgen)\b|wo (?:drückt|liegt|hakt|klemmt|brennt)|was (?:ist|lief|läuft) (?:passiert|schief|falsch)|was (?:wollen|möchten) Sie (?:lösen|verbessern|verändern)|was führt Sie zu)/i,
  ),
  topic(
    'expectsNext',
    null,
    /\b(?:what (?:would you (?:like|want|prefer|expect|need) (?:to (?:see|hear|start|do|cover|discuss)|first|next|from)|do you (?:expect|want|need|hope) (?:to (?:see|hear|cover|get)|from|first|next)|are you (?:expecting|hoping to see|looking for)|should we (?:cover|start with|show|prepare|discuss)|format)|would you (?:like|prefer|want) (?:a|an|to see a|to have a|to get a) (?:demo|demonstration|presentation|workshop|working session|walkthrough|deck|pilot|trial|quote|brochure)|(?:can|could|may|shall) i (?:show|give) you (?:a|our) (?:demo|standard demo|presentation|overview|slides))\b/i,
  ),
  topic(
    'expectsNext',
    null,
    /(?:was (?:möchten|wollen|erwarten|wünschen|würden) Sie (?:sich |als |zuerst|zunächst|sehen|hören|von|gern|gerne)|was (?:sollen|sollten|dürfen) wir (?:zeigen|vorbereiten|mitbringen|besprechen)|(?:möchten|wünschen|hätten) Sie (?:gern |gerne |lieber )?(?:eine|ein|einen) (?:demo|präsentation|vorführung|workshop|termin vor ort|pilot|test|angebot)|(?:darf|kann) ich Ihnen (?:eine|unsere) (?:demo|präsentation|standarddemo|folien))/i,
  ),
  topic(
    'stakes',
    'scope',
    /\b(?:how (?:large|big|extensive) (?:is|are)\b|what (?:is|['’]s) the (?:size|scale|scope) of|what size\b|how many (?:people|users|employees|sites|locations|systems|servers|machines|units) (?:are we talking|do you have|would|will|are))/i,
    NUMBER,
  ),
  topic(
    'stakes',
    'scope',
    /(?:wie groß (?:ist|sind)|wie umfangreich|welche größe|welchen umfang|wie viele (?:leute|mitarbeiter|mitarbeitende|standorte|nutzer|baustellen|werke|personen) (?:haben|sind|sprechen|betrifft))/i,
    NUMBER,
  ),
  topic(
    'stakes',
    'money',
    /\b(?:what (?:is|['’]s) (?:your|the) (?:budget|spending limit|price range)|(?:is|are) there (?:a|any) budget|do you have (?:a|any) budget|how much (?:budget|money|can you spend|have you (?:set aside|budgeted)|do you have (?:to spend|available))|what budget|has (?:a )?budget been|have you (?:got )?budget)/i,
    NUMBER,
  ),
  topic(
    'stakes',
    'money',
    /(?:(?:wie hoch|wie groß) ist (?:ihr|das|der) (?:budget|etat|rahmen|kostenrahmen)|gibt es (?:ein|schon ein|bereits ein) budget|welches budget|haben Sie (?:ein|schon ein|bereits ein) budget|wie viel (?:budget|geld|dürfte|darf|können Sie ausgeben))/i,
    NUMBER,
  ),
  topic(
    'stakes',
    'money',
    /\b(?:who (?:signs?|approves?|decides|makes the decision|has the final say|holds the budget)|what (?:is|['’]s) your (?:sign-off|approval|signing) (?:limit|process)|who (?:needs|has) to (?:approve|sign|agree)|wer (?:unterschreibt|entscheidet|genehmigt|gibt[^?]{0,30}frei))\b/i,
    SIGNS,
  ),
  topic(
    'stakes',
    'competitor',
    /\b(?:who else are you (?:talking|speaking|looking)|(?:which|what) other (?:vendors?|suppliers?|providers?|products?|tools?|companies|options|solutions)|are you (?:talking|speaking|looking) (?:to|with|at) (?:anyone|anybody|any|other|others)|have you (?:looked at|talked to|spoken to|evaluated|considered|seen) (?:any|other|anyone|anybody|alternatives|somebody)|(?:who|what) are (?:we up against|the alternatives)|what (?:alternatives|tools|vendors) (?:are|have|do) you)/i,
  ),
  topic(
    'stakes',
    'competitor',
    /(?:mit wem (?:sprechen|reden|verhandeln) Sie (?:noch|sonst|außerdem)|welche (?:anderen|weiteren|alternativen) ?(?:anbieter|lösungen|produkte|firmen|hersteller)?|(?:sprechen|schauen|prüfen|haben) Sie (?:sich )?(?:noch |auch |schon |bereits )?(?:mit )?(?:andere[nr]?|weitere[nr]?|alternativen|wettbewerber)|gibt es (?:andere|weitere) (?:anbieter|kandidaten|bewerber))/i,
  ),
];
