import '../upkeep.css'
import '../lighting/lighting.css'
import '../../i18n/plan-lighting-words.ts'
import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import { StateMark } from '../../icons/StateMark.tsx'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { Hairlines } from '../../ui/Hairlines.tsx'
import { useLitRate } from '../lighting/queries.ts'
import { STATE_OF, worstReason } from '../lighting/verdict.ts'
import { usePlanSearch } from '../use-plan-search.ts'
import { CardHead } from './CardHead.tsx'
import { cardRoads } from './card-roads.ts'

const ROWS = 5

/** 各路亮灯率 in the planner's overview: the worst roads, then the largest; a row leads to the study. */
export function LightingCard() {
  const { t } = useTranslation()
  const { open } = usePlanSearch()
  const rate = useLitRate(undefined)
  const { data, error } = rate
  const [main, branch] = data?.classes ?? []
  return (
    <section className="overview-card">
      <CardHead
        study="lighting"
        title={t('lighting.card')}
        {...(main && branch
          ? { note: t('lighting.cardNote', { main: main.leastPercent, branch: branch.leastPercent }) }
          : {})}
      />
      {error && !data ? (
        <Refused fault={error} title={t('lighting.failed')}>
          <Button small onClick={() => void rate.refetch()}>
            {t('connection.retry')}
          </Button>
        </Refused>
      ) : !data ? (
        <Hairlines rows={ROWS} label={t('page.loading')} />
      ) : data.roads.length === 0 ? (
        <p className="up-text">{t('lighting.noLamps')}</p>
      ) : (
        <>
          <ul className="up-rows">
            {cardRoads(data.roads, ROWS).map((road) => {
              const { road: name, verdict, lit, dark, lamps, percent } = road
              const reason = worstReason(road)
              return (
                <li key={name}>
                  <button type="button" className="li-road" onClick={() => open('lighting', { road: name })}>
                    <span className="up-cut">{name || t('lighting.noRoad')}</span>
                    <em>
                      {verdict === 'unknown' ? '—' : number(lit)} / {number(verdict === 'unknown' ? lamps : lit + dark)}{' '}
                      {t('lighting.lampUnit')}
                    </em>
                    <b className={verdict === 'fail' ? 'is-late' : verdict === 'unknown' ? 'is-unknown' : undefined}>
                      <StateMark state={STATE_OF[verdict]} label={t(`lighting.verdict.${verdict}`)} size={13} />
                      {verdict === 'unknown'
                        ? reason
                          ? t(`lighting.brief.${reason}`)
                          : '—'
                        : verdict === 'fail'
                          ? t('lighting.failsAt', { n: number(percent ?? 0, 1) })
                          : `${number(percent ?? 0, 1)} %`}
                    </b>
                  </button>
                </li>
              )
            })}
          </ul>
          <p className="overview-note">
            {t('lighting.cardOf', {
              shown: Math.min(ROWS, data.roads.length),
              n: number(data.roads.length),
              unknown: number(data.roads.filter(({ verdict }) => verdict === 'unknown').length),
              rule: data.rule.edition,
            })}
          </p>
        </>
      )}
    </section>
  )
}
