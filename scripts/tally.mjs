/** A count of checks, and the closing line that says it. */
export class Tally {
  passed = 0;
  failed = 0;
  skipped = 0;

  add({ passed = 0, failed = 0, skipped = 0 }) {
    this.passed += passed;
    this.failed += failed;
    this.skipped += skipped;
  }

  /** Counts one check and says it; a failed one with what it had to say. */
  check(claim, ok, words = '') {
    this.add(ok ? { passed: 1 } : { failed: 1 });
    process.stdout.write(`${ok ? 'ok    ' : 'FAILED'} ${claim}\n${ok || !words ? '' : `${indent(words)}\n`}`);
    return ok;
  }

  get line() {
    return `${this.passed} passed, ${this.failed} failed${this.skipped > 0 ? `, ${this.skipped} skipped` : ''}`;
  }

  /** Prints the closing line as the last one, and returns the exit code: nothing that passed is no success. */
  close() {
    process.stdout.write(`${this.line}\n`);
    return this.failed > 0 || this.passed === 0 ? 1 : 0;
  }
}

/** The counts of a closing line, or null where the text has none. */
export function readTally(text) {
  const lines = text
    .split('\n')
    .filter((line) => /^\d+ passed, \d+ failed(, \d+ skipped)?$/.test(line.trim()));
  const numbers = lines.at(-1)?.match(/\d+/g)?.map(Number);
  return numbers ? { passed: numbers[0], failed: numbers[1], skipped: numbers[2] ?? 0 } : null;
}

function indent(words) {
  return words
    .trim()
    .split('\n')
    .map((line) => `       ${line}`)
    .join('\n');
}
