// What tests say to the setup that empties the storage before each of them. A file of its own: the setup is read anew for
// every file, and would not be the one that others have read.

/** Where a test has shown that it left everything as it found it, and the next one wants the same, nothing is emptied. */
export const storage = { isKept: (): boolean => false }
