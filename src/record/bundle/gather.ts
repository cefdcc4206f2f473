import type { Transaction } from '#database/workspace.js';
import type { Id } from '#domain/id.js';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.js';
import { notebookOf, type Subject } from '#domain/subject.js';
import { fetchText } from '#record/arrivals/fetch.js';
import { auditChain } from '#record/audit.js';
import type { Asker } from '#record/bundle/asker.js';
import { bundleOf } from '#record/bundle/bundle.js';
import type { Bundle } from '#record/bundle/shape.js';
import { contentOf, quotesIn } from '#record/bundle/words.js';
import type { Entry } from '#record/entry.js';
import type { Names } from '#record/kind.js';
import { loadSubjects } from '#record/load.js';
import type { Signer } from '#record/note.js';

type Asked = {
  readonly tx: Transaction;
  readonly workspace: string;
  readonly wrap: Uint8Array;
  readonly signer: Signer;
  readonly deal: Id<'deal'>;
  readonly for: Asker;
  /** What the host knows of people. A partner's bundle does without. */
  readonly names: Names;
};

/** Makes the bundle of a deal from what is stored. For a partner the notebook is read only where there is no record. */
export async function gatherBundle(asked: Asked): Promise<Bundle | Refusal> {
  const { tx, workspace, deal, signer } = asked;
  const record = await soundChain(asked, deal);
  if (isRefusal(record)) return record;
  if (asked.for === 'partner' && record.length > 0)
    return bundleOf({ for: 'partner', workspace, deal, record, signer });
  const notebook = await soundChain(asked, notebookOf(deal));
  if (isRefusal(notebook)) return notebook;
  if (record.length + notebook.length === 0) return refuse('deal.unknown', 'There is no such deal.');
  if (asked.for === 'partner') {
    const because = 'Nothing of this deal is shared yet. Its record begins when somebody takes the intro.';
    return refuse('record.unshared', because);
  }
  const texts = await textsOf(tx, workspace, asked.wrap, notebook);
  return bundleOf({ for: 'host', workspace, deal, record, notebook, texts, names: asked.names, signer });
}

/** What was changed in the database must not be signed afresh: the chain is verified before it leaves. */
async function soundChain(asked: Asked, chain: Subject): Promise<readonly Entry[] | Refusal> {
  const { tx, workspace, signer } = asked;
  const { report, broken } = await auditChain(tx, workspace, chain, signer, []);
  const [first] = [...report.broken, ...broken];
  if (first === undefined) return loadSubjects(tx, workspace, [{ subject: chain, after: 0 }]);
  const because = `This deal is not exported, because its record does not verify: ${first.because} Run baton verify.`;
  return refuse('record.broken', because);
}

/** The texts that are quoted and still there: an erased one opens with no key. */
async function textsOf(tx: Transaction, workspace: string, wrap: Uint8Array, entries: readonly Entry[]) {
  const quotes = entries.flatMap((entry) => quotesIn(contentOf(entry)));
  const wanted = new Map(quotes.map((each) => [`${each.arrival} ${each.part}`, each]));
  const found = [];
  for (const { arrival, part } of wanted.values()) {
    const text = await fetchText(tx, workspace, wrap, arrival, part);
    if (text !== null) found.push({ arrival, part, text });
  }
  return found;
}
