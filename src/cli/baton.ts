import { Command } from 'commander';
import { start } from '#cli/start.js';

// Whoever reads may stop early, as head does: that is no mistake.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

/** The terminal door. Each command loads what it needs when it is asked for, so that `baton read` starts at once. */
const program = new Command('baton')
  .description(
    'From a partner’s intro to an owned handoff with a clock, and one record both companies can quote.',
  )
  .showHelpAfterError('Type baton --help for what there is.');

program
  .command('start')
  .description('start Baton: pages, worker and mail listener, on a database of its own or DATABASE_URL')
  .action(async () => finish(await start()));

program
  .command('demo')
  .description('start a Baton of its own with a made-up story, on its own clock; nothing of it is kept')
  .option('--port <port>', 'the port of its pages; else 4731, or a free one where that is taken')
  .option('--smtp-port <port>', 'the port on which it takes mail; else 4735, likewise')
  .option('--home <folder>', 'an empty folder to keep it in; else one that is removed at the end')
  .action(async (options: { port?: string; smtpPort?: string; home?: string }) => {
    const { demo } = await import('#cli/demo.js');
    finish(await demo(options));
  });

program
  .command('read')
  .description('read mails and print what they say; - is standard input')
  .argument('<files...>')
  .option('--context <file>', 'what is known before reading, as JSON')
  .option('--json', 'one JSON object a line')
  .action(async (files: string[], options: { context?: string; json?: boolean }) => {
    const { readFiles } = await import('#cli/read.js');
    const out = (line: string) => process.stdout.write(`${line}\n`);
    const err = (line: string) => process.stderr.write(`${line}\n`);
    finish(
      await readFiles(files, { context: options.context ?? null, json: options.json ?? false, out, err }),
    );
  });

const { addCommands } = await import('#cli/commands.js');
addCommands(program, finish);

await program.parseAsync();

function finish(code: number): void {
  process.exitCode = code;
}
