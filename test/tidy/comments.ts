import ts from 'typescript';
import { type Complaint, complain, type Source } from './source.js';

/** Names that begin a sentence as they are written. */
const SMALL_NAMES = new Set(
  'npm npx knip vitest tsc tsx biome vite pino postgres psql initdb pg mailparser mailauth nodemailer commander zod hono axe'.split(
    ' ',
  ),
);
const FOR_TOOLS = /^(biome-ignore|@ts-|\/ ?<reference|@vite|@__PURE__|#|c8 |v8 |!)/;

/** Comments that are no sentences, and comments that ask a reader to do what a function should. */
export function poorComments(source: Source): readonly Complaint[] {
  return commentsOf(source).flatMap(({ text, position }) => {
    if (FOR_TOOLS.test(text) || text === '') return [];
    const wrong = whatIsWrong(text);
    return wrong ? [complain(source, position, `${wrong}: "${text.slice(0, 60)}"`)] : [];
  });
}

function whatIsWrong(text: string): string | null {
  if (/\bkeep\w*\b[^.]{0,40}\bin[ -]sync\b/i.test(text))
    return 'asks to keep two things the same; make one of them';
  if (!beginsWell(text)) return 'begins without a capital';
  return /[.!?…:][)"'`’”*]*$/.test(text) || /[)"'`’”][.!?]$/.test(text) ? null : 'ends without a full stop';
}

function beginsWell(text: string): boolean {
  const first = /^\S+/.exec(text)?.[0] ?? '';
  if (!/^\p{Ll}/u.test(first)) return true;
  // A name from code keeps its own spelling: pg-boss, dueAfter, smtp.ts.
  return SMALL_NAMES.has(first.replace(/[,.:;'’].*$/, '')) || /[\p{Lu}\d_./()-]/u.test(first);
}

/** Each comment once, its marks taken off; lines of `//` that follow each other are one comment. */
function commentsOf(source: Source): readonly { text: string; position: number }[] {
  const found: { text: string; position: number; end: number; line: boolean }[] = [];
  for (const { pos, end, kind } of ranges(source)) {
    const line = kind === ts.SyntaxKind.SingleLineCommentTrivia;
    const text = strip(source.text.slice(pos, end), line);
    const last = found.at(-1);
    if (
      line &&
      last?.line &&
      /^[ \t]*\r?\n[ \t]*$/.test(source.text.slice(last.end, pos)) &&
      !FOR_TOOLS.test(text)
    ) {
      last.text += ` ${text}`;
      last.end = end;
    } else found.push({ text, position: pos, end, line });
  }
  return found;
}

function strip(comment: string, line: boolean): string {
  if (line) return comment.replace(/^\/\/+/, '').trim();
  const inner = comment
    .replace(/^\/\*+/, '')
    .replace(/\*+\/$/, '')
    .replace(/^\s*\* ?/gm, '');
  // What follows a tag is for tools.
  return (inner.split(/^@\w+/m)[0] ?? '').replace(/\s+/g, ' ').trim();
}

function ranges(source: Source): readonly { pos: number; end: number; kind: ts.SyntaxKind }[] {
  const file = ts.createSourceFile(
    source.path,
    source.text,
    ts.ScriptTarget.Latest,
    true,
    source.path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const found = new Map<number, { pos: number; end: number; kind: ts.SyntaxKind }>();
  const look = (node: ts.Node): void => {
    const children = node.getChildren(file);
    // Words between JSX tags may look like comments and are none; their node has no trivia of its own.
    if (children.length === 0 && node.kind !== ts.SyntaxKind.JsxText) {
      const trivia = [
        ...(ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? []),
        ...(ts.getTrailingCommentRanges(source.text, node.getEnd()) ?? []),
      ];
      for (const range of trivia) found.set(range.pos, range);
    }
    children.forEach(look);
  };
  look(file);
  return [...found.values()].sort((one, other) => one.pos - other.pos);
}
