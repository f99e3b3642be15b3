import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Gap, GapFeature } from '../../../server/contract/coverage.ts'
import { number } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import type { Handout, HandoutTable } from '../export/handout.ts'
import { useCoverage } from './coverage-desk.tsx'
import { asksQuality } from './coverage-search.ts'
import { sectionOf, shownBlocks, shownGaps } from './list-rows.ts'
import { editionsOf, leastVerified } from './set-source.ts'
import { useBaseWords } from './use-base-words.ts'
import { useLayerWords } from './use-layer-words.ts'
import { useQualityWords } from './use-quality-words.ts'
import { useRuleWords } from './use-rule-words.ts'

/** The look, its gaps or blocks as a table and as places; undefined until it is done. */
export function useCoverageHandout(): Handout | undefined {
  const { t } = useTranslation()
  const language = useLanguage()
  const { set, look, summary, gaps, search } = useCoverage()
  const { rangeOf, verifiedWords } = useRuleWords()
  const baseWords = useBaseWords()
  const quality = useQualityWords()
  const layer = useLayerWords(set?.layer)
  const found = look.look
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language alone
  return useMemo(() => {
    if (!set || !found || !summary) return undefined
    const isAlong = summary.kind === 'along'
    const rows = shownGaps(gaps.left, search)
    const blocks = shownBlocks(found.blocks, search)
    const share = summary.passShare === null ? '—' : number(summary.passShare * 100, 1)
    const percent = summary.passShare === null ? {} : { unit: '%' }
    const note = baseWords(summary)
    const wayOf = (gap: Gap): string => {
      const section = sectionOf(gap)
      return section ? section.map((street) => street ?? t('coverage.roadEnd')).join('–') : t('coverage.wholeRoad')
    }
    const gapTable = (): HandoutTable => ({
      ...{ name: t('coverage.list'), note },
      columns: [
        { id: 'rank', name: t('coverage.rank') },
        { id: 'road', name: t('coverage.column.road') },
        { id: 'side', name: t('coverage.column.side') },
        { id: 'section', name: t('coverage.column.stretch') },
        { id: 'grid', name: t('coverage.column.grid') },
        { id: 'metres', name: t('coverage.column.length'), unit: 'm', digits: 1 },
        { id: 'maxMetres', name: t('coverage.column.most'), unit: 'm', digits: 1 },
      ],
      rows: rows.map(({ properties: gap }, index) => ({
        ...{ rank: index + 1, road: gap.road, side: t(`coverage.side.${gap.side}`), section: wayOf(gap) },
        ...{ grid: gap.grid, metres: gap.metres, maxMetres: gap.maxMetres },
      })),
    })
    const blockTable = (): HandoutTable => ({
      ...{ name: t('coverage.column.block'), note },
      columns: [
        { id: 'rank', name: t('coverage.rank') },
        { id: 'block', name: t('coverage.column.block') },
        { id: 'population', name: t('coverage.column.people'), unit: t('coverage.unit.people') },
        { id: 'metres', name: t('coverage.column.way'), unit: 'm', digits: 0 },
        { id: 'maxMetres', name: t('coverage.column.most'), unit: 'm', digits: 0 },
      ],
      rows: blocks.map(({ id, properties }, index) => ({ rank: index + 1, block: id, ...properties })),
    })
    return {
      id: `coverage-${set.layer}`,
      title: t('coverage.handout', { name: layer.name }),
      subtitle: set.rules.map((rule) => `${rule.where[language]} ${rangeOf(rule)}`).join(' · '),
      sources: [...editionsOf(set), verifiedWords(leastVerified(set))],
      dataAt: found.run.at,
      base: note,
      ...(asksQuality(search)
        ? { filter: t('coverage.quality.filter', { asked: quality.asked(search), out: quality.leftOut(summary) }) }
        : {}),
      figures: isAlong
        ? [
            { name: t('coverage.figure.gap'), value: number(summary.gapMetres), unit: 'm' },
            { name: t('coverage.figure.count'), value: number(summary.gaps) },
            { name: t('coverage.figure.pass'), value: share, ...percent },
          ]
        : [
            {
              ...{ name: t('coverage.figure.people'), value: number(summary.uncoveredPopulation) },
              unit: t('coverage.unit.people'),
            },
            { name: t('coverage.figure.blocks'), value: number(summary.uncoveredBlocks) },
            { name: t('coverage.figure.served'), value: share, ...percent },
          ],
      tables: [isAlong ? gapTable() : blockTable()],
      places: {
        features: { type: 'FeatureCollection', features: isAlong ? rows.map(plain) : blocks },
        units: { metres: 'm', maxMetres: 'm', fromMetres: 'm', toMetres: 'm', population: t('coverage.unit.people') },
      },
    }
  }, [set, found, summary, gaps, search, language, layer.name])
}

const plain = ({ id, geometry, properties }: GapFeature) => ({ type: 'Feature' as const, id, geometry, properties })
