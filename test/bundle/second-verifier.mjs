// A verifier of bundles written from docs/bundle.md alone: no import of Baton's own code. Run it with
// node second-verifier.mjs FOLDER-OR-FILE [CHECKPOINTS].
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const sha256 = (...pieces) => pieces.reduce((hash, each) => hash.update(each), createHash('sha256')).digest();

/** RFC 8785 for what JSON.parse gives. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const fields = Object.keys(value).sort();
    return `{${fields.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

const TEXT = /^/;
const HASH = /^[0-9a-f]{64}$/;
const FIELDS = {
  bundle: {
    format: /^baton-bundle\/1$/,
    for: /^(partner|host)$/,
    workspace: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    deal: /^deal_[0-9a-z]{1,40}$/,
    key: TEXT,
    chains: Array.isArray,
    evidence: Array.isArray,
    minutes: TEXT,
    signature: TEXT,
  },
  chain: { chain: /^deal_[0-9a-z]{1,40}(\.notebook)?$/, checkpoint: TEXT, entries: Array.isArray },
  entry: {
    number: Number.isInteger,
    kind: /./s,
    recordedAt: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
    occurredAt: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/,
    actor: /./s,
    digest: HASH,
    seal: HASH,
    salt: (value) => value === null || (typeof value === 'string' && /^[0-9a-f]{32}$/.test(value)),
    text: (value) => value === null || typeof value === 'string',
  },
  evidence: {
    arrival: /^arrival_[0-9a-z]{1,40}$/,
    part: /^[0-9a-z][0-9a-z-]{0,60}$/,
    sha256: HASH,
    text: TEXT,
  },
};

function fits(value, fields) {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false;
  if (canonical(Object.keys(value).sort()) !== canonical(Object.keys(fields).sort())) return false;
  return Object.entries(fields).every(([name, want]) =>
    typeof want === 'function'
      ? want(value[name])
      : typeof value[name] === 'string' && want.test(value[name]),
  );
}

/** Step 1. */
function read(bytes) {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value = JSON.parse(text);
    const isShaped =
      canonical(value) === text &&
      fits(value, FIELDS.bundle) &&
      value.chains.every(
        (each) => fits(each, FIELDS.chain) && each.entries.every((one) => fits(one, FIELDS.entry)),
      ) &&
      value.evidence.every((each) => fits(each, FIELDS.evidence));
    return isShaped ? value : null;
  } catch {
    return null;
  }
}

/** Step 2. */
function keyOf({ key, workspace }) {
  const match = /^([^+]*)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(key);
  if (match === null) return null;
  const [, name, hash, encoded] = match;
  const typed = Buffer.from(encoded, 'base64');
  const id = sha256(name, '\n', typed).subarray(0, 4);
  if (name !== `baton.${workspace}` || typed.length !== 33 || typed[0] !== 1 || id.toString('hex') !== hash)
    return null;
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), typed.subarray(1)]);
  return { name, id, publicKey: createPublicKey({ key: der, format: 'der', type: 'spki' }) };
}

/** What a signed note says, or null where it is none of this key's. */
function noteOf(note, key) {
  const match = /^((.+)\n(\d+)\n(.+)\n)\n— (.+) (.+)\n$/.exec(note);
  if (match === null || key === null) return null;
  const [, body, origin, size, head, name, encoded] = match;
  const signed = Buffer.from(encoded, 'base64');
  if (signed.toString('base64') !== encoded || signed.length !== 68 || name !== key.name) return null;
  if (!signed.subarray(0, 4).equals(key.id)) return null;
  if (!verify(null, Buffer.from(body), key.publicKey, signed.subarray(4))) return null;
  return { origin, size: Number(size), head: Buffer.from(head, 'base64') };
}

/** Step 3: the first entry of a chain that does not hold, or null. */
function brokenEntry(workspace, { chain, entries }) {
  let seal = Buffer.alloc(32);
  for (const [place, entry] of entries.entries()) {
    const { actor, kind, number, occurredAt, recordedAt, salt, text } = entry;
    const digest = Buffer.from(entry.digest, 'hex');
    const header = canonical({ actor, kind, number, occurredAt, recordedAt, subject: chain, workspace });
    const isWhole =
      text === null || salt === null ? text === salt : sha256(Buffer.from(salt, 'hex'), text).equals(digest);
    seal = sha256(seal, digest, header);
    if (number !== place + 1 || !isWhole || seal.toString('hex') !== entry.seal) return place + 1;
  }
  return null;
}

/** Step 4, and which entry to name. */
function wrongIn(bundle, chain, key) {
  const { entries } = chain;
  const broken = brokenEntry(bundle.workspace, chain);
  const end = noteOf(chain.checkpoint, key);
  const isIts = end !== null && end.origin === `baton/${bundle.workspace}/${chain.chain}`;
  const last = Buffer.from(entries.at(-1)?.seal ?? '00'.repeat(32), 'hex');
  if (broken !== null) return [place(chain, broken)];
  if (!isIts) return [place(chain, null)];
  if (end.size !== entries.length) return [place(chain, Math.min(end.size, entries.length) + 1)];
  return end.head.equals(last) ? [] : [place(chain, Math.max(1, entries.length))];
}

const place = ({ chain }, number) => ({ chain, number });

function objectsIn(value) {
  if (value === null || typeof value !== 'object') return [];
  const below = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? below : [value, ...below];
}

