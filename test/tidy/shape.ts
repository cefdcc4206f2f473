import ts from 'typescript';
import { type Complaint, complain, each, isTest, parse, type Source } from './source.js';

const FILE_LINES = 300;
const FUNCTION_LINES = 70;
const NO_NOUN = /(^|\/)(utils?|lib|helpers?|common|types|misc|shared)(\/|\.[a-z.]+$)/;

/** A file that is longer than one noun needs. */
export function tooLong(source: Source): readonly Complaint[] {
  const lines = source.text.trimEnd().split('\n').length;
  return lines > FILE_LINES
    ? [`${source.path} has ${lines} lines, and ${FILE_LINES} are enough for one noun`]
    : [];
}

/** A function that does not fit on a screen. The bodies of a test file's describe are no functions in this sense. */
export function longFunctions(source: Source): readonly Complaint[] {
  if (/\.test\.tsx?$/.test(source.path)) return [];
  const found: Complaint[] = [];
  const file = parse(source);
  each(file, (node) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return;
    const first = file.getLineAndCharacterOfPosition(node.getStart()).line;
    const length = file.getLineAndCharacterOfPosition(node.getEnd()).line - first + 1;
    if (length > FUNCTION_LINES)
      found.push(
        complain(source, node.getStart(), `is a function of ${length} lines, of ${FUNCTION_LINES} allowed`),
      );
  });
  return found;
}

/** A name that says nothing of the field, or a file that only hands on what others export. */
export function emptyNames(path: string): readonly Complaint[] {
  if (NO_NOUN.test(path)) return [`${path} is not named after a noun of the field`];
  return /(^|\/)index\.[cm]?[tj]sx?$/.test(path)
    ? [`${path} would be a barrel; import the file that has the thing`]
    : [];
}

/** A default export where no tool asks for one. */
export function defaultExports(source: Source): readonly Complaint[] {
  if (
    /^src\/web\//.test(source.path) ||
    /^test\/setup\//.test(source.path) ||
    /(^|\/)[a-z-]+\.config\.ts$/.test(source.path)
  )
    return [];
  const found: Complaint[] = [];
  each(parse(source), (node) => {
    const isDefault =
      ts.isExportAssignment(node) ||
      (ts.canHaveModifiers(node) &&
        ts.getModifiers(node)?.some((each) => each.kind === ts.SyntaxKind.DefaultKeyword)) ||
      (ts.isExportSpecifier(node) && node.name.text === 'default');
    if (isDefault) found.push(complain(source, node.getStart(), 'exports a default; give it a name'));
  });
  return found;
}

/** Words on a console in what is no terminal door. */
export function consoles(source: Source): readonly Complaint[] {
  if (!source.path.startsWith('src/') || source.path.startsWith('src/cli/') || isTest(source.path)) return [];
  const found: Complaint[] = [];
  each(parse(source), (node) => {
    if (!ts.isPropertyAccessExpression(node) || node.expression.getText() !== 'console') return;
    found.push(complain(source, node.getStart(), 'writes to the console; the log is for that'));
  });
  return found;
}
