import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import { Button } from '../../ui/Button.tsx'

interface BulkBarProps {
  count: number
  /** Why nothing can be changed now, in words; undefined when it can. */
  why: string | undefined
  merge: (() => void) | undefined
  dispatch: (() => void) | undefined
  more: (() => void) | undefined
  onClear: () => void
}

/** What can be done to all that are chosen. */
export function BulkBar({ count, why, merge, dispatch, more, onClear }: BulkBarProps) {
  const { t } = useTranslation()
  return (
    <section className="bulk-bar" aria-label={t('desk.bulk')}>
      <b>{t('desk.chosen', { n: number(count) })}</b>
      {merge ? (
        <Button small disabled={why !== undefined} title={why} onClick={merge}>
          {t('caseAction.merge')}
        </Button>
      ) : null}
      {dispatch ? (
        <Button small disabled={why !== undefined} title={why} onClick={dispatch}>
          {t('desk.dispatchMany')}
        </Button>
      ) : null}
      {more ? (
        <Button small disabled={why !== undefined} title={why} onClick={more}>
          {t('desk.more')}
        </Button>
      ) : null}
      <Button small onClick={onClear}>
        {t('desk.clear')}
      </Button>
    </section>
  )
}
