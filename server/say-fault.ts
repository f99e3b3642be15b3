import { DataError } from './catalogue/data-error.ts'
import { CityNotEmpty } from './gateways/made/city-not-empty.ts'
import { WhichCity } from './open-server.ts'
import { CannotListen } from './serve.ts'
import { BadSetting } from './settings.ts'
import { DataDirHeld } from './store/data-dir-lock.ts'
import { BadDataKey } from './store/open-keys.ts'

/** A reason that the person who gave the command can do something about. */
export class CannotStart extends Error {}

const IN_WORDS = [BadDataKey, BadSetting, CannotListen, CannotStart, CityNotEmpty, DataDirHeld, DataError, WhichCity]

/** What to print of an error: words alone where it has them, else where it happened too. */
export function sayFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return IN_WORDS.some((kind) => error instanceof kind) ? error.message : (error.stack ?? error.message)
}
