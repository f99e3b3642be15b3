import { useTranslation } from 'react-i18next'
import { dayOf, dayWords, number } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { Hairlines } from '../../ui/Hairlines.tsx'
import { AlarmList } from './AlarmList.tsx'
import { CellList } from './CellList.tsx'
import { FlareList } from './FlareList.tsx'
import { useLandfillDesk } from './landfill-desk.tsx'
import { WellList } from './WellList.tsx'

/** How full the landfill is, cell by cell, and how its wells, its flares and its dam stand. */
export function LandfillPanel() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { landfills, fault, retry, chosen, choose } = useLandfillDesk()
  if (fault)
    return (
      <Refused fault={fault} title={t('landfill.failed')}>
        <Button small onClick={retry}>
          {t('connection.retry')}
        </Button>
      </Refused>
    )
  if (!landfills) return <Hairlines rows={9} label={t('page.loading')} />
  if (!chosen) return <p className="lf-none">{t('landfill.none')}</p>
  const { capacityM3, filledM3, remainingM3, asOf, foresight, tonnesPerDay, tonnesFrom } = chosen
  const figure = (name: string, value: string, unit: string) => (
    <div>
      <span>{name}</span>
      <b>{value}</b>
      <u>{unit}</u>
    </div>
  )
  return (
    <div className="lf-panel">
      {landfills.length > 1 ? (
        <select
          className="lf-select"
          aria-label={t('landfill.choose')}
          value={chosen.id}
          onChange={({ target }) => choose(target.value)}
        >
          {landfills.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      ) : (
        <p className="lf-name">{chosen.name}</p>
      )}
      <div className="up-sum">
        {figure(t('landfill.room'), number(remainingM3 / 10_000, 2), t('landfill.tenThousandM3'))}
        {figure(t('landfill.filled'), number((filledM3 / capacityM3) * 100, 1), '%')}
        {figure(t('landfill.perDay'), foresight ? number(foresight.m3PerDay, 1) : '—', t('landfill.m3PerDay'))}
      </div>
      <CellList outlook={chosen} />
      <WellList outlook={chosen} />
      <FlareList outlook={chosen} />
      <AlarmList outlook={chosen} />
      <p className="up-note">
        {t('landfill.asOf', { day: dayWords(dayOf(asOf), language), of: number(capacityM3 / 10_000, 1) })}{' '}
        {tonnesPerDay === null
          ? t('landfill.tonnesUnknown')
          : t(tonnesFrom === 'weighbridge' ? 'landfill.byWeighbridge' : 'landfill.byAsset', {
              n: number(tonnesPerDay, 1),
            })}
      </p>
    </div>
  )
}
