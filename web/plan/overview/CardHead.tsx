import { useTranslation } from 'react-i18next'
import { STUDIES } from '../studies.ts'
import { usePlanSearch } from '../use-plan-search.ts'

interface CardHeadProps {
  title: string
  note?: string
  /** Where more of it stands. */
  study: string
}

/** A card's name, which leads to its study, and what its figures are of. */
export function CardHead({ title, note, study }: CardHeadProps) {
  const { t } = useTranslation()
  const { open } = usePlanSearch()
  return (
    <h2 className="overview-head">
      {STUDIES.some(({ id }) => id === study) ? (
        <button type="button" title={t('overview.open', { name: title })} onClick={() => open(study)}>
          {title}
        </button>
      ) : (
        title
      )}
      {note ? <small>{note}</small> : null}
    </h2>
  )
}
