/**
 * Who may use a route, and whether the key of a program stands for its person there. There is no default: a
 * route that does not say both does not compile. What a key may is written out in domain/key-scope.ts.
 */
export type Rule =
  | 'everyone'
  | 'member or key'
  | 'member in person'
  | 'admin or key of one'
  | 'admin in person';

type Needs = { readonly role: 'member' | 'admin'; readonly keyMay: boolean };

/** What a rule asks of whoever comes; null where it asks nothing. */
export function needsOf(rule: Rule): Needs | null {
  switch (rule) {
    case 'everyone':
      return null;
    case 'member or key':
      return { role: 'member', keyMay: true };
    case 'member in person':
      return { role: 'member', keyMay: false };
    case 'admin or key of one':
      return { role: 'admin', keyMay: true };
    case 'admin in person':
      return { role: 'admin', keyMay: false };
  }
}
