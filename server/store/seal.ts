import { createCipheriv, createDecipheriv, hash, randomBytes } from 'node:crypto'

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
export const KEY_BYTES = 32

/** Where a sealed value stands: it opens in no other row, so that a row cannot be swapped for another's. */
export interface SealedAt {
  city: string
  table: string
  id: string
}

/** The keys of personal data at rest. */
export interface Keys {
  /** Of the key that seals from now on. */
  readonly id: string
  /** Of every key that opens. */
  readonly ids: ReadonlySet<string>
  /** 12 bytes of nonce, the cipher text, 16 bytes of tag. */
  seal(plain: Buffer, at: SealedAt): Buffer
  /** Throws CannotUnseal. */
  unseal(keyId: string, sealed: Buffer, at: SealedAt): Buffer
}

/** A value is under a key that is not here, or was changed, or stands in another row than it was sealed for. */
export class CannotUnseal extends Error {}

/** Of keys of 32 bytes each; the first seals, the others open what was sealed before a change of keys. */
export function keysOf(keys: readonly [Buffer, ...Buffer[]]): Keys {
  const byId = new Map(keys.map((key) => [idOf(key), key]))
  const [newest] = keys
  return {
    id: idOf(newest),
    ids: new Set(byId.keys()),
    seal(plain, at) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(CIPHER, newest, nonce, { authTagLength: TAG_BYTES }).setAAD(placeOf(at))
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    },
    unseal(keyId, sealed, at) {
      const key = byId.get(keyId)
      if (!key) throw new CannotUnseal(`${at.table} ${at.id}: the key ${keyId} is not here`)
      try {
        const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
        decipher.setAAD(placeOf(at)).setAuthTag(sealed.subarray(-TAG_BYTES))
        return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()])
      } catch (error) {
        throw new CannotUnseal(`${at.table} ${at.id}: not what was sealed here`, { cause: error })
      }
    },
  }
}

/** Tells a key without giving it away. */
const idOf = (key: Buffer): string => hash('sha256', Buffer.concat([Buffer.from('gridkeeper key '), key])).slice(0, 12)

const placeOf = ({ city, table, id }: SealedAt): Buffer => Buffer.from(JSON.stringify([city, table, id]))