const areTexts = (object, ...names) => names.every((name) => typeof object[name] === 'string');

/** Step 5. */
function wrongEvidence({ chains, evidence }) {
  const wrong = [];
  const spoken = new Set();
  for (const chain of chains) {
    for (const entry of chain.entries) {
      for (const object of objectsIn(contentOf(entry))) {
        const isShared = areTexts(object, 'arrival', 'part', 'sha256', 'text');
        const isQuote =
          areTexts(object, 'arrival', 'part', 'quote') &&
          typeof object.start === 'number' &&
          typeof object.end === 'number';
        if (!isShared && !isQuote) continue;
        const held = evidence.find((each) => each.arrival === object.arrival && each.part === object.part);
        spoken.add(held);
        const isGone = held === undefined && chain.chain.endsWith('.notebook');
        if (
          isShared &&
          !(held?.text === object.text && sha256(object.text).toString('hex') === object.sha256)
        )
          wrong.push(place(chain, entry.number));
        if (isQuote && !isGone && !isStanding(object, held?.text ?? ''))
          wrong.push(place(chain, entry.number));
      }
    }
  }
  const names = evidence.map(({ arrival, part }) => `${arrival} ${part}`);
  for (const [at, each] of evidence.entries()) {
    const isInOrder = at === 0 || names[at - 1] < names[at];
    if (sha256(each.text).toString('hex') !== each.sha256 || !spoken.has(each) || !isInOrder)
      wrong.push({ chain: null, number: null });
  }
  return wrong;
}

function isStanding({ start, end, quote }, text) {
  const isSpan = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end;
  return isSpan && end <= text.length && text.slice(start, end) === quote;
}

function contentOf({ text }) {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

/** Step 6. */
function isSigned({ signature, ...rest }, key) {
  const { workspace, deal, chains } = rest;
  const signed = noteOf(signature, key);
  if (signed === null || signed.origin !== `baton/${workspace}/${deal}/bundle/${rest.for}`) return false;
  const size = chains.reduce((all, each) => all + each.entries.length, 0);
  return signed.size === size && signed.head.equals(sha256(canonical(rest)));
}

/** Step 7. */
function wrongKept(bundle, kept, key) {
  let used = 0;
  const wrong = kept.flatMap((note) => {
    const chain = bundle.chains.find((each) => note.startsWith(`baton/${bundle.workspace}/${each.chain}\n`));
    if (chain === undefined) return [];
    used += 1;
    const { entries } = chain;
    const opened = noteOf(note, key);
    if (opened === null) return [place(chain, null)];
    if (opened.size > entries.length) return [place(chain, entries.length + 1)];
    const seal = Buffer.from(entries[opened.size - 1]?.seal ?? '00'.repeat(32), 'hex');
    return opened.head.equals(seal) ? [] : [place(chain, Math.max(1, opened.size))];
  });
  return used === 0 ? [{ chain: null, number: null }] : wrong;
}

function wrongFolder({ evidence, minutes, chains }, files) {
  const wanted = new Map([
    ['record.md', minutes],
    ['checkpoint.txt', chains.map((each) => each.checkpoint).join('\n')],
    ...evidence.map(({ arrival, part, text }) => [`evidence/${arrival}.${part}.txt`, text]),
  ]);
  const isSame = [...wanted].every(([name, text]) => files.get(name)?.equals(Buffer.from(text)));
  const isAdded = [...files.keys()].some((name) => name !== 'bundle.json' && !wanted.has(name));
  return isSame && !isAdded ? [] : [{ chain: null, number: null }];
}

/** Where a bundle is wrong: nothing where it is well, null where it cannot be read. */
export function wrongPlaces(bytes, files = null, kept = null) {
  const bundle = read(bytes);
  if (bundle === null) return null;
  const key = keyOf(bundle);
  const names = bundle.for === 'host' ? [bundle.deal, `${bundle.deal}.notebook`] : [bundle.deal];
  const isNamed = canonical(bundle.chains.map((each) => each.chain)) === canonical(names);
  return [
    ...(key === null || !isNamed || !isSigned(bundle, key) ? [{ chain: null, number: null }] : []),
    ...bundle.chains.flatMap((chain) => wrongIn(bundle, chain, key)),
    ...wrongEvidence(bundle),
    ...(files === null ? [] : wrongFolder(bundle, files)),
    ...(kept === null ? [] : wrongKept(bundle, kept, key)),
  ];
}

function filesIn(folder, prefix = '') {
  return readdirSync(join(folder, prefix), { withFileTypes: true })
    .filter((each) => !each.name.startsWith('.'))
    .flatMap((each) => {
      const name = `${prefix}${each.name}`;
      return each.isDirectory() ? filesIn(folder, `${name}/`) : [[name, readFileSync(join(folder, name))]];
    });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , path, keptFile] = process.argv;
  const files = statSync(path).isDirectory() ? new Map(filesIn(path)) : null;
  const notes = /[^\n]+\n\d+\n[A-Za-z0-9+/=]+\n\n— [^\n]+\n/g;
  const kept = keptFile === undefined ? null : (readFileSync(keptFile, 'utf8').match(notes) ?? []);
  const wrong = wrongPlaces(files?.get('bundle.json') ?? readFileSync(path), files, kept);
  console.log(JSON.stringify(wrong));
  process.exitCode = wrong !== null && wrong.length === 0 ? 0 : 1;
}
