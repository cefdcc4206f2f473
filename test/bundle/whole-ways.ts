import { bundleText } from '#record/bundle/bundle.js';
import { sha256Of } from '#record/bundle/words.js';
import { signerFrom, verifierKey } from '#record/note.js';
import { forHost, forPartner, SIGNER, WORKSPACE } from './harbor.js';
import {
  bent,
  chainIn,
  type Draft,
  entryIn,
  evidenceIn,
  keptAt,
  noteOn,
  sealAnew,
  signAnew,
  signWhole,
  type Way,
} from './way.js';

const STRANGER = signerFrom(SIGNER.name, new Uint8Array(32).fill(9));

/** Ways to change the texts that entries rest on. */
export const EVIDENCE_WAYS: readonly Way[] = [
  {
    way: 'one letter of a text',
    change: (draft) => {
      evidenceIn(draft).text = evidenceIn(draft).text.replace('May', 'Mai');
    },
    code: 'evidence.changed',
    at: 'record 2',
  },
  {
    way: 'a text and its hash',
    change: (draft) => {
      const held = evidenceIn(draft);
      held.text = held.text.replace('May', 'Mai');
      held.sha256 = sha256Of(held.text);
    },
    code: 'evidence.other',
    at: 'record 2',
  },
  {
    way: 'the hash of a text',
    change: (draft) => {
      evidenceIn(draft).sha256 = bent(evidenceIn(draft).sha256);
    },
    code: 'evidence.changed',
  },
  {
    way: 'a shared text taken out',
    change: (draft) => {
      draft.bundle.evidence.pop();
    },
    code: 'evidence.other',
    at: 'record 2',
  },
  {
    way: 'a text put in, by somebody who can sign',
    change: (draft) => {
      const text = 'We promise 40 percent.';
      draft.bundle.evidence.push({ arrival: 'arrival_zz', part: 'words', sha256: sha256Of(text), text });
      signWhole(draft);
    },
    code: 'evidence.unspoken',
  },
  {
    way: 'two texts exchanged, by somebody who can sign',
    host: true,
    change: (draft) => {
      draft.bundle.evidence.reverse();
      signWhole(draft);
    },
    code: 'evidence.order',
  },
  {
    way: 'a quoted text with its hash, by somebody who can sign',
    host: true,
    change: (draft) => {
      const held = evidenceIn(draft, 1);
      held.text = held.text.replace('40,000', '90,000');
      held.sha256 = sha256Of(held.text);
      signWhole(draft);
    },
    code: 'quote.elsewhere',
    at: 'notebook 2',
  },
  {
    way: 'a quoted text taken out of the host’s',
    host: true,
    change: (draft) => {
      draft.bundle.evidence.pop();
    },
    code: 'bundle.signature',
  },
];

/** Ways to change the bundle as a whole. */
export const WHOLE_WAYS: readonly Way[] = [
  {
    way: 'one word of the minutes',
    change: ({ bundle }) => {
      bundle.minutes = bundle.minutes.replace('Dana', 'Eve');
    },
    code: 'bundle.signature',
  },
  {
    way: 'words and salt taken out as if they had been erased',
    change: (draft) => {
      Object.assign(entryIn(draft, 3), { text: null, salt: null });
    },
    code: 'bundle.signature',
  },
  {
    way: 'another key under the same name',
    change: ({ bundle }) => {
      bundle.key = verifierKey(STRANGER);
    },
    code: 'checkpoint.signature',
  },
  {
    way: 'a key of another workspace, which signed all of it',
    change: (draft) => signAnew(draft, signerFrom('baton.elsewhere', new Uint8Array(32).fill(9))),
    code: 'key.other',
  },
  {
    way: 'a key whose hash is another',
    change: ({ bundle }) => {
      bundle.key = bundle.key.replace(/\+[0-9a-f]{8}\+/, '+00000000+');
    },
    code: 'key.other',
  },
  {
    way: 'another workspace',
    change: ({ bundle }) => {
      bundle.workspace = WORKSPACE.replace('1111', '1112');
    },
    code: 'key.other',
    at: 'record 1',
  },
  {
    way: 'another deal',
    change: ({ bundle }) => {
      bundle.deal = 'deal_00000000000000000000000043';
    },
    code: 'chain.other',
  },
  {
    way: 'a partner’s called the host’s',
    change: ({ bundle }) => {
      bundle.for = 'host';
    },
    code: 'chain.other',
  },
  {
    way: 'a host’s called the partner’s',
    host: true,
    change: ({ bundle }) => {
      bundle.for = 'partner';
    },
    code: 'chain.other',
  },
  {
    way: 'the notebook taken out of a host’s, and called the partner’s',
    host: true,
    change: ({ bundle }) => {
      bundle.for = 'partner';
      bundle.chains.pop();
      bundle.evidence.pop();
    },
    code: 'bundle.signature',
  },
  {
    way: 'the signature of a shorter bundle',
    change: ({ bundle }) => {
      bundle.signature = forPartner(5).signature;
    },
    code: 'bundle.signature',
  },
  {
    way: 'the signature of the host’s bundle',
    change: ({ bundle }) => {
      bundle.signature = forHost().signature;
    },
    code: 'bundle.signature',
  },
];

