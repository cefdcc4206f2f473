import { type Check, type Finding, ofBundle } from '#record/bundle/finding.js';
import { filesOf } from '#record/bundle/folder.js';
import type { Bundle } from '#record/bundle/shape.js';

/** Checks that the files which people read say what `bundle.json` says, byte for byte. Pure. */
export function checkFolder(bundle: Bundle, found: ReadonlyMap<string, Uint8Array>): Check {
  const wanted = filesOf(bundle);
  const wrong = [...wanted].flatMap(([path, text]): readonly Finding[] => {
    const bytes = found.get(path);
    if (bytes === undefined) return [ofBundle('file.missing', `The file ${path} is gone.`)];
    return Buffer.from(bytes).equals(Buffer.from(text, 'utf8'))
      ? []
      : [ofBundle('file.changed', `The file ${path} is not what bundle.json holds.`)];
  });
  const added = [...found.keys()]
    .filter((path) => !wanted.has(path))
    .map((path) => ofBundle('file.added', `The file ${path} is no part of this bundle.`));
  return { what: `The ${wanted.size} files of the folder say the same.`, findings: [...wrong, ...added] };
}
