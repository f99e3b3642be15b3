import { useTranslation } from 'react-i18next'
import { dayOf, dayWords, number } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { Hairlines } from '../../ui/Hairlines.tsx'
import { LandfillProvider, useLandfillDesk } from '../landfill/landfill-desk.tsx'
import { Outlook } from '../landfill/Outlook.tsx'
import { RoomChart } from '../landfill/RoomChart.tsx'
import { TrialSliders } from '../landfill/TrialSliders.tsx'
import { writeTried } from '../landfill/trial.ts'
import { usePlanSearch } from '../use-plan-search.ts'

/** 填埋场 in the planner's overview: the day, its fan and the three sliders; its title leads to the study with what was tried. */
export function LandfillCard() {
  return (
    <LandfillProvider>
      <Card />
    </LandfillProvider>
  )
}

function Card() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { open } = usePlanSearch()
  const { landfills, fault, retry, chosen, answer, tried } = useLandfillDesk()
  const kept = (): Record<string, string> =>
    Object.fromEntries(
      Object.entries({ ...writeTried(tried), landfill: chosen?.id }).filter(
        (pair): pair is [string, string] => pair[1] !== undefined,
      ),
    )
  return (
    <section className="overview-card">
      <h2>
        <button type="button" title={t('landfill.open')} onClick={() => open('landfill', kept())}>
          {t('landfill.card')}
        </button>
      </h2>
      {fault ? (
        <Refused fault={fault} title={t('landfill.failed')}>
          <Button small onClick={retry}>
            {t('connection.retry')}
          </Button>
        </Refused>
      ) : !landfills ? (
        <Hairlines rows={5} label={t('page.loading')} />
      ) : !chosen ? (
        <p className="lf-none">{t('landfill.none')}</p>
      ) : (
        <>
          <Outlook outlook={chosen} />
          {chosen.surveys.length > 1 ? <RoomChart outlook={chosen} answer={answer} /> : null}
          {chosen.foresight ? <TrialSliders outlook={chosen} /> : null}
          <p className="overview-note">
            {t('landfill.roomAsOf', {
              n: number(chosen.remainingM3 / 10_000, 2),
              day: dayWords(dayOf(chosen.asOf), language),
            })}
          </p>
        </>
      )}
    </section>
  )
}
