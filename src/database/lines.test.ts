import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { Lines } from '#database/lines.js';

const CHUNK = 16_384;

/** How long a row of so many bytes takes to come out, in chunks as a decompressor gives them. */
async function readRow(bytes: number): Promise<number> {
  const row = Buffer.concat([Buffer.alloc(bytes, 'a'), Buffer.from('\nend\nlast\n')]);
  const chunks = Array.from({ length: Math.ceil(row.length / CHUNK) }, (_, place) =>
    row.subarray(place * CHUNK, (place + 1) * CHUNK),
  );
  const lines = new Lines(Readable.from(chunks, { objectMode: true }));
  const began = performance.now();
  let seen = 0;
  for await (const block of lines.until('end', () => undefined)) seen += block.length;
  expect(seen).toBe(bytes + 1);
  expect(await lines.line()).toBe('last');
  return performance.now() - began;
}

test('a row of a large mail comes out whole, and one four times as long does not take sixteen times as long', async () => {
  await readRow(1_000_000);
  const short = await readRow(10_000_000);
  const long = await readRow(40_000_000);
  expect(long / short).toBeLessThan(10);
});

test('a stream that is cut within a row says so', async () => {
  const lines = new Lines(Readable.from([Buffer.from('half a ro')], { objectMode: true }));
  const read = async () => {
    for await (const _ of lines.until('end', () => undefined));
  };
  await expect(read()).rejects.toMatchObject({ code: 'ERR_BACKUP_CUT' });
});
