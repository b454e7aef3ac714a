/** What a person may do on the desk; each role may do what those before it may. */
export const ROLES = ['reader', 'annotator', 'checker', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** What an access token is made for: the work of one role each, and not that of those before it. */
export const SCOPES = ['read', 'annotate', 'check', 'edit', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

/** Fewest and most characters of a password (NIST SP 800-63B asks for at least 8 and room for 64). */
export const PASSWORD_LENGTH = { fewest: 10, most: 128 } as const;
