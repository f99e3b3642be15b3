import { useTranslation } from 'react-i18next'
import type { LitRule } from '../../../server/contract/lighting.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useCatalogueWords } from '../use-catalogue-words.ts'
import { useLighting } from './lighting-desk.tsx'
import { useLightingRules } from './queries.ts'

/** Which place's rule is held against the lamps, what it asks for, and where that stands written. */
export function RuleChoice({ rule }: { rule: LitRule }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useCatalogueWords()
  const { change } = useLighting()
  const { data } = useLightingRules()
  const asks = rule.rates.map(({ classes, percent, roadPercent }) =>
    t(roadPercent === null ? 'lighting.asks' : 'lighting.asksRoad', {
      classes: classes.map((id) => words.choice('streetlights', 'roadClass', id)).join(t('lighting.and')),
      ...{ percent, road: roadPercent ?? percent },
    }),
  )
  const caps = rule.darkCaps.map(({ from, to, most }) => t('lighting.cap', { from, to, most }))
  return (
    <div className="li-rule">
      <p>
        <b>{rule.edition}</b>
        <label>
          <span className="hidden">{t('lighting.changeRule')}</span>
          <select
            value={rule.id}
            onChange={({ target }) => change({ rule: target.value === data?.standard ? undefined : target.value })}
          >
            {(data?.rules ?? [rule]).map(({ id, place }) => (
              <option key={id} value={id}>
                {place[language]}
              </option>
            ))}
          </select>
        </label>
      </p>
      <small>{asks.join(t('lighting.semicolon'))}</small>
      {caps.length > 0 ? <small>{t('lighting.caps', { caps: caps.join(t('lighting.and')) })}</small> : null}
      <small className="li-source">
        {t('lighting.source', { source: rule.source })} {t(`lighting.verified.${rule.verified}`)}
        {rule.note ? ` · ${rule.note[language]}` : ''}
      </small>
    </div>
  )
}
