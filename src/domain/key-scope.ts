/** What a key of the API may do and may not, as every place says it where one is made or described. */
export const KEY_SCOPE = {
  may: 'A key adds arrivals, reads Today, Intake and deals, and carries out what is done with deals, partners and routing.',
  mayNot:
    'It never changes colleagues, keys, sign-in, or the company with its week, domains, addresses and mail.',
} as const;
