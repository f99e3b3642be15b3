import { hash, verify } from '@node-rs/argon2'

// argon2id, the library's own standard; the least that OWASP's Password Storage Cheat Sheet (2025) names: 19 MiB, 2 passes, 1 lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), COST)

let nobodys: Promise<string> | undefined

/** Whether it is the password. Takes as long where there is none, so that the time does not tell who is known here. */
export async function isPassword(kept: string | null, given: string): Promise<boolean> {
  nobodys ??= hashPassword('nobody has this one')
  const right = await verify(kept ?? (await nobodys), given.normalize('NFKC'))
  return kept !== null && right
}
