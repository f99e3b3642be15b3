import { useTranslation } from 'react-i18next'
import type { ExcludedCrew } from '../../../server/contract/recommendation.ts'
import { orderExcluded, tellingCodes } from './exclusion.ts'
import { useExclusionWords } from './use-exclusion-words.ts'

/** So many fit under the crews that fit; the others come on a click. */
const SHOWN = 5

/** The crews that do not fit, each with its reason in words and by its code. */
export function ExcludedCrews({ excluded, now }: { excluded: readonly ExcludedCrew[]; now: number }) {
  const { t } = useTranslation()
  const crews = orderExcluded(excluded)
  const rest = crews.slice(SHOWN)
  return (
    <>
      <Rows crews={crews.slice(0, SHOWN)} now={now} />
      {rest.length > 0 ? (
        <details className="crews-out-more">
          <summary>{t('dispatch.case.moreOut', { n: rest.length })}</summary>
          <Rows crews={rest} now={now} />
        </details>
      ) : null}
    </>
  )
}

function Rows({ crews, now }: { crews: readonly ExcludedCrew[]; now: number }) {
  const words = useExclusionWords()
  if (crews.length === 0) return null
  return (
    <ul className="crews-out">
      {crews.map((crew) => {
        const codes = tellingCodes(crew)
        return (
          <li key={crew.crewId} title={codes.map((code) => words(crew, code, now)).join(' · ')}>
            <span>{crew.name}</span>
            <em>{codes.map((code) => words(crew, code, now)).join(' · ')}</em>
            <code>{codes.join(' ')}</code>
          </li>
        )
      })}
    </ul>
  )
}
