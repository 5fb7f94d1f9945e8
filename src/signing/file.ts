/**
 * The evidence file: `{"format", "jws", "record"}` as canonical JSON on one line. It follows from the JWS alone:
 * `record` repeats what was signed so that a person can read it, and nothing else may stand in it. So there is one
 * right file per signature, byte for byte, and any changed byte is found by making the file again.
 */
import { base64url } from 'jose'
import { canonical } from '../core/canonical.ts'

export const FILE_FORMAT = 'semaquote/evidence@1'

const text = new TextDecoder()

/** The payload of a compact JWS as it was signed: unchecked, so of our own records only. */
const payloadOf = (jws: string): string => text.decode(base64url.decode(jws.split('.')[1] ?? ''))

/** The one file of a compact JWS whose payload is attached. Throws where the payload is no JSON. */
export const fileOf = (jws: string): string =>
  canonical({ format: FILE_FORMAT, jws, record: JSON.parse(payloadOf(jws)) })
