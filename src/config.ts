import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { isOwnMachine } from '#domain/own-machine.js';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.js';

/** Every setting, in the order in which docs/settings.md lists them: what stands where it is not set, and what it is for. */
export const SETTINGS = [
  [
    'BATON_HOME',
    '/var/lib/baton for root, else ~/.local/share/baton',
    'The folder of this installation: its database, its key, its lock.',
  ],
  ['BATON_PORT', '4711', 'The port of the web. 0 takes a free one, which the start prints.'],
  ['BATON_BIND', '127.0.0.1', 'The address that the web listens on. 0.0.0.0 or :: opens it to the network.'],
  [
    'BATON_URL',
    'http://localhost and the port',
    'What links in mails begin with: the address at which partners and colleagues reach this Baton.',
  ],
  ['BATON_SMTP_PORT', '4725', 'The port on which mail is taken in. 0 takes a free one.'],
  ['BATON_SMTP_BIND', '127.0.0.1', 'The address that the mail listener listens on.'],
  [
    'BATON_ROLES',
    'web,worker,smtp',
    'What this process does. Several servers on one database may share the work.',
  ],
  [
    'DATABASE_URL',
    'a PostgreSQL of its own in BATON_HOME',
    'A PostgreSQL of version 15 or later. A pooler in transaction mode will do if BATON_DIRECT_DATABASE_URL goes round it.',
  ],
  [
    'BATON_DIRECT_DATABASE_URL',
    'DATABASE_URL',
    'The same database without a pooler, for migrations, notices and backups.',
  ],
  [
    'BATON_APP_DATABASE_URL',
    'a login that Baton makes',
    'The login that serves, where the one in DATABASE_URL may not make logins.',
  ],
  ['BATON_AUTH_DATABASE_URL', 'a login that Baton makes', 'The login for sign-ins, likewise.'],
  [
    'BATON_REDUCED',
    'no',
    'Accepts one login for everything, where no second one can be had. It guards less, and the log, doctor and /readyz say so.',
  ],
  [
    'BATON_KEY',
    'a key file in BATON_HOME, made at the first start',
    'The secret of this installation: 32 bytes as 64 hexadecimal digits or in base64. What was encrypted with it cannot be read without it.',
  ],
  [
    'BATON_OUTGOING_URL',
    'none: what would be sent is shown to copy',
    'The server that sends mail: smtp:// or smtps://, with login and password where it wants them. One that is set on the page (Settings, Mail and keys) goes before it. It may stand on a private network; an smtp:// server that is not on this machine has to offer STARTTLS, unless `?security=none` stands at the end.',
  ],
  [
    'BATON_OUTGOING_FROM',
    'intro@ the host of BATON_URL',
    'The address that mail of Baton itself comes from.',
  ],
  [
    'BATON_LOG_LEVEL',
    'info',
    'How much the log says: trace, debug, info, warn, error, fatal or silent. It never holds the words of a mail.',
  ],
] as const satisfies readonly (readonly [name: string, fallback: string, says: string])[];

type Name = (typeof SETTINGS)[number][0];
type Role = 'web' | 'worker' | 'smtp';

/** The settings of one installation, read and checked. URLs have no slash at the end. */
export type Config = {
  readonly home: string;
  readonly web: { readonly port: number; readonly bind: string };
  readonly smtp: { readonly port: number; readonly bind: string };
  /** Null where nobody set it: links then say localhost, which the pages warn of. */
  readonly url: string | null;
  readonly roles: readonly Role[];
  readonly database: {
    readonly url: string | null;
    readonly directUrl: string | null;
    readonly appUrl: string | null;
    readonly authUrl: string | null;
    readonly reduced: boolean;
  };
  /** The 32 bytes of BATON_KEY; null means the key file. */
  readonly key: Uint8Array | null;
  readonly outgoing: { readonly url: string; readonly from: string } | null;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Variables that begin with BATON_ and are no settings: probably misspelled, and worth a warning. */
  readonly unknown: readonly string[];
};

export type Environment = Readonly<Record<string, string | undefined>>;
/** Who runs this: root keeps its data where servers do, others below their own folder. */
export type Runner = { readonly uid: number | null; readonly folder: string };

const ROLES: readonly Role[] = ['web', 'worker', 'smtp'];
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** Reads the settings; the first that cannot be used is refused in a sentence that names it. */
export function readConfig(
  environment: Environment = process.env,
  runner: Runner = thisRunner(),
): Config | Refusal {
  try {
    return read(environment, runner);
  } catch (error) {
    if (isRefusal(error)) return error;
    throw error;
  }
}

