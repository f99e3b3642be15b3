import './evaluation.css'
import '../i18n/evaluation-words.ts'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCityName } from '../console/use-city-name.ts'
import { WithAge } from '../console/WithAge.tsx'
import { clock, dayOf } from '../format.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { Button } from '../ui/Button.tsx'
import type { EvaluationSearch } from './evaluation-search.ts'
import { figureOf } from './figures.ts'
import { MixPanel } from './MixPanel.tsx'
import { PeriodBar } from './PeriodBar.tsx'
import { periodOf, spanOf } from './period.ts'
import { useEvaluation } from './queries.ts'
import { RateDrawer } from './RateDrawer.tsx'
import { RateTable } from './RateTable.tsx'
import { useGroupNames } from './use-group-names.ts'

const route = getRouteApi('/desk/evaluation')

/** The rates that a bureau is judged by, each with what it stands on. */
export function EvaluationPage() {
  const { t } = useTranslation()
  const language = useLanguage()
  const city = useCityName()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = (more: EvaluationSearch): void =>
    void navigate({ search: (before) => ({ ...before, rate: undefined, group: undefined, ...more }), replace: true })
  const { by = 'all', side = 'handling', sort, rate, group } = search
  // Stands still while somebody reads: a number and its cases are of one instant.
  const [now, setNow] = useState(() => Date.now())
  const period = periodOf(search, dayOf(now))
  const span = spanOf(period, now)
  const evaluation = useEvaluation(span, by)
  const nameOf = useGroupNames(by)
  return (
    <div className="evaluation">
      <header className="evaluation-head">
        <div>
          <h1>{t('rates.title')}</h1>
          <p>
            <span className="print-only">{city?.name[language]} · </span>
            {t('rates.period', { first: period.first, last: period.last })}
            {evaluation.data ? ` · ${t('rates.asOf', { time: instantWords(evaluation.data.asOf) })}` : null}{' '}
            <Button small look="quiet" onClick={() => setNow(Date.now())}>
              {t('rates.again')}
            </Button>
          </p>
        </div>
        <PeriodBar period={period} search={search} evaluation={evaluation.data} nameOf={nameOf} onChange={change} />
      </header>
      <WithAge of={evaluation} title={t('rates.failed')}>
        {(answer) => {
          const open = answer.groups.find((one) => one.group === (group ?? ''))
          const figure = rate && open ? figureOf(open, rate) : undefined
          return (
            <div className={evaluation.isPlaceholderData ? 'is-passing' : undefined}>
              <RateTable
                of={answer}
                side={side}
                sort={sort}
                nameOf={nameOf}
                onSort={(next) => change({ sort: next })}
                onOpen={(at, which) => change({ rate: which, group: at })}
              />
              {figure && open ? (
                <RateDrawer
                  key={`${figure.rate} ${open.group}`}
                  figure={figure}
                  of={answer}
                  name={nameOf(open.group)}
                  onClose={() => change({})}
                />
              ) : null}
            </div>
          )
        }}
      </WithAge>
      <MixPanel span={span} />
    </div>
  )
}

const instantWords = (instant: string): string => `${dayOf(instant)} ${clock(instant)}`
