import { spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A port that nothing listens on at this moment. */
export function freePort() {
  return new Promise((done, fail) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
    server.on('error', fail);
  });
}

/** Whether an address answers 200, with this kind of content where one is named. */
export async function answers(url, kind = '') {
  try {
    const answer = await fetch(url, {
      redirect: 'follow',
      headers: { accept: kind || '*/*' },
      signal: AbortSignal.timeout(10_000),
    });
    return answer.status === 200 && (answer.headers.get('content-type') ?? '').includes(kind);
  } catch {
    return false;
  }
}

/** Starts a command in a process group of its own, as a terminal does, without settings of whoever runs this. */
export function start(command, words, cwd, settings) {
  const own = /^(BATON_|npm_|INIT_CWD$|DATABASE_URL$|PG|NODE_OPTIONS$|VITEST)/;
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !own.test(name) || /^npm_config_/.test(name)),
  );
  const child = spawn(command, words, {
    cwd,
    env: { ...env, ...settings },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const started = {
    said: '',
    code: undefined,
    /** Waits until the words match, and answers the match; null when time is up or the command ends first. */
    async until(words, milliseconds) {
      const end = performance.now() + milliseconds;
      while (performance.now() < end) {
        const found = words.exec(started.said);
        if (found || started.code !== undefined) return found;
        await wait(50);
      }
      return null;
    },
    /** The exit code once it has ended by itself, or null when time is up. */
    async ended(milliseconds) {
      const end = performance.now() + milliseconds;
      while (performance.now() < end && started.code === undefined) await wait(50);
      return started.code ?? null;
    },
    async stop() {
      if (started.code === undefined) child.kill('SIGTERM');
      return await started.ended(30_000);
    },
    kill() {
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // The group has ended, which is what was wanted.
      }
    },
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece) => {
      started.said += piece;
    });
  }
  child.on('error', (error) => {
    started.said += error.message;
    started.code = 127;
  });
  child.on('exit', (code, signal) => {
    started.code = code ?? `signal ${signal}`;
  });
  return started;
}

/** Sends a small intro by SMTP (RFC 5321) and answers the last line that the server said. */
export function sendMail(port, to) {
  const lines = [
    'EHLO stranger.example',
    'MAIL FROM:<theo@cobaltridge.example>',
    `RCPT TO:<${to}>`,
    'DATA',
    INTRO,
  ];
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    let said = '';
    const end = (words) => {
      socket.destroy();
      done(words);
    };
    socket.setTimeout(20_000, () => end(`no answer within 20 s after: ${said}`));
    socket.on('error', (error) => end(error.message));
    socket.on('data', (piece) => {
      said += piece;
      // The last line of an answer has a space after its code, the ones before it a hyphen.
      const answer = /^(\d{3}) .*\r\n$/m.exec(said);
      if (!answer) return;
      said = '';
      const next = lines.shift();
      if (next === undefined || !/^[23]/.test(answer[1])) return end(answer[0].trim());
      socket.write(`${next}\r\n`);
    });
  });
}

const INTRO = [
  'From: Theo Lindqvist <theo@cobaltridge.example>',
  'To: Dana Whitlock <dana@northbeam.example>, Joanna Pruitt <joanna@harbormutual.example>',
  'Subject: Intro: Joanna Pruitt (Harbor Mutual) <> Dana Whitlock (Northbeam)',
  `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
  `Message-ID: <stranger-${process.pid}@cobaltridge.example>`,
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Dana, meet Joanna, who runs platform engineering at Harbor Mutual. Joanna, Dana is the one to talk to.',
  'Renewals are on July 1. Could you send Joanna two or three times for next week?',
  '',
  'Theo',
  '.',
].join('\r\n');
