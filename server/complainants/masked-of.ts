import type { Case } from '../contract/case.ts'
import type { MaskedReport } from '../contract/complainant.ts'
import { maskName, maskPhone } from '../contract/mask.ts'
import type { Db } from '../store/schema.ts'
import type { Keys } from '../store/seal.ts'
import { unsealedOf } from './complainant-store.ts'

/** Every report of a case with its complainant masked, the first first. Throws CannotUnseal. */
export async function maskedOf(
  db: Db,
  keys: Keys,
  city: string,
  { reports }: Pick<Case, 'reports'>,
): Promise<MaskedReport[]> {
  const kept = await unsealedOf(
    db,
    keys,
    city,
    reports.map(({ id }) => id),
  )
  return reports.map((report) => {
    const { name = '', phone = '' } = kept.get(report.id) ?? {}
    return { ...report, name: maskName(name), phone: maskPhone(phone), kept: kept.has(report.id) }
  })
}
