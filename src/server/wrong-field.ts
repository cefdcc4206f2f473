import type { z } from '@hono/zod-openapi';

type Issue = z.core.$ZodIssue;

const NOTHING_DONE = 'Nothing was done.';
/** What a schema says itself, because nothing general says it: a sentence with its full stop. */
const OWN_WORDS = /^[A-Z].*[.!?]$/;

/** The first thing that is wrong with a request, as one sentence that names the field, and the field. */
export function wrongField(issues: readonly Issue[]): { because: string; field: string | null } {
  const issue = issues[0];
  if (issue === undefined) return { because: `The request cannot be read. ${NOTHING_DONE}`, field: null };
  if (issue.code === 'unrecognized_keys') {
    const field = [...issue.path, issue.keys[0] ?? ''].join('.');
    return { because: `There is no field “${field}” here. ${NOTHING_DONE}`, field };
  }
  const field = issue.path.join('.');
  const what = field === '' ? 'What is sent' : `“${field}”`;
  if (OWN_WORDS.test(issue.message)) return { because: `${what}: ${issue.message} ${NOTHING_DONE}`, field };
  if (isMissing(issue)) return { because: `The field ${what} is missing. ${NOTHING_DONE}`, field };
  return { because: `${what} must be ${wanted(issue)}. ${NOTHING_DONE}`, field: field === '' ? null : field };
}

function isMissing(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.message.endsWith('received undefined');
}

/** What a field must be, in words; a schema's own message would be English for programmers. */
function wanted(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return KINDS[issue.expected] ?? 'of another kind';
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return bounded('at least', Number(issue.minimum), issue.origin);
    case 'too_big':
      return bounded('at most', Number(issue.maximum), issue.origin);
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'written otherwise';
    case 'invalid_union':
      return 'one of the forms that are described';
    default:
      return 'of another kind';
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

const FORMATS: Readonly<Record<string, string>> = {
  email: 'a mail address, like dana@northbeam.example',
  date: 'a day, like 2026-03-05',
  datetime: 'an instant in UTC, like 2026-03-05T21:42:18Z',
  url: 'an address, like https://baton.northbeam.example',
};

function bounded(how: string, bound: number, origin: string): string {
  if (origin === 'string') return bound === 1 ? 'filled in' : `${how} ${bound} letters long`;
  if (origin === 'array') return `a list of ${how} ${bound}`;
  return `${how} ${bound}`;
}
