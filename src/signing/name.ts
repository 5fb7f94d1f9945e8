/** The names of evidence files: plain enough for every mail client, disk and header, whatever a number holds. */

/** The file of a document's signature, mailed and downloaded under the same name: `Q-2026-0042-signed.json`. */
export const evidenceName = (number: string): string =>
  `${number.replace(/[^A-Za-z0-9._-]/gu, '-')}-signed.json`

/** The file of a chain's sealed head. */
export const headName = (sequence: number): string => `chain-head-${sequence}.json`
