import { checkBundle } from '#record/bundle/check.js';
import { checkFolder } from '#record/bundle/check-folder.js';
import { checkKept } from '#record/bundle/check-kept.js';
import type { Finding } from '#record/bundle/finding.js';

type Place = { readonly chain: string | null; readonly number: number | null };
type Files = ReadonlyMap<string, Uint8Array>;
type SecondVerifier = {
  readonly wrongPlaces: (
    bytes: Uint8Array,
    files?: Files | null,
    kept?: readonly string[] | null,
  ) => readonly Place[] | null;
};

// It is plain JavaScript, as a stranger would write it, so it is found by its address and not by its types.
const SECOND = new URL('./second-verifier.mjs', import.meta.url).href;

/** Where the second verifier finds a bundle wrong; null where it cannot read it. */
export const { wrongPlaces } = (await import(SECOND)) as SecondVerifier;

/** All that Baton's own verifier finds, in a bundle, its folder and against kept checkpoints. */
export function findings(
  bytes: Uint8Array,
  files: Files | null = null,
  kept: readonly string[] | null = null,
): readonly Finding[] {
  const { bundle, checks } = checkBundle(bytes);
  const further = [
    ...(bundle !== null && files !== null ? [checkFolder(bundle, files)] : []),
    ...(bundle !== null && kept !== null ? [checkKept(bundle, kept)] : []),
  ];
  return [...checks, ...further].flatMap((each) => each.findings);
}

/** The first entry of each chain that is named, as "chain number", so that two verifiers can be compared. */
export function named(places: readonly Place[]): readonly string[] {
  const first = new Map<string, number>();
  for (const { chain, number } of places)
    if (chain !== null && number !== null && !first.has(chain)) first.set(chain, number);
  return [...first].map(([chain, number]) => `${chain} ${number}`).sort();
}
