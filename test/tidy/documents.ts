import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type Complaint, complain, ROOT, type Source, sources } from './source.js';

const FOLDERS = 'src|test|bench|training|scripts|docs|migrations|\\.ci';
const PATH = new RegExp(
  `^((${FOLDERS})/[\\w./-]*|[\\w./-]+\\.(tsx?|mjs|md|json|sql|png|txt|css|html)|[\\w-]+/([\\w-]+/)*)$`,
);

/** What a document may name beside files: the scripts of package.json and the commands of the terminal door. */
export type Commands = { readonly scripts: ReadonlySet<string>; readonly baton: ReadonlySet<string> };

export function commandsOfThisClone(): Commands {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const cli = sources(['src/cli'], /\.ts$/).map(({ text }) => text);
  const named = cli.flatMap((text) =>
    [...text.matchAll(/(?:\.command|new Command)\(\s*['"`]([a-z-]+)/g)].map((match) => match[1] ?? ''),
  );
  return { scripts: new Set(Object.keys(scripts)), baton: new Set(named) };
}

/** Links to files, names of files, and commands that a document shows and that are not there. */
export function deadNames(source: Source, commands: Commands): readonly Complaint[] {
  return [...deadLinks(source), ...deadPaths(source), ...deadCommands(source, commands)];
}

function deadLinks(source: Source): readonly Complaint[] {
  return [...source.text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)/g)].flatMap((match) => {
    const target = posix.join(posix.dirname(source.path), match[1] ?? '');
    return existsSync(join(ROOT, target))
      ? []
      : [complain(source, match.index, `links to ${match[1]}, which is not there`)];
  });
}

/** Names in `code` that look like files of the repository; one below src/ may leave src/ away. */
function deadPaths(source: Source): readonly Complaint[] {
  return [...source.text.matchAll(/(?<!`)`([^`\n]+)`(?!`)/g)].flatMap((match) => {
    const name = match[1] ?? '';
    if (!PATH.test(name)) return [];
    const there = [name, `src/${name}`, posix.join(posix.dirname(source.path), name)].some((path) =>
      existsSync(join(ROOT, path)),
    );
    return there ? [] : [complain(source, match.index, `names ${name}, which is not there`)];
  });
}

function deadCommands(source: Source, { scripts, baton }: Commands): readonly Complaint[] {
  return [...source.text.matchAll(/```[a-z]*\n([\s\S]*?)```|`([^`\n]+)`/g)].flatMap((match) => {
    const code = match[1] ?? match[2] ?? '';
    const dead: string[] = [];
    for (const [, script = ''] of code.matchAll(/\bnpm run (?:-s )?([\w:-]+)/g))
      if (!scripts.has(script)) dead.push(`npm run ${script}`);
    for (const [, script = ''] of code.matchAll(/\bnpm (start|test)\b/g))
      if (!scripts.has(script)) dead.push(`npm ${script}`);
    for (const [, word = ''] of code.matchAll(/\bbaton (?:-- )?([a-z][a-z-]+)/g)) {
      if (!baton.has(word)) dead.push(`baton ${word}`);
    }
    return dead.map((command) => complain(source, match.index, `shows ${command}, which does not exist`));
  });
}
