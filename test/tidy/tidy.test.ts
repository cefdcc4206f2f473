import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { poorComments } from './comments.js';
import { commandsOfThisClone, deadNames } from './documents.js';
import { clockReads, environmentReads, machinePaths, strayQueries } from './edges.js';
import { readImportTable, wrongImports } from './import-table.js';
import { consoles, defaultExports, emptyNames, longFunctions, tooLong } from './shape.js';
import { type Complaint, ROOT, type Source, sources } from './source.js';

const CODE = sources(['src', 'test', 'scripts', 'bench'], /\.(tsx?|mjs)$/);
const ALL = sources(['.'], /\.(tsx?|mjs|md|json|sql|css|html|txt|ya?ml)$|^(NOTICE|\.ci\/run)$/);
const DOCUMENTS = sources(['.'], /^([A-Z]+\.md|docs\/.*\.md)$/);
const TABLE = readImportTable(readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8'));
const COMMANDS = commandsOfThisClone();

/** A rule, a file that keeps it and one that does not. The second proves that the rule can fail. */
type Rule = {
  readonly claim: string;
  readonly over: readonly Source[];
  readonly rule: (source: Source) => readonly Complaint[];
  readonly good: readonly [path: string, text: string];
  readonly bad: readonly (readonly [path: string, text: string])[];
};

const RULES: readonly Rule[] = [
  {
    claim: 'a room imports only what its row in ARCHITECTURE.md allows',
    over: CODE,
    rule: (source) => wrongImports(source, TABLE),
    good: [
      'src/reading/mail/intro.ts',
      "import type { Id } from '#domain/id.js'; import './words.js'; import 'zod';",
    ],
    bad: [
      ['src/domain/id.ts', "import { dueAfter } from '#clocks/working-time.js';"],
      ['src/reading/mail/intro.ts', "import type { Entry } from '#record/entry.js';"],
      ['src/record/entry.ts', "export { decide } from '../actions/decision.js';"],
      ['src/clocks/say.ts', "export async function late() { return await import('#server/run.js'); }"],
      ['src/clocks/say.ts', "export type Row = import('#contract/today.js').Today;"],
      ['src/web/today/page.tsx', "import { readConfig } from '#config.js';"],
      ['src/gossip/rumour.ts', "import { must } from '#domain/must.js';"],
      ['src/clocks/say.ts', "import { at } from './say.test.js';"],
      ['src/cli/bench.ts', "import { run } from '../../bench/run.js';"],
    ],
  },
  {
    claim: 'a file has at most 300 lines',
    over: CODE,
    rule: tooLong,
    good: ['src/domain/a.ts', 'x\n'.repeat(300)],
    bad: [['src/domain/a.ts', 'x\n'.repeat(301)]],
  },
  {
    claim: 'a function has at most 70 lines',
    over: CODE,
    rule: longFunctions,
    good: ['src/domain/a.ts', `function a() {\n${'b();\n'.repeat(68)}}`],
    bad: [
      ['src/domain/a.ts', `function a() {\n${'b();\n'.repeat(69)}}`],
      ['src/web/deal/page.tsx', `export const a = () => {\n${'b();\n'.repeat(69)}};`],
    ],
  },
  {
    claim: 'files and folders are named after nouns of the field, and none is a barrel',
    over: ALL,
    rule: ({ path }) => emptyNames(path),
    good: ['src/domain/handoff.ts', ''],
    bad: [
      'src/utils/time.ts',
      'src/deal/helpers.ts',
      'src/types.ts',
      'src/lib/a/b.ts',
      'src/record/index.ts',
      'src/common.ts',
    ].map((path) => [path, ''] as const),
  },
  {
    claim: 'only the screens and settings of tools export a default',
    over: CODE,
    rule: defaultExports,
    good: ['vite.config.ts', 'export default {};'],
    bad: [
      ['src/domain/a.ts', 'export default 1;'],
      ['src/domain/a.ts', 'export default function a() {}'],
      ['src/domain/a.ts', 'const a = 1; export { a as default };'],
    ],
  },
  {
    claim: 'a comment is a sentence, and none asks a reader to keep two things the same',
    over: CODE,
    rule: poorComments,
    good: [
      'src/domain/a.ts',
      '// The reason is long,\n// and ends here.\n/** pg-boss says when. */\n/* biome-ignore a */ const a = "// no";',
    ],
    bad: [
      ['src/domain/a.ts', '// the reason.'],
      ['src/domain/a.ts', '/** The reason */'],
      ['src/domain/a.ts', `// Keep this in ${'sync'} with b.ts.`],
      ['src/web/a.tsx', 'const a = <p>{/* a word */}</p>;'],
    ],
  },
  {
    claim: 'the environment is read by config.ts alone',
    over: CODE,
    rule: environmentReads,
    good: ['src/config.ts', 'const home = process.env.HOME;'],
    bad: [
      ['src/app.ts', 'const home = process.env.HOME;'],
      ['src/cli/start.ts', "import { env } from 'node:process';"],
    ],
  },
  {
    claim: 'the clock is asked only at the edges',
    over: CODE,
    rule: clockReads,
    good: ['src/worker/run.ts', 'const now = Date.now(); const day = new Date(0);'],
    bad: [
      ['src/actions/a.ts', 'const now = Date.now();'],
      ['src/clocks/a.ts', 'const now = new Date();'],
      ['src/views/a.ts', 'const now = Temporal.Now.instant();'],
    ],
  },
  {
    claim: 'nothing but the terminal door writes to a console',
    over: CODE,
    rule: consoles,
    good: ['src/cli/a.ts', 'console.log(1);'],
    bad: [['src/server/a.ts', 'console.error(1);']],
  },
  {
    claim: 'SQL stands in the stores, the ground and the record',
    over: CODE,
    rule: strayQueries,
    good: ['src/views/deal.store.ts', 'const all = `select * from deal`;'],
    bad: [
      ['src/views/deal.ts', 'const all = `select * from deal`;'],
      ['src/server/a.ts', `const all = 'insert into deal values (1)';`],
      ['src/server/a.ts', 'const all = `delete from deal where id = $' + '{id}`;'],
    ],
  },
  {
    claim: 'nothing names a path of the machine that it was written on',
    over: ALL.filter(({ path }) => path !== 'test/tidy/tidy.test.ts'),
    rule: machinePaths,
    good: ['docs/settings.md', 'The data folder is /var/lib/baton.'],
    bad: [['docs/settings.md', `See /${'work'}/notes.md.`]],
  },
  {
    claim: 'what the documents name is there: files, scripts, commands',
    over: DOCUMENTS,
    rule: (source) => deadNames(source, COMMANDS),
    good: [
      'README.md',
      'See [how](ARCHITECTURE.md), `domain/id.ts` and `src/clocks/`: `npm test`, zone `Europe/Berlin`.',
    ],
    bad: [
      ['README.md', 'See [how](HOW.md).'],
      ['docs/a.md', 'See `src/clocks/hourglass.ts`.'],
      ['README.md', '```sh\nnpm run fly\n```'],
      ['README.md', 'Try `npm run -s baton -- fly`.'],
      ['README.md', 'Try `baton fly now`.'],
    ],
  },
];

describe.each(RULES)('$claim', ({ over, rule, good, bad }) => {
  test('everywhere', () => {
    expect(over.length).toBeGreaterThan(0);
    expect(over.flatMap(rule)).toEqual([]);
  });

  test('and a file that does not is named', () => {
    expect(rule({ path: good[0], text: good[1] })).toEqual([]);
    for (const [path, text] of bad)
      expect(rule({ path, text }), `${path}: ${text.slice(0, 80)}`).toHaveLength(1);
  });
});

test('the table of rooms has a row for each folder and each file of src/', () => {
  const rooms = new Set(sources(['src'], /(?<!\.test)\.tsx?$/).map(({ path }) => path.split('/')[1]));
  expect([...rooms].filter((room) => room && !TABLE.has(room))).toEqual([]);
});

test('the table of rooms has no circle: a room imports only rooms above it', () => {
  const above = new Set<string>();
  for (const [room, allowed] of TABLE) {
    expect(
      [...allowed].filter((other) => !above.has(other)),
      room,
    ).toEqual([]);
    above.add(room);
  }
});
