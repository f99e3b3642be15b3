import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clock } from '../../format.ts'
import { loadAnewWhenWell } from './load-anew.ts'

/** In the place of a wall that could not be drawn, or whose files did not come: the time goes on, and the page is loaded anew as soon as all of
 *  it can be had. */
export function WallFault() {
  const { t } = useTranslation()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  useEffect(loadAnewWhenWell, [])
  return (
    <main className="wall-fault" role="status">
      <time>{clock(now)}</time>
      <p>{t('wall-endure.title')}</p>
      <p>{t('wall-endure.note')}</p>
    </main>
  )
}