/** Ways to write the same another way. */
export const WRITING_WAYS: readonly Way[] = [
  written(
    'a space between two fields',
    (text) => text.replace('"deal":', '"deal": '),
    'bundle.not-canonical',
  ),
  written(
    'a letter written as its number',
    (text) => text.replace('Dana', '\\u0044ana'),
    'bundle.not-canonical',
  ),
  written('a line end behind it', (text) => `${text}\n`, 'bundle.not-canonical'),
  written('a byte order mark before it', (text) => `\ufeff${text}`, 'bundle.unreadable'),
  written('a field twice', (text) => text.replace('"for":', '"for":"host","for":'), 'bundle.not-canonical'),
  written('a field more', (text) => text.replace('"key":', '"kind":"x","key":'), 'bundle.misshapen'),
  written('a field less', (text) => text.replace(/"for":"partner",/, ''), 'bundle.misshapen'),
  written('another form', (text) => text.replace('baton-bundle/1', 'baton-bundle/2'), 'bundle.other-form'),
  written('a half of it', (text) => text.slice(0, text.length / 2), 'bundle.unreadable'),
  written('nothing of it', () => '', 'bundle.unreadable'),
  {
    way: 'a byte that is no UTF-8',
    change: (draft) => {
      const bytes = Buffer.from(bundleText(draft.bundle), 'utf8');
      bytes[bytes.indexOf('Dana')] = 0xff;
      draft.bytes = bytes;
    },
    code: 'bundle.unreadable',
  },
];

/** Ways to change a file beside bundle.json. */
export const FOLDER_WAYS: readonly Way[] = [
  filed('a word in record.md', 'record.md', (text) => text.replace('Dana', 'Eve'), 'file.changed'),
  filed('a letter in a text', evidenceFile(), (text) => text.replace('May', 'Mai'), 'file.changed'),
  filed('a text taken out', evidenceFile(), () => null, 'file.missing'),
  filed('a text put in', 'evidence/arrival_zz.words.txt', () => 'We promise 40 percent.', 'file.added'),
  filed('another checkpoint.txt', 'checkpoint.txt', () => keptAt(4), 'file.changed'),
];

/** What a bundle cannot say of itself: found against checkpoints that were kept outside, and only there. */
export const KEPT_WAYS: readonly Way[] = [
  {
    way: 'all of it made anew with a key of one’s own',
    change: (draft) => signAnew(draft, STRANGER),
    code: 'checkpoint.other-key',
    kept: [keptAt(4)],
  },
  {
    way: 'the chain computed anew and signed with the key',
    change: (draft) => {
      entryIn(draft, 3).text = '{"email":"eve@northbeam.example","name":"Eve","owner":null}';
      sealAnew(draft);
      signAnew(draft);
    },
    code: 'chain.recomputed',
    at: 'record 4',
    kept: [keptAt(4)],
  },
  {
    way: 'the end cut off and signed with the key',
    change: (draft) => {
      chainIn(draft).entries.splice(5);
      signAnew(draft);
    },
    code: 'chain.cut',
    at: 'record 6',
    kept: [keptAt(4), keptAt(7)],
  },
  {
    way: 'nothing, and only the checkpoint of another deal is at hand',
    change: () => undefined,
    code: 'checkpoint.other-deal',
    kept: [noteOn('deal_00000000000000000000000043', 7, 'ab'.repeat(32))],
  },
];

function written(way: string, write: (text: string) => string, code: string): Way {
  const change = (draft: Draft) => {
    draft.bytes = Buffer.from(write(bundleText(draft.bundle)), 'utf8');
  };
  return { way, change, code };
}

function filed(way: string, path: string, write: (text: string) => string | null, code: string): Way {
  const change = ({ files }: Draft) => {
    const text = write(Buffer.from(files.get(path) ?? []).toString('utf8'));
    if (text === null) files.delete(path);
    else files.set(path, Buffer.from(text, 'utf8'));
  };
  return { way, change, code };
}

function evidenceFile(): string {
  const { arrival, part } = forPartner().evidence[0] ?? { arrival: '', part: '' };
  return `evidence/${arrival}.${part}.txt`;
}
