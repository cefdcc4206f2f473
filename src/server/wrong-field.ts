import type { z } from '@hono/zod-openapi';

type Issue = z.core.$ZodIssue;

/** The first thing that is wrong with a request, as a sentence, and the field that it is about. */
export function wrongField(issues: readonly Issue[]): { because: string; field: string | null } {
  const issue = issues[0];
  if (issue === undefined) return { because: 'The request cannot be read.', field: null };
  if (issue.code === 'unrecognized_keys') {
    const field = [...issue.path, issue.keys[0] ?? ''].join('.');
    return { because: `There is no field “${field}” here. Nothing was done.`, field };
  }
  const field = issue.path.join('.');
  if (field === '') return { because: stop(issue.message), field: null };
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined'))
    return { because: `The field “${field}” is missing. Nothing was done.`, field };
  return { because: `${field}: ${stop(issue.message)}`, field };
}

function stop(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
