import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import { Figures } from '../Figures.tsx'
import type { Summary } from './sum-up.ts'

/** Three figures, each with its unit: what is missing, in how many places, and the share that passes. */
export function CoverageFigures({ summary }: { summary: Summary }) {
  const { t } = useTranslation()
  const isAlong = summary.kind === 'along'
  const share = summary.passShare === null ? '—' : number(summary.passShare * 100, 1)
  const figures = isAlong
    ? ([
        ['gap', t('coverage.figure.gap'), number(summary.gapMetres), 'm'],
        ['count', t('coverage.figure.count'), number(summary.gaps), ''],
        ['pass', t('coverage.figure.pass'), share, '%'],
      ] as const)
    : ([
        ['gap', t('coverage.figure.people'), number(summary.uncoveredPopulation), t('coverage.unit.people')],
        ['count', t('coverage.figure.blocks'), number(summary.uncoveredBlocks), ''],
        ['pass', t('coverage.figure.served'), share, '%'],
      ] as const)
  return <Figures of={figures.map(([id, name, value, unit]) => ({ id, name, value, unit }))} />
}
