/** What a partner's person does after the intro. */
export const ROLES = ['introducer', 'co-seller', 'technical-voice', 'sponsor'] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_WORDS: Record<Role, string> = {
  introducer: 'introducer, kept posted',
  'co-seller': 'co-seller on the calls',
  'technical-voice': 'technical voice',
  sponsor: 'executive sponsor',
};

/** An intro older than this when it arrives starts no clock until a person says so (working days). */
export const OLD_INTRO_DAYS = 3;
