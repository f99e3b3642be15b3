import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Gap } from '../../../server/contract/coverage.ts'
import { number } from '../../format.ts'
import { Button } from '../../ui/Button.tsx'
import { useCoverage } from './coverage-desk.tsx'
import { placesOf, sectionOf, shownGaps } from './list-rows.ts'
import { RankTable } from './RankTable.tsx'

/** More are asked for one page at a time: a list is read from the top. */
const PAGE = 60

/** Every stretch: road, side, between which streets, how long. */
export function GapRows() {
  const { t } = useTranslation()
  const { gaps, search, change, setFocus } = useCoverage()
  const [most, setMost] = useState(PAGE)
  const rows = shownGaps(gaps.left, search)
  const chosen = rows.findIndex(({ id }) => id === search.at)
  const row = useRef<HTMLTableRowElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each gap that is chosen, on the map too
  useEffect(() => {
    row.current?.scrollIntoView({ block: 'nearest' })
  }, [search.at])
  if (rows.length === 0) return <p className="coverage-none">{t('coverage.noGaps')}</p>
  const shown = rows.slice(0, Math.max(most, chosen + 1))
  return (
    <>
      <RankTable heads={[t('coverage.column.section'), t('coverage.column.length')]}>
        {shown.map((gap, i) => (
          <tr key={gap.id} ref={i === chosen ? row : undefined} className={i === chosen ? 'is-chosen' : undefined}>
            <td className="coverage-rank">{i + 1}</td>
            <td>
              <button
                type="button"
                aria-pressed={i === chosen}
                onClick={() => {
                  change({ at: i === chosen ? undefined : gap.id })
                  if (i !== chosen) setFocus(placesOf([gap]))
                }}
              >
                <b>{gap.properties.road}</b>
                <GapWords gap={gap.properties} />
              </button>
            </td>
            <td className="is-number">{number(gap.properties.metres)} m</td>
          </tr>
        ))}
      </RankTable>
      {rows.length > shown.length ? (
        <Button small onClick={() => setMost(shown.length + PAGE)}>
          {t('coverage.more', { n: number(rows.length - shown.length) })}
        </Button>
      ) : null}
    </>
  )
}

/** 南侧 东桥路–学府路. */
export function GapWords({ gap }: { gap: Gap }) {
  const { t } = useTranslation()
  const section = sectionOf(gap)
  const end = (street: string | null): string => street ?? t('coverage.roadEnd')
  return (
    <span>
      {t(`coverage.side.${gap.side}`)} {section ? `${end(section[0])}–${end(section[1])}` : t('coverage.wholeRoad')}
    </span>
  )
}
