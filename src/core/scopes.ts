/** What an API key may do: each operation needs one of these. */
export const scopes = ['read', 'write', 'links', 'admin'] as const
export type Scope = (typeof scopes)[number]
