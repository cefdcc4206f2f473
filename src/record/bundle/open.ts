import { type Finding, ofBundle } from '#record/bundle/finding.js';
import { salvage } from '#record/bundle/salvage.js';
import { type Bundle, BundleHeld, FORM } from '#record/bundle/shape.js';
import { canonicalText } from '#record/seal.js';

/** A bundle that was read, with what is wrong with how it is written; or null where it cannot be read as one. */
export type Opened = { readonly bundle: Bundle | null; readonly findings: readonly Finding[] };

/** Reads the bytes of `bundle.json`: canonical JSON (RFC 8785) of this form and no other. */
export function openBundle(bytes: Uint8Array): Opened {
  const text = utf8(bytes);
  if (text === null)
    return { bundle: null, findings: [ofBundle('bundle.unreadable', 'It is not text in UTF-8.')] };
  const value = json(text);
  if (value === undefined) {
    const because = 'It cannot be read as JSON';
    return { bundle: null, findings: placed(text, 'bundle.unreadable', because) };
  }
  const read = BundleHeld.safeParse(value);
  if (!read.success) return { bundle: null, findings: [misshapen(value, read.error.issues[0]?.path ?? [])] };
  const findings =
    canonical(value) === text
      ? []
      : placed(text, 'bundle.not-canonical', 'It is not written in the one way that RFC 8785 allows');
  return { bundle: read.data, findings };
}

function utf8(bytes: Uint8Array): string | null {
  try {
    // A byte order mark is no part of the form, and must not be passed over in silence.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// A letter that is half of a pair can stand in JSON and not in its canonical form.
function canonical(value: unknown): string | null {
  try {
    return canonicalText(value);
  } catch {
    return null;
  }
}

function placed(text: string, code: string, because: string): readonly Finding[] {
  const bent = salvage(text);
  if (bent.length === 0) return [ofBundle(code, `${because}.`)];
  return bent.map(({ chain, number }) => ({
    code,
    chain,
    number,
    because: `${because}, and this entry is where.`,
  }));
}

/** Where the shape is not that of a bundle: the entry, where the path leads to one. */
function misshapen(value: unknown, path: readonly PropertyKey[]): Finding {
  const [top, chainAt, list, entryAt] = path;
  if ((value as { format?: unknown } | null)?.format !== FORM)
    return ofBundle('bundle.other-form', `It is not a bundle of the form ${FORM}.`);
  if (top === undefined) return ofBundle('bundle.misshapen', 'Its fields are not those of the form.');
  const isEntry = top === 'chains' && list === 'entries' && typeof entryAt === 'number';
  const chain = isEntry ? nameOfChain(value, chainAt) : null;
  const because = `What stands at ${path.map(String).join('.')} is not what the form says.`;
  return { code: 'bundle.misshapen', chain, number: chain !== null && isEntry ? entryAt + 1 : null, because };
}

function nameOfChain(value: unknown, at: PropertyKey | undefined): string | null {
  const { chains } = value as { chains?: { chain?: unknown }[] };
  const name = typeof at === 'number' ? chains?.[at]?.chain : undefined;
  return typeof name === 'string' ? name : null;
}
