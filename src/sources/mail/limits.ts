import { MOST_ARRIVAL_BYTES } from '#domain/arrival.js';
import type { Problem } from '#domain/problem.js';
import { HEAD_LIMIT } from '#sources/mail/head-block.js';

/** What one mail may be. Beyond these it is kept, and not read. */
const MAIL_LIMITS = {
  bytes: MOST_ARRIVAL_BYTES,
  headBytes: HEAD_LIMIT,
  headLines: 5_000,
  parts: 500,
  depth: 30,
} as const;

/**
 * Looks at a mail's size and MIME skeleton before any parser does, in one pass over its lines. Returns the
 * limit that it breaks as a problem, or null. It errs on the open side: the decoder has a clock of its own.
 */
export function brokenLimit(bytes: Uint8Array): Problem | null {
  if (bytes.length > MAIL_LIMITS.bytes) {
    return broken('mail.too-large', 'The mail is larger than 25 MiB, so only its headers were read.');
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const walk = new Skeleton();
  let at = 0;
  while (at < buffer.length) {
    const feed = buffer.indexOf(10, at);
    const end = feed < 0 ? buffer.length : feed + 1;
    const problem = walk.line(buffer, at, end);
    if (problem) return problem;
    at = end;
  }
  return null;
}

class Skeleton {
  private inHead = true;
  private headBytes = 0;
  private headLines = 0;
  private type = '';
  private inType = false;
  private parts = 0;
  /** Open boundaries, outermost first, with their nesting depth. */
  private readonly open: { boundary: string; depth: number }[] = [];
  private readonly depthOf = new Map<string, number>();
  private depth = 0;

  line(buffer: Buffer, start: number, end: number): Problem | null {
    if (buffer[start] === 45 && buffer[start + 1] === 45 && this.open.length > 0) {
      const text = buffer.toString('latin1', start, Math.min(end, start + 1_000)).trimEnd();
      const problem = this.delimiter(text.slice(2));
      if (problem !== undefined) return problem;
    }
    return this.inHead ? this.headLine(buffer, start, end) : null;
  }

  /** Undefined where the line is no delimiter of an open boundary. */
  private delimiter(text: string): Problem | null | undefined {
    const closing = this.depthOf.get(text) === undefined && text.endsWith('--');
    const boundary = closing ? text.slice(0, -2) : text;
    if (this.depthOf.get(boundary) === undefined) return undefined;
    while (this.open.at(-1)?.boundary !== boundary) this.drop();
    this.depth = this.open.at(-1)?.depth ?? 0;
    if (closing) {
      this.drop();
      this.inHead = false;
      return null;
    }
    this.parts += 1;
    if (this.parts > MAIL_LIMITS.parts) {
      return broken(
        'mail.too-many-parts',
        `The mail has more than ${MAIL_LIMITS.parts} parts, so it was not read.`,
      );
    }
    this.startHead();
    return null;
  }

  private drop(): void {
    const gone = this.open.pop();
    if (gone) this.depthOf.delete(gone.boundary);
  }

  private startHead(): void {
    this.inHead = true;
    this.headBytes = 0;
    this.headLines = 0;
    this.type = '';
    this.inType = false;
  }

  private headLine(buffer: Buffer, start: number, end: number): Problem | null {
    this.headBytes += end - start;
    this.headLines += 1;
    if (this.headBytes > MAIL_LIMITS.headBytes || this.headLines > MAIL_LIMITS.headLines) {
      return broken(
        'mail.head-too-large',
        'The mail has more header lines than any mail needs, so it was not read.',
      );
    }
    const text = buffer.toString('latin1', start, Math.min(end, start + 4_000)).trimEnd();
    if (text === '') return this.endHead();
    const folded = /^[ \t]/.test(text);
    if (folded && this.inType) this.type += ` ${text.trim()}`;
    if (!folded) {
      this.inType = /^content-type[ \t]*:/i.test(text);
      if (this.inType) this.type = text;
    }
    return null;
  }

  private endHead(): Problem | null {
    this.inHead = false;
    const boundary = /boundary\s{0,9}=\s{0,9}(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(this.type);
    const name = boundary?.[1] ?? boundary?.[2];
    const inner = /^content-type[ \t]*:\s{0,9}message\/(rfc822|global)/i.test(this.type);
    if (name === undefined && !inner) return null;
    this.depth += 1;
    if (this.depth > MAIL_LIMITS.depth) {
      return broken(
        'mail.too-deep',
        `The mail nests more than ${MAIL_LIMITS.depth} levels, so it was not read.`,
      );
    }
    if (name !== undefined && !this.depthOf.has(name)) {
      this.open.push({ boundary: name, depth: this.depth });
      this.depthOf.set(name, this.depth);
    }
    if (inner) this.startHead();
    return null;
  }
}

function broken(code: string, because: string): Problem {
  return { code, because };
}
