import { expect, test } from 'vitest';
import { type Config, readConfig, SETTINGS } from '#config.js';

const RUNNER = { uid: 1000, folder: '/srv/ada' };

function read(environment: Record<string, string>): Config {
  return readConfig(environment, RUNNER) as Config;
}

test('nothing has to be set', () => {
  expect(readConfig({}, RUNNER)).toEqual({
    home: '/srv/ada/.local/share/baton',
    web: { port: 4711, bind: '127.0.0.1' },
    smtp: { port: 4725, bind: '127.0.0.1' },
    url: null,
    roles: ['web', 'worker', 'smtp'],
    database: { url: null, directUrl: null, appUrl: null, authUrl: null, reduced: false },
    key: null,
    outgoing: null,
    logLevel: 'info',
    unknown: [],
  });
  expect(readConfig({}, { uid: 0, folder: '/srv/ada' })).toMatchObject({ home: '/var/lib/baton' });
});

test('an empty variable is one that is not set', () => {
  expect(readConfig(Object.fromEntries(SETTINGS.map(([name]) => [name, ' '])), RUNNER)).toEqual(
    readConfig({}, RUNNER),
  );
});

test('what is set is read', () => {
  expect(read({ BATON_HOME: '~/baton', BATON_URL: 'https://baton.northbeam.example/' })).toMatchObject({
    home: '/srv/ada/baton',
    url: 'https://baton.northbeam.example',
  });
  expect(read({ BATON_ROLES: 'smtp, web', BATON_REDUCED: 'yes', BATON_PORT: '0' })).toMatchObject({
    roles: ['web', 'smtp'],
    web: { port: 0 },
    database: { reduced: true },
  });
  expect(read({ BATON_KEY: 'ab'.repeat(32) }).key).toEqual(new Uint8Array(32).fill(0xab));
  expect(read({ BATON_KEY: Buffer.alloc(32, 7).toString('base64') }).key).toEqual(new Uint8Array(32).fill(7));
});

test("mail of Baton's own comes from intro@ the host that links name, unless an address is set", () => {
  const server = {
    BATON_OUTGOING_URL: 'smtp://mail.northbeam.example:587',
    BATON_URL: 'https://baton.northbeam.example:8443',
  };
  expect(read(server).outgoing?.from).toBe('intro@baton.northbeam.example');
  expect(read({ ...server, BATON_OUTGOING_FROM: 'baton@northbeam.example' }).outgoing?.from).toBe(
    'baton@northbeam.example',
  );
});

test.each([
  'smtp://baton:hunter2@10.0.0.7:25?security=none',
  'smtp://10.0.0.7:25?security=tls',
  'smtp://baton:hunter%zz@mail.northbeam.example',
])(
  'an outgoing server that would get its password in the open, or is written wrongly, is refused: %s',
  (url) => {
    const refused = readConfig({ BATON_OUTGOING_URL: url }, RUNNER);
    expect(refused).toMatchObject({ refused: 'setting.baton-outgoing-url' });
    expect(JSON.stringify(refused)).not.toContain('hunter');
    expect(read({ BATON_OUTGOING_URL: 'smtp://10.0.0.7:25?security=none' }).outgoing).not.toBeNull();
    expect(read({ BATON_OUTGOING_URL: 'smtp://a:b@localhost:25?security=none' }).outgoing).not.toBeNull();
  },
);

test('a variable that is probably misspelled is named', () => {
  expect(read({ BATON_PROT: '80', PORT: '80' }).unknown).toEqual(['BATON_PROT']);
});

test.each([
  ['BATON_PORT', '70000', 'BATON_PORT is a port from 0 to 65535, and "70000" is none.'],
  ['BATON_SMTP_PORT', 'smtp', 'BATON_SMTP_PORT is a port from 0 to 65535, and "smtp" is none.'],
  ['BATON_ROLES', 'web,cron', 'BATON_ROLES knows web, worker and smtp, and not "cron".'],
  ['BATON_REDUCED', 'maybe', 'BATON_REDUCED is yes or no, and not "maybe".'],
  [
    'BATON_URL',
    'baton.example',
    'BATON_URL is an address like https://baton.northbeam.example, and "baton.example" is none.',
  ],
  [
    'BATON_LOG_LEVEL',
    'loud',
    'BATON_LOG_LEVEL knows trace, debug, info, warn, error, fatal and silent, and not "loud".',
  ],
  ['BATON_OUTGOING_FROM', 'Baton', 'BATON_OUTGOING_FROM is a mail address, and "Baton" is none.'],
])('%s=%s is refused in a sentence that names it', (name, value, because) => {
  expect(readConfig({ [name]: value }, RUNNER)).toEqual({
    refused: `setting.${name.toLowerCase().replaceAll('_', '-')}`,
    because,
  });
});

test.each(['DATABASE_URL', 'BATON_APP_DATABASE_URL', 'BATON_KEY', 'BATON_OUTGOING_URL'])(
  'a refusal of %s does not repeat the secret in it',
  (name) => {
    const refusal = readConfig({ [name]: 'http://baton:hunter2@db.example' }, RUNNER);
    expect(JSON.stringify(refusal)).toContain(name);
    expect(JSON.stringify(refusal)).not.toContain('hunter2');
  },
);

test('docs/settings.md lists every setting as the code has it', async () => {
  const rows = SETTINGS.map(([name, fallback, says]) => `| \`${name}\` | ${fallback} | ${says} |`);
  const page = `# Settings

Baton reads its settings from the environment and needs none of them. A value that cannot be used is refused at the start, in a sentence that names it. This page is written from \`config.ts\` by its test (\`npm test -- src/config -u\`).

| setting | where it is not set | what it is for |
|---|---|---|
${rows.join('\n')}
`;
  await expect(page).toMatchFileSnapshot('../docs/settings.md');
});
