import { signerFrom } from '#record/note.js';
import { DEAL, SIGNER } from './harbor.js';
import { bent, chainIn, entryIn, keptAt, noteOn, sealAnew, type Way } from './way.js';

/** Ways to change one entry where it stands. */
export const ENTRY_WAYS: readonly Way[] = [
  {
    way: 'one letter of the words',
    change: (draft) => replaceWords(draft, 1, 'Harbor', 'Harbour'),
    code: 'entry.content-changed',
    at: 'record 1',
  },
  {
    way: 'a space behind the words',
    change: (draft) => {
      entryIn(draft, 3).text += ' ';
    },
    code: 'entry.content-changed',
    at: 'record 3',
  },
  {
    way: 'the words of a note',
    host: true,
    change: (draft) => replaceWords(draft, 2, '40,000 EUR', '90,000 EUR', 1),
    code: 'entry.content-changed',
    at: 'notebook 2',
  },
  {
    way: 'the salt',
    change: (draft) => {
      entryIn(draft, 2).salt = bent(entryIn(draft, 2).salt ?? '');
    },
    code: 'entry.content-changed',
    at: 'record 2',
  },
  {
    way: 'the salt taken out',
    change: (draft) => {
      entryIn(draft, 2).salt = null;
    },
    code: 'entry.half-erased',
    at: 'record 2',
  },
  {
    way: 'the words taken out, their salt left',
    change: (draft) => {
      entryIn(draft, 3).text = null;
    },
    code: 'entry.half-erased',
    at: 'record 3',
  },
  {
    way: 'words and salt exchanged with those of another entry',
    change: (draft) => {
      const [one, other] = [entryIn(draft, 3), entryIn(draft, 4)];
      [one.text, other.text, one.salt, other.salt] = [other.text, one.text, other.salt, one.salt];
    },
    code: 'entry.content-changed',
    at: 'record 3',
  },
  {
    way: 'the digest',
    change: (draft) => {
      entryIn(draft, 4).digest = bent(entryIn(draft, 4).digest);
    },
    code: 'entry.digest-changed',
    at: 'record 4',
  },
  {
    way: 'a seal',
    change: (draft) => {
      entryIn(draft, 4).seal = bent(entryIn(draft, 4).seal);
    },
    code: 'entry.seal-changed',
    at: 'record 4',
  },
  {
    way: 'the last seal',
    change: (draft) => {
      entryIn(draft, 7).seal = bent(entryIn(draft, 7).seal);
    },
    code: 'entry.seal-changed',
    at: 'record 7',
  },
  {
    way: 'who wrote it',
    change: (draft) => {
      entryIn(draft, 3).actor = 'person_00000000000000000000000eve';
    },
    code: 'entry.header-changed',
    at: 'record 3',
  },
  {
    way: 'of what kind it is',
    change: (draft) => {
      entryIn(draft, 6).kind = 'deal.reopened';
    },
    code: 'entry.header-changed',
    at: 'record 6',
  },
  {
    way: 'when it was written down, by a millisecond',
    change: (draft) => {
      entryIn(draft, 7).recordedAt = '2026-03-06T14:05:00.001Z';
    },
    code: 'entry.header-changed',
    at: 'record 7',
  },
  {
    way: 'when it happened, by a day',
    change: (draft) => {
      entryIn(draft, 5).occurredAt = '2026-03-05T14:05:00.000Z';
    },
    code: 'entry.header-changed',
    at: 'record 5',
  },
  {
    way: 'words and digest together',
    change: (draft) => {
      const seals = chainIn(draft).entries.map((each) => each.seal);
      replaceWords(draft, 5, 'two times', 'nothing');
      sealAnew(draft);
      for (const [place, each] of chainIn(draft).entries.entries()) each.seal = seals[place] ?? '';
    },
    code: 'entry.header-changed',
    at: 'record 5',
  },
  {
    way: 'its number',
    change: (draft) => {
      entryIn(draft, 3).number = 9;
    },
    code: 'entry.missing',
    at: 'record 3',
  },
];

