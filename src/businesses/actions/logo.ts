/**
 * What a business does with its logo: set it, remove it. It is a part of the profile, so the profile's version moves with it:
 * whoever read the profile before has read another one, and of two who write at once one is first.
 */
import { entry } from '../../audit/store.ts'
import { type Act, commit } from '../../core/api.ts'
import type { Upload } from '../../core/body.ts'
import { sha256Hex, utf8 } from '../../core/crypto.ts'
import { decide, type Statement } from '../../core/db.ts'
import { joined } from '../logo/bytes.ts'
import { readPicture } from '../logo/picture.ts'
import { deleteLogo, insertLogo } from '../store/logo.ts'
import { type BusinessNow, updateProfile } from '../store/profile.ts'
import type { MediaType } from '../tables.ts'
import { loadBusiness } from './profile.ts'

/** A logo as it stands: `hash`: the SHA-256 of its business's id and its bytes, in hex; `size`: how many they are. */
export type Logo = { hash: string; mediaType: MediaType; width: number; height: number; size: number }

/** Makes a file the logo, in the place of the one before; the logo that stands already stays as it is. */
export async function setLogo(act: Act, { type, bytes }: Upload): Promise<Logo> {
  const picture = await readPicture(bytes, type as MediaType)
  const { bytes: kept, ...facts } = picture
  // The business goes into the hash: who has the picture from elsewhere can't ask whether it is somebody's logo here.
  const hash = await sha256Hex(joined([utf8(act.businessId), kept]))
  const logo = { ...facts, hash, size: kept.length }
  const details = { hash: logo.hash, size: logo.size }
  await change(act, ({ id, logoHash }) =>
    logoHash === logo.hash
      ? []
      : [deleteLogo(id), insertLogo(id, logo.hash, picture), entry(act, 'business.logo_set', id, details)],
  )
  return logo
}

/** Removes the logo, if there is one. */
export async function removeLogo(act: Act): Promise<void> {
  await change(act, ({ id, logoHash, logoSize }) =>
    logoHash === null
      ? []
      : [deleteLogo(id), entry(act, 'business.logo_removed', id, { hash: logoHash, size: logoSize })],
  )
}

/** Writes what the business as it stands calls for, once; nothing where that is nothing. */
function change(act: Act, statementsFor: (business: BusinessNow) => Statement[]): Promise<void> {
  return decide(async () => {
    const business = await loadBusiness(act)
    const statements = statementsFor(business)
    if (statements.length > 0) await commit(act, [updateProfile(business, {}, act.now), ...statements])
  })
}
