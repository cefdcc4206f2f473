import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

export const ROOT = resolve(import.meta.dirname, '../..');

/** A text file of the repository, by its path from the root with forward slashes. */
export type Source = { readonly path: string; readonly text: string };

/** What a rule finds wrong: `path:line` and a sentence. */
export type Complaint = string;

const LEFT_OUT = new Set([
  'node_modules',
  'dist',
  '.git',
  '.building',
  'test-results',
  'LICENSE',
  'package-lock.json',
]);

/** Every text file below these places, in order of path. Binary files are left out by their names. */
export function sources(places: readonly string[], name: RegExp): readonly Source[] {
  return places
    .flatMap((place) => walk(place))
    .filter((path) => name.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

function walk(place: string): readonly string[] {
  return readdirSync(join(ROOT, place), { withFileTypes: true })
    .filter((entry) => !LEFT_OUT.has(entry.name))
    .flatMap((entry) => {
      const path = place === '.' ? entry.name : `${place}/${entry.name}`;
      if (entry.isDirectory()) return walk(path);
      return entry.isFile() ? [path] : [];
    });
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || /^(test|bench|training)\//.test(path);
}

/** The first folder below src/, or the file's own name where it stands in src/ itself. */
export function roomOf(path: string): string | null {
  return /^src\/([^/]+)/.exec(path)?.[1] ?? null;
}

export function parse(source: Source): ts.SourceFile {
  const kind = /\.(tsx|jsx)$/.test(source.path) ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(source.path, source.text, ts.ScriptTarget.Latest, true, kind);
}

/** Calls `look` for every node below `node`, itself included. */
export function each(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => each(child, look));
}

export function complain(source: Source, position: number, sentence: string): Complaint {
  const line = source.text.slice(0, position).split('\n').length;
  return `${source.path}:${line} ${sentence}`;
}
