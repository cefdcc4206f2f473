import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { NOTHING_KNOWN, readContext } from '#cli/read-context.js';
import { mailJson } from '#cli/read-json.js';
import { isTranscript } from '#cli/read-kind.js';
import { mailPage } from '#cli/read-page.js';
import type { ReadingContext } from '#domain/intro.js';
import type { Problem } from '#domain/problem.js';
import { isRefusal } from '#domain/refusal.js';
import { readMail } from '#reading/mail/read-mail.js';
import { closeMailDecoder, decodeMail } from '#sources/mail/decode.js';
import { EMPTY_HEAD, emptyMail } from '#sources/mail/empty-mail.js';

export type ReadOptions = {
  /** Path of a context file, or null. */
  readonly context: string | null;
  readonly json: boolean;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
};

/** The most bytes that are taken from one file or from standard input; a mail beyond it is not read anyway. */
const MOST = 64 * 1024 * 1024;

/**
 * `baton read`: reads mails and writes one JSON object a line, or a page for people. `-` is standard input. A
 * file that cannot be read is still an object, with problems. Returns the exit code: 0, or 2 on wrong usage.
 */
export async function readFiles(files: string[], options: ReadOptions): Promise<number> {
  if (files.length === 0) {
    options.err('baton read needs at least one file, or - for standard input.');
    return 2;
  }
  const context = options.context === null ? NOTHING_KNOWN : await readContext(options.context);
  if (isRefusal(context)) {
    options.err(context.because);
    return 2;
  }
  for (const file of files) {
    for (const line of await readOne(file, context, options.json)) options.out(line);
  }
  await closeMailDecoder();
  return 0;
}

async function readOne(file: string, context: ReadingContext, json: boolean): Promise<string[]> {
  const bytes = await bytesOf(file);
  if ('because' in bytes) return [...unread(file, 'mail', null, bytes, json)];
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (isTranscript(file, bytes)) {
    const problem = {
      code: 'read.transcript',
      because: 'This is a transcript, and transcripts are not read yet.',
    };
    return [...unread(file, 'transcript', sha256, problem, json)];
  }
  const reading = readMail(await decodeMail(bytes), context);
  return json ? [JSON.stringify(mailJson(file, sha256, reading))] : mailPage(file, reading);
}

function unread(
  file: string,
  kind: string,
  sha256: string | null,
  problem: Problem,
  json: boolean,
): string[] {
  if (!json) return [file, '', `  ${problem.because}`, ''];
  const empty = mailJson(file, sha256 ?? '', readMail(emptyMail([problem], EMPTY_HEAD), NOTHING_KNOWN));
  return [JSON.stringify({ ...empty, kind, sha256, whyNot: null, because: problem.because, confidence: 0 })];
}

async function bytesOf(file: string): Promise<Uint8Array | Problem> {
  try {
    const handle = file === '-' ? null : await open(file, 'r');
    const stream = handle ? handle.createReadStream() : process.stdin;
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of stream) {
      length += (chunk as Buffer).length;
      if (length > MOST)
        return { code: 'read.too-large', because: `${file} is larger than 64 MiB and was not read.` };
      chunks.push(chunk as Buffer);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why = code === 'ENOENT' ? 'is not there' : code === 'EISDIR' ? 'is a folder' : 'cannot be opened';
    return { code: 'read.no-file', because: `${file} ${why}.` };
  }
}
