import ts from 'typescript';
import { type Complaint, complain, each, isTest, parse, type Source } from './source.js';

/** Where the clock may be asked, and why there. Everywhere else `now` is an argument. */
const CLOCKS: readonly (readonly [RegExp, string])[] = [
  [/^src\/worker\/run\.ts$/, 'The heartbeat asks once and hands it on.'],
  [/^src\/(app|worker\/core)\.ts$/, 'It wires the clock that everything else is handed.'],
  [/^src\/(server|cli)\//, 'A door says when something was asked.'],
  [
    /^src\/database\//,
    'Leases and waits of the queue and the embedded server are time of the machine, not of the field.',
  ],
  [/^src\/connections\//, 'Time limits of a conversation with the outside.'],
  [/^src\/demo\//, 'The demo stands on a clock of its own, which begins now.'],
  [/^src\/web\//, "A screen counts down from the server's answer and asks only how long ago that was."],
];

/** Where SQL may stand. */
const STORES = /(\.store\.ts$|^src\/(database|record)\/|^migrations\/)/;

/** The environment, read anywhere but in config.ts. */
export function environmentReads(source: Source): readonly Complaint[] {
  if (!isProduct(source) || source.path === 'src/config.ts') return [];
  return find(source, 'reads the environment, which config.ts alone does', (node) => {
    if (ts.isPropertyAccessExpression(node)) return node.getText() === 'process.env';
    return (
      ts.isImportDeclaration(node) && /^import[^'"]*\benv\b[^'"]*['"](node:)?process['"]/.test(node.getText())
    );
  });
}

/** A question to the clock where `now` should have been handed in. */
export function clockReads(source: Source): readonly Complaint[] {
  if (!isProduct(source) || CLOCKS.some(([place]) => place.test(source.path))) return [];
  return find(source, 'asks the clock; take now as an argument', (node) => {
    if (ts.isNewExpression(node))
      return node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0;
    if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return true;
    return ts.isPropertyAccessExpression(node) && ['Date.now', 'Temporal.Now'].includes(node.getText());
  });
}

/** SQL outside the stores. */
export function strayQueries(source: Source): readonly Complaint[] {
  if (!isProduct(source) || STORES.test(source.path)) return [];
  const statement =
    /^\s*(select\b[\s\S]+\bfrom\s|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s|with\s+\w+\s+as\s|(create|alter|drop)\s+(table|role|schema|index|policy)\b|copy\s+\w+\s+(from|to)\s|set\s+local\s|(listen|notify)\s+\w+$)/i;
  return find(source, 'holds SQL; put it in a .store.ts file', (node) => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
      return statement.test(node.text);
    return ts.isTemplateExpression(node) && statement.test(node.getText().slice(1));
  });
}

/** A path of the machine that somebody worked on. */
export function machinePaths(source: Source): readonly Complaint[] {
  const found = /(?<![\w.])\/(work|tmp|root|home)\/[\w.-]+/g;
  return [...source.text.matchAll(found)].map((match) =>
    complain(source, match.index, `names ${match[0]}, a path of one machine`),
  );
}

function isProduct(source: Source): boolean {
  return source.path.startsWith('src/') && !isTest(source.path);
}

function find(source: Source, sentence: string, wrong: (node: ts.Node) => boolean): readonly Complaint[] {
  const found: Complaint[] = [];
  each(parse(source), (node) => {
    if (wrong(node)) found.push(complain(source, node.getStart(), sentence));
  });
  return found;
}
