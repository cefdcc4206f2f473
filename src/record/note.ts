import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/**
 * A checkpoint in the form of a C2SP signed note (c2sp.org/signed-note) with a tlog-checkpoint body: origin,
 * size, and the head, here the seal of entry `size`. Whoever keeps one can show later that a chain was cut,
 * or computed anew.
 */
export type Checkpoint = { readonly origin: string; readonly number: number; readonly seal: Uint8Array };

/** The workspace's signing key (Ed25519, RFC 8032) under the name that its notes carry. */
export type Signer = { readonly name: string; readonly key: KeyObject; readonly publicKey: KeyObject };

// DER of a PKCS #8 Ed25519 private key up to the seed (RFC 8410).
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
// DER of a SubjectPublicKeyInfo with an Ed25519 key up to the key.
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

export function signerFrom(name: string, seed: Uint8Array): Signer {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  return { name, key, publicKey: createPublicKey(key) };
}

/** The key as others keep it: the vkey form of a signed note, `name+hash+base64`. */
export function verifierKey(signer: Signer): string {
  const raw = rawKey(signer.publicKey);
  const typed = Buffer.concat([Buffer.from([1]), raw]);
  return `${signer.name}+${keyHash(signer.name, raw).toString('hex')}+${typed.toString('base64')}`;
}

export function publicKeyFrom(vkey: string): { name: string; publicKey: KeyObject } | null {
  const [name, hash, encoded] = vkey.trim().split('+', 3).concat(['', '']) as [string, string, string];
  const rest = vkey.trim().slice(name.length + hash.length + 2);
  const typed = Buffer.from(rest === '' ? encoded : rest, 'base64');
  if (typed.length !== 33 || typed[0] !== 1) return null;
  const raw = typed.subarray(1);
  if (keyHash(name, raw).toString('hex') !== hash) return null;
  return {
    name,
    publicKey: createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' }),
  };
}

export function signCheckpoint(signer: Signer, checkpoint: Checkpoint): string {
  const body = `${checkpoint.origin}\n${checkpoint.number}\n${Buffer.from(checkpoint.seal).toString('base64')}\n`;
  const signature = sign(null, Buffer.from(body, 'utf8'), signer.key);
  const signed = Buffer.concat([keyHash(signer.name, rawKey(signer.publicKey)), signature]);
  return `${body}\n— ${signer.name} ${signed.toString('base64')}\n`;
}

/** The checkpoint that a note holds, or null where it is no note or its signature is not this key's. */
export function openNote(note: string, from: { name: string; publicKey: KeyObject }): Checkpoint | null {
  const parts = /^((.+)\n(\d{1,15})\n([A-Za-z0-9+/=]+)\n)\n— (\S+) ([A-Za-z0-9+/=]+)\n$/.exec(note);
  if (parts === null) return null;
  const [, body = '', origin = '', number = '', seal = '', name = '', encoded = ''] = parts;
  const signed = Buffer.from(encoded, 'base64');
  // Base64 has spare bits at its end: a note is only what `signCheckpoint` would write, to the last bit.
  if (name !== from.name || signed.length !== 68 || signed.toString('base64') !== encoded) return null;
  if (!signed.subarray(0, 4).equals(keyHash(name, rawKey(from.publicKey)))) return null;
  if (!verify(null, Buffer.from(body, 'utf8'), from.publicKey, signed.subarray(4))) return null;
  return { origin, number: Number(number), seal: Buffer.from(seal, 'base64') };
}

function rawKey(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' }).subarray(SPKI.length);
}

function keyHash(name: string, raw: Uint8Array): Buffer {
  return createHash('sha256')
    .update(`${name}\n`)
    .update(Buffer.from([1]))
    .update(raw)
    .digest()
    .subarray(0, 4);
}
