import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Refused } from '../../refused.tsx'
import { Hairlines } from '../../ui/Hairlines.tsx'
import { sideOf } from '../ranked/side-of.ts'
import { useLighting } from './lighting-desk.tsx'
import { useLightingRules } from './queries.ts'

/** What turning down comes to in a year, lamp type by lamp type, and what that rests on. */
export function Saving() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { search, dimming } = useLighting()
  const { data: rules } = useLightingRules()
  const { data, error, isPlaceholderData } = dimming
  if (error && !data) return <Refused fault={error} title={t('lighting.dim.failed')} />
  if (!data) return <Hairlines rows={6} label={t('page.loading')} />
  const { kwh, savedKwh, savedYuan, hours, dimmedHours, byType, tariffYuanPerKwh, tariffAssumed, year } = data
  const nameOf = (id: string): string => rules?.lampTypes[id]?.name[language] ?? (id || t('lighting.dim.noType'))
  const unknown = byType.reduce((sum, { unknownPower }) => sum + unknownPower, 0)
  return (
    <div className={`li-detail ${isPlaceholderData ? 'is-passing' : ''}`}>
      <h2>{t('lighting.dim.saves')}</h2>
      <div className="li-saving">
        <b>{number(savedKwh / 10_000, 2)}</b>
        <u>{t('lighting.dim.kwhYear')}</u>
        <p>
          <span>{t('lighting.dim.yuan', { n: number(savedYuan / 10_000, 2) })}</span>
          <span>{t('lighting.dim.share', { n: number(kwh > 0 ? (savedKwh / kwh) * 100 : 0, 1) })}</span>
        </p>
      </div>
      <div
        className="li-bars"
        role="img"
        aria-label={t('lighting.dim.bars', { was: number(kwh), now: number(kwh - savedKwh) })}
      >
        <span>{t('lighting.dim.now')}</span>
        <i style={{ width: '100%' }} />
        <em>
          {number(kwh / 10_000, 1)} <small>{t('lighting.dim.kwhYear')}</small>
        </em>
        <span>{t('lighting.dim.then')}</span>
        <i>
          <s style={{ width: `${kwh > 0 ? ((kwh - savedKwh) / kwh) * 100 : 0}%` }} />
        </i>
        <em>
          {number((kwh - savedKwh) / 10_000, 1)} <small>{t('lighting.dim.kwhYear')}</small>
        </em>
      </div>
      <table className="up-table">
        <thead>
          <tr>
            {(['type', 'lamps', 'kw', 'saved'] as const).map((key) => (
              <th key={key} scope="col">
                {t(`lighting.dim.col.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {byType.map(({ lampType, lamps, dimmed, kw, savedKwh: saved }) => (
            <tr key={lampType}>
              <td>{nameOf(lampType)}</td>
              <td>
                {number(dimmed)} / {number(lamps)}
              </td>
              <td>{number(kw, 1)}</td>
              <td>{number(saved)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3 className="up-h3">{t('lighting.dim.restsOn')}</h3>
      <ul className="li-assumed">
        <li>{t('lighting.dim.hours', { year, hours: number(hours), dimmed: number(dimmedHours) })}</li>
        <li>{t(tariffAssumed ? 'lighting.dim.tariffAssumed' : 'lighting.dim.tariffGiven', { n: tariffYuanPerKwh })}</li>
        <li>{t('lighting.dim.linear', { n: search.percent })}</li>
        {byType.map(({ lampType }) => {
          const times = rules?.lampTypes[lampType]?.powerTimes
          return times && times !== 1 ? (
            <li key={lampType}>
              {t('lighting.dim.ballast', { type: nameOf(lampType), n: number((times - 1) * 100) })}
            </li>
          ) : null
        })}
        {unknown > 0 ? <li>{t('lighting.dim.unknown', { n: number(unknown) })}</li> : null}
      </ul>
      {rules ? <p className="up-note">{sideOf(rules.source, language)}</p> : null}
    </div>
  )
}
