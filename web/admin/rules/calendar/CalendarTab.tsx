import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../../../api.ts'
import { Refused } from '../../../refused.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Hairlines } from '../../../ui/Hairlines.tsx'
import { useCalendarYear, useHours } from '../queries.ts'
import { CalendarForm } from './CalendarForm.tsx'
import { HolidayList } from './HolidayList.tsx'
import { YearOfMonths } from './YearOfMonths.tsx'

const route = getRouteApi('/desk/admin/rules')

/** Days off and the days worked in their place, as the State Council announces them every November. */
export function CalendarTab({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useTranslation()
  const { year: asked } = route.useSearch()
  const navigate = route.useNavigate()
  const [form, setForm] = useState<'edit' | 'add' | undefined>()
  const answer = useCalendarYear(asked === undefined ? undefined : Number(asked))
  const periods = useHours().data?.of.hours.periods
  const open = (year: number): void => {
    setForm(undefined)
    void navigate({ search: (before) => ({ ...before, year: String(year) }), replace: true })
  }
  const { calendar, years = [] } = answer.data?.of ?? {}
  const isUnknown = answer.error instanceof Refusal && answer.error.problem.status === 404
  const next = Math.max(...years, new Date().getFullYear()) + 1
  return (
    <>
      <div className="admin-filter">
        <Choice
          label={t('rules.year')}
          value={calendar ? String(calendar.year) : undefined}
          options={[...years].sort().map((year) => ({ id: String(year), name: String(year) }))}
          onChange={(year) => open(Number(year))}
        />
        <Button small disabled={!mayWrite || !calendar} onClick={() => setForm('add')}>
          {t('rules.addYear', { year: next })}
        </Button>
        <Button small disabled={!mayWrite || !calendar} onClick={() => setForm('edit')}>
          {t('rules.editYear')}
        </Button>
        {mayWrite ? null : <small>{t('admin.onlyAdmin')}</small>}
      </div>
      {answer.error ? (
        <Refused
          fault={answer.error}
          title={isUnknown ? t('rules.noYear', { year: asked ?? '' }) : t('rules.readFailed')}
        >
          <Button small onClick={() => void navigate({ search: { tab: 'calendar' }, replace: true })}>
            {t('rules.thisYear')}
          </Button>
        </Refused>
      ) : null}
      {calendar && form ? (
        <CalendarForm
          key={`${form} ${calendar.year} ${calendar.version}`}
          year={form === 'add' ? next : calendar.year}
          of={calendar}
          etag={form === 'add' ? undefined : answer.data?.etag}
          onDone={(year) => open(year)}
          onReload={() => void answer.refetch()}
          onClose={() => setForm(undefined)}
        />
      ) : null}
      {calendar && periods ? (
        <div className="calendar">
          <YearOfMonths of={calendar} periods={periods} />
          <HolidayList of={calendar} />
        </div>
      ) : answer.error ? null : (
        <Hairlines rows={8} label={t('page.loading')} />
      )}
    </>
  )
}
