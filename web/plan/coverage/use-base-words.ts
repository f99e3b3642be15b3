import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import type { Summary } from './sum-up.ts'

const km = (metres: number): string => number(metres / 1000, 1)

/** Out of what the shares of a look are, and what was left out of it. */
export function useBaseWords(): (summary: Summary) => string {
  const { t } = useTranslation()
  return ({ kind, checkedMetres, roads, outside, population, blocks }) => {
    if (kind === 'service') return t('coverage.base.service', { people: number(population), blocks: number(blocks) })
    const base = t('coverage.base.along', { km: km(checkedMetres), roads: number(roads) })
    if (outside.metres === 0) return base
    return base + t('coverage.base.outside', { km: km(outside.metres), roads: number(outside.roads) })
  }
}
