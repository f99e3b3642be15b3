import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LandfillOutlook } from '../../../server/contract/landfill.ts'
import { dayOf, dayWords, number } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Button } from '../../ui/Button.tsx'
import { stepsOf } from './steps-of.ts'

const SHOWN = 5

/** What all this is reckoned from: surveys with what came in between, and what was weighed. */
export function Measured({ outlook }: { outlook: LandfillOutlook }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [all, setAll] = useState(false)
  const steps = stepsOf(outlook.surveys)
  return (
    <section>
      <h3 className="up-h3">
        {t('landfill.surveys')}
        <span>{t('landfill.surveyCount', { n: number(outlook.surveys.length) })}</span>
      </h3>
      <table className="up-table">
        <thead>
          <tr>
            <th scope="col">{t('landfill.surveyDay')}</th>
            <th scope="col">{t('landfill.surveyFilled')}</th>
            <th scope="col">{t('landfill.surveyRate')}</th>
          </tr>
        </thead>
        <tbody>
          {(all ? steps : steps.slice(0, SHOWN)).map(({ at, filledM3, perDay }) => (
            <tr key={at}>
              <td>{dayWords(dayOf(at), language)}</td>
              <td>{number(filledM3)}</td>
              <td>{perDay === null ? '—' : number(perDay, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {steps.length > SHOWN ? (
        <Button small look="quiet" className="up-more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('landfill.fewer') : t('landfill.allSurveys', { n: steps.length })}
        </Button>
      ) : null}
      <Weighed outlook={outlook} />
    </section>
  )
}

/** One bar a day; days without a weighing are gaps, and not nothing. */
function Weighed({ outlook: { weighed, tonnesPerDay } }: { outlook: LandfillOutlook }) {
  const { t } = useTranslation()
  const most = Math.max(1, ...weighed.map(({ tonnes }) => tonnes))
  if (weighed.length === 0)
    return (
      <p className="up-text">
        {tonnesPerDay === null ? t('landfill.neverWeighed') : t('landfill.notWeighed', { n: number(tonnesPerDay, 1) })}
      </p>
    )
  const [first, last] = [weighed[0]?.date ?? '', weighed.at(-1)?.date ?? '']
  const mean = weighed.reduce((sum, { tonnes }) => sum + tonnes, 0) / weighed.length
  const words = t('landfill.weighedWords', {
    n: weighed.length,
    first,
    last,
    mean: number(mean, 1),
    most: number(most, 1),
  })
  return (
    <figure className="lf-weighed">
      <div role="img" aria-label={words}>
        {daysBetween(first, last).map((date) => {
          const tonnes = weighed.find((day) => day.date === date)?.tonnes
          return (
            <i
              key={date}
              className={tonnes === undefined ? 'is-none' : undefined}
              style={{ height: `${((tonnes ?? 0) / most) * 100}%` }}
            />
          )
        })}
      </div>
      <figcaption>{words}</figcaption>
    </figure>
  )
}

function daysBetween(first: string, last: string): string[] {
  const days: string[] = []
  for (let ms = Date.parse(first); ms <= Date.parse(last); ms += 86_400_000)
    days.push(new Date(ms).toISOString().slice(0, 10))
  return days
}
