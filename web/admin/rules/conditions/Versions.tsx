import { useTranslation } from 'react-i18next'
import type { Condition } from '../../../../server/contract/condition.ts'
import { limitWords } from '../../../../server/contract/reckoning-words.ts'
import { clock, dayOf } from '../../../format.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { Origin } from '../Origin.tsx'

/** Every version, the newest first: older cases keep theirs. */
export function Versions({ versions }: { versions: readonly Condition[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <section className="drawer-part" aria-labelledby="versions">
      <h2 id="versions">{t('rules.versions', { n: versions.length })}</h2>
      <p className="field-note">{t('rules.olderKeep')}</p>
      <ol className="versions">
        {[...versions].reverse().map((of) => (
          <li key={of.version}>
            <b>{t('rules.versionN', { n: of.version })}</b>{' '}
            {t('rules.validFrom', { time: `${dayOf(of.validFrom)} ${clock(of.validFrom)}` })}
            <span>
              {of.stages
                .map(({ action, limit }) => `${action[language]} ${limitWords(limit)[language]}`)
                .join(t('admin.then'))}
            </span>
            <small>
              {of.place[language]} · <Origin {...of} />
            </small>
          </li>
        ))}
      </ol>
    </section>
  )
}
