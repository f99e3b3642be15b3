import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CoverageSet } from '../../../server/contract/rule.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Button } from '../../ui/Button.tsx'
import { SetSheet } from './SetSheet.tsx'
import { editionsOf, leastVerified } from './set-source.ts'
import { useRuleWords } from './use-rule-words.ts'

/** The standard that is looked by, with its edition; another one is a press away. */
export function StandardBox({ set }: { set: CoverageSet }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const { rangeOf, verifiedWords } = useRuleWords()
  const verified = leastVerified(set)
  return (
    <section className="standard" aria-label={t('coverage.standard')}>
      <div className="standard-head">
        <b>{set.name[language]}</b>
        <Button small look="quiet" onClick={() => setOpen(true)}>
          {t('coverage.otherStandard')}
        </Button>
      </div>
      <ul>
        {set.rules.map((rule) => (
          <li key={rule.id}>
            <span>{rule.where[language]}</span>
            <em>{rangeOf(rule)}</em>
          </li>
        ))}
      </ul>
      <p>
        {editionsOf(set).join('；')}
        <span className={verified === 'V' ? undefined : 'is-unverified'}>{verifiedWords(verified)}</span>
      </p>
      {isOpen ? <SetSheet current={set.id} onClose={() => setOpen(false)} /> : null}
    </section>
  )
}
