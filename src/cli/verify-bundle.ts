import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { refuseAtTerminal } from '#cli/say.js';
import { notesIn } from '#cli/verify.js';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.js';
import { checkBundle } from '#record/bundle/check.js';
import { checkFolder } from '#record/bundle/check-folder.js';
import { checkKept } from '#record/bundle/check-kept.js';
import type { Check, Finding } from '#record/bundle/finding.js';
import { WHOLE } from '#record/bundle/folder.js';
import { saidBy } from '#record/bundle/said.js';
import { type Bundle, entriesIn } from '#record/bundle/shape.js';
import { namesSaid, partiesOf } from '#record/bundle/who.js';

type Given = { readonly whole: Uint8Array; readonly folder: ReadonlyMap<string, Uint8Array> | null };

/** Checks a bundle where it lies, without a database, a home or a network. Exit code 1 where anything is wrong. */
export async function verifyBundle(path: string, keptFile: string | null): Promise<number> {
  const given = await openGiven(path);
  if (isRefusal(given)) return refuseAtTerminal(given);
  const kept = keptFile === null ? [] : await keptIn(keptFile);
  if (isRefusal(kept)) return refuseAtTerminal(kept);
  const { bundle, checks } = checkBundle(given.whole);
  const all = [
    ...checks,
    ...(bundle !== null && given.folder !== null ? [checkFolder(bundle, given.folder)] : []),
    ...(bundle !== null && keptFile !== null ? [checkKept(bundle, kept)] : []),
  ];
  const out = (line: string) => process.stdout.write(`${seen(line)}\n`);
  if (bundle !== null) out(title(bundle));
  for (const line of linesOf(bundle, all)) out(line);
  const wrong = all.flatMap((each) => each.findings).length;
  if (wrong > 0) {
    out(`${wrong} wrong.`);
    return 1;
  }
  out('Nothing was changed after it was sealed.');
  if (keptFile === null) out(OUTSIDE);
  return 0;
}

const OUTSIDE =
  'Whoever makes a whole chain anew, with a key of their own, is found only by a checkpoint that you kept from before: --checkpoint FILE.';

function title(bundle: Bundle): string {
  const [record] = bundle.chains;
  const parties = record === undefined ? null : partiesOf(entriesIn(bundle, record));
  const between = parties === null ? bundle.deal : `${parties.buyer}: ${parties.host} and ${parties.partner}`;
  return `${between}. For the ${bundle.for}.`;
}

function linesOf(bundle: Bundle | null, checks: readonly Check[]): readonly string[] {
  return checks.flatMap(({ what, findings }) =>
    findings.length === 0 ? [`well  ${what}`] : findings.map((each) => `NOT   ${lineOf(bundle, each)}`),
  );
}

/** "Record, entry 3, “Dana owns it.”: Its words were changed. (entry.content-changed)". */
function lineOf(bundle: Bundle | null, { chain, number, because, code }: Finding): string {
  const where = chain === null ? [] : [chain.endsWith('.notebook') ? 'Notebook' : 'Record'];
  if (number !== null) where.push(`entry ${number}`);
  const sentence = chain === null || number === null ? null : sentenceAt(bundle, chain, number);
  if (sentence !== null) where.push(`“${sentence}”`);
  return `${where.length === 0 ? '' : `${where.join(', ')}: `}${because} (${code})`;
}

/** What the entry says as it stands now. */
function sentenceAt(bundle: Bundle | null, chain: string, number: number): string | null {
  const held = bundle?.chains.find((each) => each.chain === chain);
  if (bundle === null || held === undefined) return null;
  const entries = entriesIn(bundle, held);
  const entry = entries.find((each) => each.number === number);
  const [record] = bundle.chains;
  if (entry === undefined || record === undefined) return null;
  return saidBy(entry, namesSaid(entriesIn(bundle, record)));
}

async function openGiven(path: string): Promise<Given | Refusal> {
  const there = await stat(path).catch(() => null);
  if (there === null) return refuse('file.unreadable', `${path} cannot be read.`);
  if (!there.isDirectory()) return { whole: await readFile(path), folder: null };
  const folder = await filesIn(path);
  const whole = folder.get(WHOLE);
  return whole === undefined
    ? refuse('bundle.missing', `There is no ${WHOLE} in ${path}.`)
    : { whole, folder };
}

/** Every file of a folder; those with a dot in front are left by desktops and are nobody's evidence. */
async function filesIn(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = found.filter((each) => each.isFile() && !each.name.startsWith('.'));
  const read = files.map(async (each) => {
    const path = join(each.parentPath, each.name);
    return [relative(folder, path).split(sep).join('/'), await readFile(path)] as const;
  });
  return new Map(await Promise.all(read));
}

async function keptIn(file: string): Promise<readonly string[] | Refusal> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return refuse('file.unreadable', `${file} cannot be read.`);
  const notes = notesIn(text);
  return notes.length > 0 ? notes : refuse('checkpoint.missing', `There is no checkpoint in ${file}.`);
}

/** A bundle is anybody's words, and a terminal obeys some letters: those are not passed on. */
function seen(line: string): string {
  return line.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
