// What an e-mail address looks like here: one rule for what a client may have, and for what is typed to find it.

/** Characters; RFC 5321 §4.5.3.1.3 allows a path of 256 with its brackets. */
export const LONGEST_ADDRESS = 254

/** Something, an @, and names with dots between them. No quotes and no comments, which mail clients hardly know. */
export const ADDRESS = /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\.]+(\.[^\s@<>()[\],;:"\\.]+)+$/