/** Ways to change what stands in a chain, and how its end is signed. */
export const CHAIN_WAYS: readonly Way[] = [
  {
    way: 'two entries exchanged',
    change: (draft) => {
      const { entries } = chainIn(draft);
      entries.splice(2, 2, entryIn(draft, 4), entryIn(draft, 3));
    },
    code: 'entry.out-of-order',
    at: 'record 3',
  },
  {
    way: 'one entry twice',
    change: (draft) => {
      chainIn(draft).entries.splice(3, 0, entryIn(draft, 3));
    },
    code: 'entry.out-of-order',
    at: 'record 4',
  },
  {
    way: 'one entry left out',
    change: (draft) => {
      chainIn(draft).entries.splice(3, 1);
    },
    code: 'entry.missing',
    at: 'record 4',
  },
  {
    way: 'the end cut off',
    change: (draft) => {
      chainIn(draft).entries.splice(5);
    },
    code: 'chain.cut',
    at: 'record 6',
  },
  {
    way: 'the end of the notebook cut off',
    host: true,
    change: (draft) => {
      chainIn(draft, 1).entries.pop();
    },
    code: 'chain.cut',
    at: 'notebook 3',
  },
  {
    way: 'every entry taken out',
    change: (draft) => {
      chainIn(draft).entries.splice(0);
    },
    code: 'chain.cut',
    at: 'record 1',
  },
  {
    way: 'an entry added and sealed on',
    change: (draft) => {
      chainIn(draft).entries.push({ ...entryIn(draft, 6) });
      sealAnew(draft);
    },
    code: 'entry.added',
    at: 'record 8',
  },
  {
    way: 'the chain computed anew from an entry on',
    change: (draft) => {
      replaceWords(draft, 3, 'Dana Whitlock', 'Eve Tarn');
      sealAnew(draft);
    },
    code: 'chain.recomputed',
    at: 'record 7',
  },
  {
    way: 'one letter of the checkpoint’s signature',
    change: (draft) => {
      const chain = chainIn(draft);
      chain.checkpoint = chain.checkpoint.replace(
        /(.)=\n$/,
        (_, letter) => `${letter === 'A' ? 'B' : 'A'}=\n`,
      );
    },
    code: 'checkpoint.signature',
  },
  {
    way: 'the size in the checkpoint',
    change: (draft) => {
      const chain = chainIn(draft);
      chain.entries.pop();
      chain.checkpoint = chain.checkpoint.replace('\n7\n', '\n6\n');
    },
    code: 'checkpoint.signature',
  },
  {
    way: 'a checkpoint that somebody else signed under the same name',
    change: (draft) => {
      const forger = signerFrom(SIGNER.name, new Uint8Array(32).fill(8));
      chainIn(draft).checkpoint = noteOn(DEAL, 7, entryIn(draft, 7).seal, forger);
    },
    code: 'checkpoint.signature',
  },
  {
    way: 'the checkpoint of another deal',
    change: (draft) => {
      chainIn(draft).checkpoint = noteOn(`${DEAL.slice(0, -1)}3`, 7, entryIn(draft, 7).seal);
    },
    code: 'checkpoint.other-chain',
  },
  {
    way: 'the checkpoint of the notebook on the record',
    host: true,
    change: (draft) => {
      chainIn(draft).checkpoint = chainIn(draft, 1).checkpoint;
    },
    code: 'checkpoint.other-chain',
  },
  {
    way: 'an older checkpoint of the same chain',
    change: (draft) => {
      chainIn(draft).checkpoint = keptAt(4);
    },
    code: 'entry.added',
    at: 'record 5',
  },
];

function replaceWords(
  draft: Parameters<Way['change']>[0],
  number: number,
  from: string,
  to: string,
  chain = 0,
) {
  const entry = entryIn(draft, number, chain);
  if (entry.text?.includes(from) !== true) throw new Error(`Entry ${number} does not say ${from}.`);
  entry.text = entry.text.replace(from, to);
}
