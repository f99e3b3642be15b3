import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCrews } from '../../case/queries.ts'
import { NamedSelect } from '../../console/NamedSelect.tsx'
import { number } from '../../format.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { Check } from '../../ui/Check.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { useAreaNames } from '../desk/use-area-names.ts'
import type { Desk } from '../desk/use-desk.ts'
import { type DayScope, MOST_CASES, namedIn, plannableIn } from './day-scope.ts'
import type { DayPlanning } from './use-day.tsx'

const LIMITS = ['10', '30', '60'] as const

interface PlanFormProps {
  desk: Desk
  planning: DayPlanning
}

/** What is planned: which cases, which crews, and for how long it may think. */
export function PlanForm({ desk, planning: { starting } }: PlanFormProps) {
  const { t } = useTranslation()
  const areas = useAreaNames()
  const { chosen } = desk.choice
  const [scope, setScope] = useState<DayScope>(chosen.size > 1 ? 'chosen' : 'all')
  const [crewIds, setCrewIds] = useState<string[]>([])
  const [reassign, setReassign] = useState(false)
  const [limit, setLimit] = useState<(typeof LIMITS)[number]>('10')
  const countIn = (one: DayScope): number => plannableIn(desk.all, one, { chosen, reassign }).length
  const plannable = plannableIn(desk.all, scope, { chosen, reassign })
  const named = (one: DayScope, name: string) => ({ value: one, label: t('day.scopeCount', { name, n: countIn(one) }) })
  const grids = [...(areas ?? [])].map(([id, name]) => named(`grid:${id}`, name))
  const options = [
    named('all', t('day.scopeAll')),
    ...(chosen.size > 0 ? [named('chosen', t('day.scopeChosen'))] : []),
    ...grids,
  ]
  const crews = (useCrews().data ?? [])
    .filter(({ endedAt }) => endedAt === null)
    .sort((a, b) => Number(b.onDuty) - Number(a.onDuty))
  const isTooMany = plannable.length > MOST_CASES
  return (
    <form
      className="day-form"
      onSubmit={(event) => {
        event.preventDefault()
        starting.mutate({
          ...{ reassign, limitSeconds: Number(limit) },
          caseIds: namedIn(scope, plannable),
          crewIds: crewIds.length > 0 ? crewIds : undefined,
        })
      }}
    >
      <p className="day-note">{t('day.what')}</p>
      <div className="day-field">
        <span aria-hidden="true">{t('day.scope')}</span>
        <NamedSelect<DayScope>
          label={t('day.scope')}
          showSearch={{ optionFilterProp: 'label' }}
          value={scope}
          options={options}
          onChange={setScope}
        />
      </div>
      <div className="day-field">
        <span aria-hidden="true">{t('day.crews')}</span>
        <NamedSelect<string[]>
          label={t('day.crews')}
          mode="multiple"
          allowClear
          maxTagCount="responsive"
          placeholder={t('day.crewsAll')}
          optionFilterProp="label"
          value={crewIds}
          options={crews.map(({ id, name, onDuty }) => ({
            value: id,
            label: onDuty ? name : t('day.offDuty', { name }),
          }))}
          onChange={setCrewIds}
        />
      </div>
      <div className="day-field">
        <span aria-hidden="true">{t('day.limit')}</span>
        <Choice
          label={t('day.limit')}
          options={LIMITS.map((id) => ({ id, name: t('day.seconds', { n: id }) }))}
          value={limit}
          onChange={setLimit}
        />
      </div>
      <Check checked={reassign} onChange={setReassign}>
        {t('day.reassign')}
      </Check>
      <p className="day-acts">
        <Button look="primary" type="submit" disabled={plannable.length === 0 || isTooMany || starting.isPending}>
          {starting.isPending ? t('day.starting') : t('day.start', { count: plannable.length })}
        </Button>
      </p>
      {desk.book.cases !== undefined && plannable.length === 0 ? <p role="status">{t('day.nothing')}</p> : null}
      {isTooMany ? <p role="status">{t('day.tooMany', { n: number(MOST_CASES) })}</p> : null}
      {starting.error ? <Refused fault={starting.error} title={t('day.notStarted')} /> : null}
    </form>
  )
}
