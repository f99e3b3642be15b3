import { useTranslation } from 'react-i18next'
import type { CoverageSet } from '../../../server/contract/rule.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { useCoverage } from './coverage-desk.tsx'
import { OwnSetAct } from './OwnSetAct.tsx'
import { useRuleWords } from './use-rule-words.ts'

/** All sets of rules: what each says, where it is from, and how sure that is. */
export function SetSheet({ current, onClose }: { current: string; onClose: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { sets, change } = useCoverage()
  const { rangeOf, verifiedWords } = useRuleWords()
  const choose = (set: string): void => {
    change({ set, road: undefined, grid: undefined, at: undefined }, { step: true })
    onClose()
  }
  return (
    <Sheet title={t('coverage.sheet.title')} closeLabel={t('list.close')} onClose={onClose}>
      <p className="sets-about">{t('coverage.sheet.about')}</p>
      <ul className="sets">
        {sets.map((set) => (
          <li key={set.id} className={set.id === current ? 'is-current' : undefined}>
            <div className="sets-head">
              <h3>{set.name[language]}</h3>
              {set.standing ? <span className="tag">{t('coverage.sheet.standing')}</span> : null}
              {set.version > 0 ? <span className="tag">{t('coverage.sheet.own', { n: set.version })}</span> : null}
              <Button
                small
                disabled={set.id === current}
                aria-label={`${t('coverage.sheet.use')} ${set.name[language]}`}
                onClick={() => choose(set.id)}
              >
                {t(set.id === current ? 'coverage.sheet.inUse' : 'coverage.sheet.use')}
              </Button>
            </div>
            {set.version > 0 ? <OwnSetAct set={set} /> : null}
            {withinOf(set, language).map((reading) => (
              <p key={reading} className="sets-within">
                {reading}
              </p>
            ))}
            <table>
              <tbody>
                {set.rules.map((rule) => (
                  <tr key={rule.id}>
                    <td>
                      {rule.where[language]}
                      {rule.reading ? <small>{rule.reading[language]}</small> : null}
                    </td>
                    <td className="sets-range">{rangeOf(rule)}</td>
                    <td>
                      {rule.edition}
                      <small>{rule.source}</small>
                    </td>
                    <td className={rule.verified === 'V' ? undefined : 'is-unverified'}>
                      {verifiedWords(rule.verified)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

/** Why its rules end with the town: mostly the same words for all of them, said once. */
const withinOf = ({ rules }: CoverageSet, language: 'zh' | 'en'): string[] => [
  ...new Set(rules.flatMap(({ within }) => (within ? [within.reading[language]] : []))),
]
