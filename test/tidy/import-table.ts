import { posix } from 'node:path';
import ts from 'typescript';
import { type Complaint, complain, isTest, roomOf, type Source } from './source.js';

/** For each room, the rooms that it may import. */
export type ImportTable = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads the table of rooms: `| room | words | what it may import |`, from the text of ARCHITECTURE.md. */
export function readImportTable(architecture: string): ImportTable {
  const table = new Map<string, ReadonlySet<string>>();
  for (const line of architecture.split('\n')) {
    const cells = line.split('|').map((cell) => cell.trim());
    const room = /^`([a-z.]+)\/?`$/.exec(cells[1] ?? '')?.[1];
    if (cells.length !== 5 || !room) continue;
    table.set(room, mayImport(cells[3] ?? '', [...table.keys()]));
  }
  return table;
}

function mayImport(cell: string, above: readonly string[]): ReadonlySet<string> {
  if (cell === 'nothing') return new Set();
  const named = cell.split(',').map((name) => name.trim());
  return new Set(named.flatMap((name) => (name === 'all above' ? above : [name])));
}

/** Imports that the table does not allow, and imports of tests by what is no test. */
export function wrongImports(source: Source, table: ImportTable): readonly Complaint[] {
  if (isTest(source.path)) return [];
  const room = roomOf(source.path);
  return importsOf(source).flatMap(({ name, position }) => {
    const path = pathOf(source.path, name);
    if (path === null) return [];
    if (isTest(path))
      return [complain(source, position, `imports ${path}, and tests are imported by nothing`)];
    const other = roomOf(path);
    if (room === null || other === null || room === other) return [];
    const allowed = table.get(room);
    if (!allowed)
      return [complain(source, position, `stands in ${room}, which has no row in the table of rooms`)];
    return allowed.has(other) ? [] : [complain(source, position, `imports ${other}, and ${room} may not`)];
  });
}

/** Every specifier of a file: import, import type, export from, import() and import('…').Type. */
function importsOf(source: Source): readonly { name: string; position: number }[] {
  return ts
    .preProcessFile(source.text, true, true)
    .importedFiles.map(({ fileName, pos }) => ({ name: fileName, position: pos }));
}

/** The path in the repository that a specifier means, or null for a package. */
function pathOf(from: string, name: string): string | null {
  const inner = name.startsWith('#')
    ? `src/${name.slice(1)}`
    : name.startsWith('.')
      ? posix.join(posix.dirname(from), name)
      : null;
  return inner?.replace(/\.jsx?$/, (end) => (end === '.jsx' ? '.tsx' : '.ts')) ?? null;
}
