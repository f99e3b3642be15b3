import type { Me, PasswordChange, Session, SignIn } from '../server/contract/session.ts'
import { json } from './api.ts'
import { send } from './api-send.ts'

export type { Me, Session }

export const getMe = (signal?: AbortSignal): Promise<Me> => json('/api/me', signal)

/** Throws Refusal: `wrong-sign-in`, `code-needed`, or `wait` with its seconds. */
export const signIn = async (asked: SignIn): Promise<Pick<Me, 'actor'>> =>
  (await send<Pick<Me, 'actor'>>('POST', '/api/session', asked)).body

export const signOut = async (): Promise<void> => void (await send('DELETE', '/api/session'))

export const setPassword = async (asked: PasswordChange): Promise<void> =>
  void (await send('PATCH', '/api/me/password', asked))

export interface OfferedFactor {
  secret: string
  uri: string
  /** SVG of the QR code. */
  picture: string
}

/** `code`: of the authenticator that is set up now, where there is one. */
export const offerFactor = async (code?: string): Promise<OfferedFactor> =>
  (await send<OfferedFactor>('POST', '/api/me/second-factor', code === undefined ? {} : { code })).body

/** Answers the recovery codes, which are shown this once. */
export const confirmFactor = async (code: string): Promise<string[]> =>
  (await send<{ recoveryCodes: string[] }>('POST', '/api/me/second-factor/confirm', { code })).body.recoveryCodes

export const getSessions = async (signal?: AbortSignal): Promise<Session[]> =>
  (await json<{ sessions: Session[] }>('/api/me/sessions', signal)).sessions

export const endSession = async (id: string): Promise<void> => void (await send('DELETE', `/api/me/sessions/${id}`))
