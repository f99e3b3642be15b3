import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, for a cookie or an address. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** All that is kept of a token: who reads the store cannot come in with it. A slow hash is for what people make up. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
