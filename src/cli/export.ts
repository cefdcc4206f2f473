import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { refuseAtTerminal } from '#cli/say.js';
import { readWorkspace } from '#database/workspace.js';
import { type Id, isId } from '#domain/id.js';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.js';
import type { Asker } from '#record/bundle/asker.js';
import { filesOf, folderName, WHOLE } from '#record/bundle/folder.js';
import { gatherBundle } from '#record/bundle/gather.js';
import { openBundle } from '#record/bundle/open.js';
import type { Bundle } from '#record/bundle/shape.js';
import { findDeals } from '#views/deal/find.store.js';
import { Known } from '#views/known.js';
import { namesIn } from '#views/workspace/names.js';
import type { Core } from '#worker/core.js';

type Asked = { readonly named: string; readonly for: Asker; readonly out: string | null };

/** Writes the bundle of a deal into a folder, and says where and for whom it is. */
export async function exportDeal(core: Core, asked: Asked): Promise<number> {
  const { room, signer } = core;
  const bundle = await readWorkspace(room.pool, room.workspace, async (tx) => {
    const deal = isId('deal', asked.named)
      ? asked.named
      : dealNamed(await findDeals(tx, room.workspace), asked.named);
    if (isRefusal(deal)) return deal;
    const known = new Known(await room.memory.fresh(tx, room.workspace, ['workspace']));
    const names = namesIn(known.workspace);
    return gatherBundle({
      tx,
      workspace: room.workspace,
      wrap: room.wrap,
      signer,
      deal,
      for: asked.for,
      names,
    });
  });
  if (isRefusal(bundle)) return refuseAtTerminal(bundle);
  const folder = resolve(asked.out ?? folderName(bundle));
  const taken = await takenBy(folder, bundle);
  if (taken !== null) return refuseAtTerminal(taken);
  await writeFolder(folder, filesOf(bundle));
  const entries = bundle.chains.reduce((all, each) => all + each.entries.length, 0);
  process.stdout.write(
    `${folder}\n${wordsFor(bundle)} ${entries} entries, ${bundle.evidence.length} texts.\n`,
  );
  process.stdout.write(`Check it anywhere: baton verify bundle ${folder}\n`);
  return 0;
}

function wordsFor(bundle: Bundle): string {
  return bundle.for === 'partner'
    ? 'For the partner: the record that is shared with them, and nothing of the notebook.'
    : 'For the host alone: the record and the notebook. Do not give it to the partner.';
}

type Row = { readonly deal: Id<'deal'>; readonly name: string; readonly partner: string };

/** The one deal of that name: the whole name, else the only one that has it in it. */
export function dealNamed(rows: readonly Row[], named: string): Id<'deal'> | Refusal {
  const wanted = named.trim().toLowerCase();
  const whole = rows.filter((each) => each.name.toLowerCase() === wanted);
  const found = whole.length > 0 ? whole : rows.filter((each) => each.name.toLowerCase().includes(wanted));
  const [first] = found;
  if (first === undefined || wanted === '')
    return refuse('deal.unknown', `There is no deal called ${named}.`);
  if (found.length === 1) return first.deal;
  const all = found.slice(0, 8).map((each) => `${each.deal} (${each.name}, from ${each.partner})`);
  return refuse('deal.ambiguous', `Several deals are called that. Say which: ${all.join('; ')}.`);
}

/** Why a folder is not written into: it holds something that is not the same deal's bundle for the same side. */
async function takenBy(folder: string, bundle: Bundle): Promise<Refusal | null> {
  const held = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    return null;
  });
  if (held === null) return refuse('folder.unreadable', `${folder} is not a folder that can be read.`);
  if (held.length === 0) return null;
  const bytes = await readFile(join(folder, WHOLE)).catch(() => null);
  const before = bytes === null ? null : openBundle(bytes).bundle;
  if (before?.deal === bundle.deal && before.for === bundle.for) return null;
  return refuse(
    'folder.taken',
    `${folder} is there already and is not this deal's bundle for the ${bundle.for}. Name another with --out.`,
  );
}

async function writeFolder(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const evidence = join(folder, 'evidence');
  await mkdir(evidence, { recursive: true });
  // Texts of an older bundle that the record no longer quotes, as after an erasure.
  for (const name of await readdir(evidence))
    if (name.endsWith('.txt') && !files.has(`evidence/${name}`)) await rm(join(evidence, name));
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
