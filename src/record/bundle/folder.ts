import { bundleText } from '#record/bundle/bundle.js';
import type { Bundle } from '#record/bundle/shape.js';
import { entriesIn } from '#record/bundle/shape.js';
import { fileOf } from '#record/bundle/text-file.js';
import { partiesOf } from '#record/bundle/who.js';

/** What holds everything; the other files say parts of it again, for people. */
export const WHOLE = 'bundle.json';

/** The files of a bundle's folder by their paths in it. */
export function filesOf(bundle: Bundle): ReadonlyMap<string, string> {
  return new Map([
    ...bundle.evidence.map((each) => [fileOf(each), each.text] as const),
    ['checkpoint.txt', bundle.chains.map((each) => each.checkpoint).join('\n')],
    ['record.md', bundle.minutes],
    [WHOLE, bundleText(bundle)],
  ]);
}

/** "harbor-mutual.bundle", and "harbor-mutual.host.bundle" for what the partner must not get by a slip of the hand. */
export function folderName(bundle: Bundle): string {
  const [record] = bundle.chains;
  const buyer = record === undefined ? null : partiesOf(entriesIn(bundle, record))?.buyer;
  const slug = (buyer ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${slug === '' ? bundle.deal : slug}${bundle.for === 'host' ? '.host' : ''}.bundle`;
}
