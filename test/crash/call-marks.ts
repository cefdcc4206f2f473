import type { Transaction } from '#database/workspace.js';
import { type Call, isAcknowledged } from './desk.js';
import type { Marks } from './mail-marks.js';

/** Each call that was answered with yes stands, and was done once; one that was refused did nothing. */
export async function lookAtCalls(
  tx: Transaction,
  workspace: string,
  calls: readonly Call[],
): Promise<Marks> {
  const operations = await tx.query<{ operation: string }>(
    'select operation from baton.operation where workspace = $1',
    [workspace],
  );
  const done = new Set(operations.rows.map((row) => /^key_\w+\.([\w-]{36})/.exec(row.operation)?.[1]));
  const marks = await tx.query<{ mark: string; count: number }>({
    text: `
      select substring(c.text from 'storm mark \\d+ of [\\w-]+') as mark, count(*)::int as count
        from baton.record_entry e
        join baton.record_content c on c.workspace = e.workspace and c.subject = e.subject and c.number = e.number
       where e.workspace = $1 and e.kind in ('company.named', 'intro.declined', 'answer.corrected')
         and c.text like '%storm mark %'
       group by 1`,
    values: [workspace],
  });
  const times = new Map(marks.rows.map((row) => [row.mark, row.count]));
  const [lost, doubled, broken]: [string[], string[], string[]] = [[], [], []];
  for (const call of calls) {
    const name = `${call.path} (${call.key})`;
    const count = call.mark === null ? null : (times.get(call.mark) ?? 0);
    if (call.answeredOtherwise) doubled.push(`${name} was answered otherwise when it was repeated.`);
    if (count !== null && count > 1) doubled.push(`${name} was done ${count} times.`);
    if (isAcknowledged(call)) {
      if (!done.has(call.key)) lost.push(`${name} was answered with yes, and no operation stands.`);
      if (count === 0) lost.push(`${name} was answered with yes, and what it wrote does not stand.`);
    } else if (count !== null && count > 0) {
      broken.push(`${name} was refused (${call.answer?.body}) and left something behind.`);
    }
  }
  return { lost, doubled, broken };
}
