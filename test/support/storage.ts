// What tests and the setup that empties the storage before each of them share. A file of its own: the setup is read anew
// for every file, and would not be the one that others have read.

/** A table, an index or a trigger that stands in the database, and the words that made it. */
export type Made = { type: string; name: string; on_table: string; sql: string }

export const storage = {
  /** Where a test has shown that it left everything as it found it, and the next one wants the same, nothing is emptied. */
  isKept: (): boolean => false,
  /** Empties it, for a test that tries one thing after the other from the same start. */
  startsOver: async (): Promise<void> => {},
  /** The worlds of this test that replay.ts has seen to, by their names. */
  worlds: [] as string[],
  /** What the migrations have made, once they were run here. */
  schema: undefined as Made[] | undefined,
}
