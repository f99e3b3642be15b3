import { useTranslation } from 'react-i18next'
import { clock } from '../format.ts'
import { liveState, useLiveIs } from '../live.ts'

/** Whether what is shown follows what happens; else since when not. */
export function LiveMark() {
  const { t } = useTranslation()
  const is = useLiveIs()
  if (is === 'refused') return null
  const { heardAt } = liveState()
  return (
    <span className={`live-mark ${is === 'connected' ? 'is-live' : ''}`} role="status">
      {is === 'connected'
        ? t('console.live')
        : heardAt > 0
          ? t('console.lost', { time: clock(heardAt) })
          : t('console.connecting')}
    </span>
  )
}
