import type { Asker } from '#record/bundle/asker.js';
import { plain, quoted } from '#record/bundle/markdown.js';
import { saidBy } from '#record/bundle/said.js';
import type { TextHeld } from '#record/bundle/shape.js';
import { fileOf } from '#record/bundle/text-file.js';
import { namesSaid, type Parties, partiesOf, writerOf } from '#record/bundle/who.js';
import { contentOf, quotesIn, sharedIn } from '#record/bundle/words.js';
import type { Entry } from '#record/entry.js';
import type { Names } from '#record/kind.js';

type Told = {
  readonly asker: Asker;
  readonly record: readonly Entry[];
  readonly notebook: readonly Entry[];
  readonly evidence: readonly TextHeld[];
  /** What the host knows of people; a partner's minutes name whom the record names. */
  readonly names: Names | null;
};

type Pen = {
  readonly names: Names;
  readonly parties: Parties | null;
  readonly undone: ReadonlySet<Entry>;
  readonly texts: readonly TextHeld[];
};

/** Longer words stand in their own file alone. */
const MOST_QUOTED = 2_000;

/** The deal in sentences, in order of time, with the words that they rest on: Markdown that needs no Baton. */
export function minutesOf({ asker, record, notebook, evidence, names }: Told): string {
  const parties = partiesOf(record);
  const pen: Pen = {
    names: names ?? namesSaid(record),
    parties,
    undone: new Set([...undoneIn(record), ...undoneIn(notebook)]),
    texts: evidence,
  };
  const lines = [
    `# ${plain(parties?.buyer ?? 'A deal that nobody has taken yet')}`,
    '',
    opening(asker, parties),
  ];
  let day = '';
  for (const entry of inOrder(record, notebook)) {
    const at = new Date(entry.occurredAt);
    if (dayOf(at) !== day) lines.push('', `## ${dayOf(at)}`);
    day = dayOf(at);
    lines.push('', ...paragraph(pen, entry, at));
  }
  return `${[...lines, '', ...CLOSING].join('\n')}\n`;
}

function opening(asker: Asker, parties: Parties | null): string {
  const host = plain(parties?.host ?? 'the host');
  if (asker === 'host')
    return `Everything that ${host} has on this deal: the record that it shares with ${plain(parties?.partner ?? 'no partner yet')}, and its own notebook. Lines marked *${host} only* are not shared. Times are in UTC.`;
  return `The record that ${host} and ${plain(parties?.partner ?? 'the partner')} share, entry by entry. Times are in UTC.`;
}

const CLOSING = [
  '---',
  '',
  'Each entry is sealed onto the one before it, and the last seal is signed. The file bundle.json beside these minutes holds them exactly; *baton verify bundle* checks it without a network and names the entry where one character was changed.',
];

function paragraph(pen: Pen, entry: Entry, at: Date): readonly string[] {
  const isNote = entry.subject.endsWith('.notebook');
  const back = undoneBy(entry);
  const time = at.toISOString().slice(11, 16);
  const marks = [
    ...(isNote ? [`*${plain(pen.parties?.host ?? 'Host')} only.*`] : []),
    ...(pen.undone.has(entry) ? ['*Taken back.*'] : []),
    ...(back.length > 0 ? [`*It takes back ${back.join(', ')}.*`] : []),
  ];
  const place = `${isNote ? 'note' : 'entry'} ${entry.number}, by ${plain(writerOf(entry.actor, pen.names, pen.parties))}`;
  const said = [`**${time}**`, plain(saidBy(entry, pen.names)), ...marks, `(${place})`].join(' ');
  return [said, ...wordsUnder(pen, entry)];
}

function wordsUnder(pen: Pen, entry: Entry): readonly string[] {
  const content = contentOf(entry);
  const shared = sharedIn(content).flatMap(({ arrival, part, text }) => {
    const file = fileOf({ arrival, part });
    const rest = text.length > MOST_QUOTED ? [`The rest is in ${file}.`] : [`From ${file}.`];
    return ['', ...quoted(text.slice(0, MOST_QUOTED)), '', ...rest];
  });
  const quotes = new Map(
    quotesIn(content).map((each) => [`${each.arrival} ${each.part} ${each.start} ${each.end}`, each]),
  );
  const cited = [...quotes.values()].flatMap(({ arrival, part, start, end, quote }) => {
    const isHere = pen.texts.some((each) => each.arrival === arrival && each.part === part);
    const from = isHere ? `From ${fileOf({ arrival, part })}, ${start} to ${end}.` : 'Its text is not here.';
    return ['', ...quoted(quote), '', from];
  });
  return [...shared, ...cited];
}

function inOrder(record: readonly Entry[], notebook: readonly Entry[]): readonly Entry[] {
  // Sorting is stable: at one moment the record comes before the notebook, and each in its own order.
  return [...record, ...notebook].sort(
    (one, other) => Date.parse(one.occurredAt) - Date.parse(other.occurredAt),
  );
}

/** What a later entry of the same chain took back. */
function undoneIn(chain: readonly Entry[]): readonly Entry[] {
  const numbers = new Set(chain.flatMap(undoneBy));
  return chain.filter((entry) => numbers.has(entry.number));
}

function undoneBy(entry: Entry): readonly number[] {
  const content = contentOf(entry);
  if (typeof content !== 'object' || content === null || !('numbers' in content)) return [];
  const { numbers } = content;
  return Array.isArray(numbers) ? numbers.filter((each): each is number => typeof each === 'number') : [];
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function dayOf(at: Date): string {
  return `${DAYS[at.getUTCDay()]} ${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
}
