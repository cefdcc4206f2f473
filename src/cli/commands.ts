import { type Command, Option } from 'commander';
import { openAtTerminal } from '#cli/open.js';
import { refuseAtTerminal } from '#cli/say.js';
import { KEY_SCOPE } from '#domain/key-scope.js';
import { ASKERS, type Asker } from '#record/bundle/asker.js';
import type { Core } from '#worker/core.js';

type Finish = (code: number) => void;
type WithCore = (does: 'makes' | 'looks', run: (core: Core) => Promise<number>) => Promise<void>;

/** Commands that work on the database, beside a running server or without one. */
export function addCommands(program: Command, finish: Finish): void {
  const withCore: WithCore = async (does, run) => {
    try {
      finish(await openAtTerminal(does, run));
    } catch (error) {
      finish(refuseAtTerminal(error));
    }
  };
  program
    .command('add')
    .description('keep mails, as if they had arrived')
    .argument('<files...>')
    .action(async (files: string[]) =>
      withCore('makes', async (core) => (await import('#cli/add.js')).add(core, files)),
    );
  program
    .command('key')
    .description(`make a key of the API and print it, alone. ${KEY_SCOPE.may} ${KEY_SCOPE.mayNot}`)
    .summary('make a key of the API and print it, alone')
    .requiredOption('--name <name>', 'what the key is for')
    .option('--for <email>', 'the colleague it acts for')
    .action(async (options: { name: string; for?: string }) =>
      withCore('makes', async (core) =>
        (await import('#cli/key.js')).key(core, options.name, options.for ?? null),
      ),
    );
  program
    .command('sign-in-link')
    .description('print a sign-in link for a colleague')
    .argument('<email>')
    .action(async (email: string) =>
      withCore('looks', async (core) => (await import('#cli/sign-in-link.js')).signInLink(core, email)),
    );
  const verify = addRecordCommands(program, withCore);
  addBundleCommands(program, verify, withCore, finish);
  addUpkeepCommands(program, withCore, finish);
}

function addRecordCommands(program: Command, withCore: WithCore): Command {
  const verify = program
    .command('verify')
    .description('check every chain, checkpoint and arrival; exit code 1 where something is wrong')
    .option('--kept <files...>', 'checkpoints that were kept outside')
    .option('--json', 'as JSON')
    .action(async (options: { kept?: string[]; json?: boolean }) =>
      withCore('looks', async (core) =>
        (await import('#cli/verify.js')).verify(core, options.kept ?? [], options.json ?? false),
      ),
    );
  program
    .command('checkpoint')
    .description('print the newest signed checkpoints, to keep outside')
    .action(async () =>
      withCore('looks', async (core) => (await import('#cli/checkpoint.js')).checkpoint(core)),
    );
  program
    .command('rebuild')
    .description('throw the saved views away and fold them anew from the record')
    .action(async () =>
      withCore('looks', async (core) => (await import('#cli/rebuild.js')).rebuildViews(core)),
    );
  return verify;
}

/** Taking a deal along, and checking it where there is no Baton. */
function addBundleCommands(program: Command, verify: Command, withCore: WithCore, finish: Finish): void {
  program
    .command('export')
    .description('take along what is on record')
    .command('deal')
    .description('write a deal into a folder that can be checked anywhere')
    .argument('<deal>', 'its name or its id')
    .addOption(new Option('--for <side>', 'for whom').choices(ASKERS).default('partner'))
    .option('--out <folder>', 'where to; else a folder here, named after the buyer')
    .action(async (named: string, options: { for: Asker; out?: string }) =>
      withCore('looks', async (core) =>
        (await import('#cli/export.js')).exportDeal(core, {
          named,
          for: options.for,
          out: options.out ?? null,
        }),
      ),
    );
  verify
    .command('bundle')
    .description('check an exported deal; needs no database and no network')
    .argument('<path>', 'its folder, or the one file')
    .option('--checkpoint <file>', 'checkpoints that were kept outside')
    .action(async (path: string, options: { checkpoint?: string }) => {
      const { verifyBundle } = await import('#cli/verify-bundle.js');
      finish(await verifyBundle(path, options.checkpoint ?? null));
    });
}

function addUpkeepCommands(program: Command, withCore: WithCore, finish: Finish): void {
  program
    .command('doctor')
    .description('say what is well and what is not')
    .action(async () => withCore('looks', async (core) => (await import('#cli/doctor.js')).doctor(core)));
  program
    .command('backup')
    .description('write everything into one file; the key file is not in it')
    .argument('<file>')
    .action(async (file: string) =>
      withCore('looks', async (core) => (await import('#cli/backup.js')).backupTo(core, file)),
    );
  program
    .command('restore')
    .description('fill an empty Baton from a backup; needs the same key')
    .argument('<file>')
    .action(async (file: string) => {
      try {
        finish(await (await import('#cli/backup.js')).restoreFrom(file));
      } catch (error) {
        finish(refuseAtTerminal(error));
      }
    });
}
