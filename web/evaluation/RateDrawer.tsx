import { Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Evaluation, RateFigure } from '../../server/contract/evaluation.ts'
import { dayOf, number } from '../format.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { Choice } from '../ui/Choice.tsx'
import { CountedList } from './CountedList.tsx'
import { difference, percent } from './figures.ts'

const LISTS = ['missing', 'numerator', 'denominator'] as const
type List = (typeof LISTS)[number]

interface RateDrawerProps {
  figure: RateFigure
  of: Evaluation
  /** Of the group. */
  name: string
  onClose: () => void
}

/** One number explained (N1): how it is reckoned, of what, by which rules, and every case of it. */
export function RateDrawer({ figure, of, name, onClose }: RateDrawerProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const rate = of.formulas.rates.find(({ id }) => id === figure.rate)
  // What would change the number: those that fail it.
  const [list, setList] = useState<List>(rate?.better === 'less' ? 'numerator' : 'missing')
  if (!rate) return null
  const { numerator, denominator, value, yearBefore, periodBefore, lists } = figure
  const counts = { numerator, denominator, missing: denominator - numerator }
  const { formulas } = of
  return (
    <Drawer open onClose={onClose} size={640} title={`${name} · ${rate.name[language]}`}>
      <p className="explained">
        <b>{value === null ? t('rates.noCases') : percent(value)}</b>{' '}
        {t('rates.outOf', { n: number(numerator), all: number(denominator) })}
        <span>
          {t('rates.year', { points: difference(value, yearBefore) ?? t('rates.unknown') })} ·{' '}
          {t('rates.before', { points: difference(value, periodBefore) ?? t('rates.unknown') })}
        </span>
      </p>
      <dl className="explanation">
        <dt>{t('rates.formula')}</dt>
        <dd>{rate.formula[language]}</dd>
        <dt>{t('rates.numerator')}</dt>
        <dd>{formulas.counts[rate.numerator][language]}</dd>
        <dt>{t('rates.denominator')}</dt>
        <dd>{formulas.counts[rate.denominator][language]}</dd>
        <dt>{t('rates.rules')}</dt>
        <dd>
          {t('rates.ruleSet', { id: formulas.id, n: formulas.version, day: dayOf(formulas.validFrom) })}
          {formulas.verified === 'V' ? null : <span className="tag">{t(`rateVerified.${formulas.verified}`)}</span>}
          <small>{formulas.source}</small>
        </dd>
        <dt>{t('rates.would')}</dt>
        <dd>{t(`rateWould.${rate.better}`, { n: number(rate.better === 'more' ? counts.missing : numerator) })}</dd>
      </dl>
      <Choice
        label={t('rates.lists')}
        value={list}
        options={LISTS.map((id) => ({ id, name: t(`rateList.${id}`, { n: number(counts[id]) }) }))}
        onChange={setList}
      />
      <CountedList key={lists[list]} list={lists[list]} />
    </Drawer>
  )
}
