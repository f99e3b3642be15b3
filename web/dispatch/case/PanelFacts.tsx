import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { UNCLASSIFIED } from '../../../server/contract/case.ts'
import type { CaseCard } from '../../api-cases.ts'
import { getRepeats } from '../../api-dispatch.ts'
import { useClassName, useCrewName, useUnitName } from '../../case/queries.ts'
import { identification } from '../../format.ts'
import { Button } from '../../ui/Button.tsx'
import { RepeatHistory } from './RepeatHistory.tsx'
import { earlierAt, siteOf } from './repeat-site.ts'

const REPEATS_MS = 5 * 60_000

/** What is known of the case, in two columns. */
export function PanelFacts({ card, onShowCase }: { card: CaseCard; onShowCase: (id: string) => void }) {
  const { t } = useTranslation()
  const [listed, setListed] = useState(false)
  const className = useClassName(card.kind, card.code)
  const unitName = useUnitName()
  const crewName = useCrewName()
  const classed = card.code !== UNCLASSIFIED.code
  const { data: repeats } = useQuery({
    queryKey: ['repeats', card.code],
    queryFn: ({ signal }) => getRepeats(card.code, signal),
    enabled: classed,
    staleTime: REPEATS_MS,
  })
  const site = siteOf(repeats?.sites ?? [], card)
  const earlier = earlierAt(site, card.id)
  return (
    <>
      <dl className="panel-facts">
        <dt>{t('fact.source')}</dt>
        <dd>
          {t(`source.${card.source}`)}
          {card.reports.length > 1 ? t('fact.reports', { n: card.reports.length }) : ''}
        </dd>
        <dt>{t('fact.class')}</dt>
        <dd>
          {classed ? className : t('fact.unclassified')} <code>{card.code}</code>
        </dd>
        <dt>{t('fact.thing')}</dt>
        <dd>
          {card.assetId ? (
            <a href={`/?thing=${card.assetId}`}>
              <code>{identification(card.assetId)}</code>
            </a>
          ) : (
            t('fact.noThing')
          )}
        </dd>
        <dt>{t('fact.repeats')}</dt>
        <dd>
          {site && repeats ? (
            <Button
              small
              look="quiet"
              className={site.level === 'none' ? 'panel-repeats' : 'panel-repeats is-flagged'}
              aria-expanded={listed}
              onClick={() => setListed(!listed)}
            >
              {t('dispatch.case.repeated', { days: repeats.days, n: site.cases.length })}
            </Button>
          ) : card.repeats > 0 ? (
            t('fact.repeated', { n: card.repeats })
          ) : (
            t('fact.first')
          )}
        </dd>
        <dt>{t('dispatch.case.owner')}</dt>
        <dd>{card.owner ? unitName(card.owner.unit) : t('cases.noOwner')}</dd>
        <dt>{t('fact.crew')}</dt>
        <dd>{crewName(card.crewId) ?? t('fact.noCrew')}</dd>
      </dl>
      {listed ? <RepeatHistory earlier={earlier} onShowCase={onShowCase} /> : null}
    </>
  )
}
