import { useEffect, useReducer, useState } from 'react'
import type { LivePicture } from '../server/contract/live.ts'
import { soundAlarm } from './live/alarm-sound.ts'
import { type Alarms, alarms, NO_ALARMS } from './live/alarms.ts'
import { ringOnce } from './live/ring-once.ts'
import { useLivePicture } from './live.ts'

const afterPicture = (state: Alarms, picture: LivePicture): Alarms => alarms(state, { event: 'picture', data: picture })

/** The emergencies that nobody has acknowledged, the newest first, each sounded once on this screen. `silent`: the browser gives no sound until
 *  somebody has clicked on the page. Use it once on a page. */
export function useAlarms(): { open: Alarms['open']; silent: boolean } {
  const picture = useLivePicture()
  const [state, hear] = useReducer(afterPicture, NO_ALARMS)
  const [silent, setSilent] = useState(false)
  useEffect(() => {
    if (picture) hear(picture)
  }, [picture])
  const { ring } = state
  useEffect(() => {
    if (ring.length > 0)
      void ringOnce(ring, () => {
        void soundAlarm().then((sounded) => setSilent(!sounded))
      })
  }, [ring])
  useEffect(() => {
    if (!silent) return undefined
    // With the click that it waits for, it is made up for.
    const again = (): void => void soundAlarm().then((sounded) => setSilent(!sounded))
    addEventListener('pointerdown', again)
    return () => removeEventListener('pointerdown', again)
  }, [silent])
  return { open: state.open, silent }
}
