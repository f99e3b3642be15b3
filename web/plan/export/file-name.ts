import type { City } from '../../../server/contract/city.ts'
import { dayOf } from '../../format.ts'
import type { Handout } from './handout.ts'

/** 540626-coverage-2026-11-22.xlsx */
export const fileName = (
  { id }: Pick<Handout, 'id'>,
  { area }: Pick<City, 'area'>,
  now: number,
  kind: string,
): string => `${area}-${id}-${dayOf(now)}.${kind}`
