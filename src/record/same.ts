import { type KindName, kindCalled } from '#record/kinds/every.js';
import { canonicalText } from '#record/seal.js';

/** Whether two contents of one kind would be the same text in the record. Nothing is the same as null. */
export function isSameContent(kind: KindName, one: unknown, other: unknown): boolean {
  if (one === null || one === undefined || other === null || other === undefined) return false;
  const { content } = kindCalled(kind);
  return canonicalText(content.parse(one)) === canonicalText(content.parse(other));
}
