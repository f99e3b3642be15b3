import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { BlockRows } from './BlockRows.tsx'
import { useCoverage } from './coverage-desk.tsx'
import { LISTS } from './coverage-search.ts'
import { GapRows } from './GapRows.tsx'
import { RankRows } from './RankRows.tsx'

/** Where it is: every stretch, or roads and grids by what they lack. */
export function CoverageList() {
  const { t } = useTranslation()
  const { search, change, summary, look } = useCoverage()
  const isService = summary?.kind === 'service'
  const options = LISTS.filter((one) => !isService || one !== 'roads')
  const result = look.look?.run.result
  const within = search.road
    ? result?.roads.find(({ id }) => id === search.road)?.name
    : search.grid
      ? result?.grids.find(({ id }) => id === search.grid)?.name
      : undefined
  return (
    <section className="coverage-list" aria-label={t('coverage.list')}>
      <Choice
        label={t('coverage.list')}
        value={search.list}
        options={options.map((id) => ({
          id,
          name: t(isService && id === 'gaps' ? 'coverage.list.blocks' : `coverage.list.${id}`),
        }))}
        onChange={(list) => change({ list: list === 'gaps' ? undefined : list })}
      />
      {search.list === 'gaps' && (search.road || search.grid) ? (
        <p className="coverage-within">
          <span>{t('coverage.within', { name: within ?? '' })}</span>
          <Button small look="quiet" onClick={() => change({ road: undefined, grid: undefined })}>
            {t('coverage.within.all')}
          </Button>
        </p>
      ) : null}
      {search.list !== 'gaps' ? <RankRows of={search.list} /> : isService ? <BlockRows /> : <GapRows />}
    </section>
  )
}