function read(environment: Environment, runner: Runner): Config {
  const given = (name: Name) => environment[name]?.trim() || null;
  const url = webUrl('BATON_URL', given('BATON_URL'));
  return {
    home: homeFolder(given('BATON_HOME'), runner),
    web: { port: port('BATON_PORT', given('BATON_PORT'), 4711), bind: given('BATON_BIND') ?? '127.0.0.1' },
    smtp: {
      port: port('BATON_SMTP_PORT', given('BATON_SMTP_PORT'), 4725),
      bind: given('BATON_SMTP_BIND') ?? '127.0.0.1',
    },
    url,
    roles: roles(given('BATON_ROLES')),
    database: {
      url: databaseUrl('DATABASE_URL', given('DATABASE_URL')),
      directUrl: databaseUrl('BATON_DIRECT_DATABASE_URL', given('BATON_DIRECT_DATABASE_URL')),
      appUrl: databaseUrl('BATON_APP_DATABASE_URL', given('BATON_APP_DATABASE_URL')),
      authUrl: databaseUrl('BATON_AUTH_DATABASE_URL', given('BATON_AUTH_DATABASE_URL')),
      reduced: yesOrNo('BATON_REDUCED', given('BATON_REDUCED')),
    },
    key: key(given('BATON_KEY')),
    outgoing: outgoing(given('BATON_OUTGOING_URL'), given('BATON_OUTGOING_FROM'), url),
    logLevel: oneOf('BATON_LOG_LEVEL', given('BATON_LOG_LEVEL') ?? 'info', LOG_LEVELS),
    unknown: Object.keys(environment).filter(
      (name) => name.startsWith('BATON_') && !SETTINGS.some(([known]) => known === name),
    ),
  };
}

function thisRunner(): Runner {
  return { uid: process.getuid?.() ?? null, folder: homedir() };
}

function homeFolder(given: string | null, runner: Runner): string {
  if (given === null) return runner.uid === 0 ? '/var/lib/baton' : join(runner.folder, '.local/share/baton');
  const folder = given.startsWith('~/') ? join(runner.folder, given.slice(2)) : given;
  return isAbsolute(folder) ? folder : resolve(folder);
}

function port(name: Name, given: string | null, fallback: number): number {
  if (given === null) return fallback;
  const number = /^\d{1,5}$/.test(given) ? Number(given) : Number.NaN;
  if (number <= 65_535) return number;
  throw refusal(name, `${name} is a port from 0 to 65535, and "${given}" is none.`);
}

function roles(given: string | null): readonly Role[] {
  if (given === null) return ROLES;
  const named = given.split(',').map((role) => role.trim());
  return ROLES.filter((role) => named.map((each) => oneOf('BATON_ROLES', each, ROLES)).includes(role));
}

function oneOf<Word extends string>(name: Name, given: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === given);
  if (found !== undefined) return found;
  throw refusal(
    name,
    `${name} knows ${words.slice(0, -1).join(', ')} and ${words.at(-1)}, and not "${given}".`,
  );
}

function yesOrNo(name: Name, given: string | null): boolean {
  if (given === null || /^(0|no|false|off)$/i.test(given)) return false;
  if (/^(1|yes|true|on)$/i.test(given)) return true;
  throw refusal(name, `${name} is yes or no, and not "${given}".`);
}

function webUrl(name: Name, given: string | null): string | null {
  if (given === null) return null;
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url && /^https?:$/.test(url.protocol) && !url.search && !url.hash) return given.replace(/\/+$/, '');
  throw refusal(name, `${name} is an address like https://baton.northbeam.example, and "${given}" is none.`);
}

// The value may hold a password, so the sentence must not repeat it.
function databaseUrl(name: Name, given: string | null): string | null {
  if (given === null || /^postgres(ql)?:\/\//.test(given)) return given;
  throw refusal(name, `${name} begins with postgresql://, and what was given does not.`);
}

function key(given: string | null): Uint8Array | null {
  if (given === null) return null;
  const bytes = /^[0-9a-f]{64}$/i.test(given) ? Buffer.from(given, 'hex') : Buffer.from(given, 'base64');
  if (bytes.length === 32 && /^[0-9a-z+/_-]+=*$/i.test(given)) return new Uint8Array(bytes);
  throw refusal(
    'BATON_KEY',
    'BATON_KEY is 32 bytes, as 64 hexadecimal digits or in base64, and what was given is not.',
  );
}

function outgoing(given: string | null, from: string | null, url: string | null): Config['outgoing'] {
  if (from !== null && !/^[^\s@<>]+@[^\s@<>]+$/.test(from)) {
    throw refusal('BATON_OUTGOING_FROM', `BATON_OUTGOING_FROM is a mail address, and "${from}" is none.`);
  }
  if (given === null) return null;
  if (!/^smtps?:\/\/[^/]/.test(given) || /%(?![0-9a-f]{2})/i.test(given) || !URL.canParse(given)) {
    throw refusal(
      'BATON_OUTGOING_URL',
      'BATON_OUTGOING_URL is like smtp://login:password@mail.northbeam.example:587, and what was given is not.',
    );
  }
  refuseInTheOpen(new URL(given));
  return { url: given, from: from ?? `intro@${url ? new URL(url).hostname : 'localhost'}` };
}

function refuseInTheOpen({ searchParams, hostname, username }: URL): void {
  const security = searchParams.get('security');
  if (security !== null && security !== 'none')
    throw refusal(
      'BATON_OUTGOING_URL',
      'BATON_OUTGOING_URL ends in ?security=none or without it, and nothing else is known there.',
    );
  if (security === 'none' && username !== '' && !isOwnMachine(hostname))
    throw refusal(
      'BATON_OUTGOING_URL',
      'BATON_OUTGOING_URL has a password and ?security=none, and a password is not sent without encryption.',
    );
}

function refusal(name: Name, because: string): Refusal {
  return refuse(`setting.${name.toLowerCase().replaceAll('_', '-')}`, because);
}
