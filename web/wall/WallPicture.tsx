import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { State } from '../../server/contract/state.ts'
import { getCity } from '../api.ts'
import { clock, duration, number } from '../format.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { StateMark } from '../icons/StateMark.tsx'
import { liveState, useLiveIs, useLivePicture } from '../live.ts'
import { useSeconds } from './use-seconds.ts'

/** That the wall is in, and the city in three figures with their age. The scenes are not here yet, and nothing stands in for them. */
export function WallPicture({ name }: { name: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const is = useLiveIs()
  const picture = useLivePicture()
  const now = useSeconds()
  const [begunAt] = useState(() => Date.now())
  const city = useQuery({ queryKey: ['city'], queryFn: ({ signal }) => getCity(signal) }).data
  const { heardAt } = liveState()
  const isLive = is === 'connected'
  const { cases, emergencies, at } = picture ?? {}
  const figure = (label: string, count: number | undefined, note: string, state?: State) => (
    <div className={isLive ? 'wall-figure' : 'wall-figure is-old'}>
      <dt>
        {state && count ? <StateMark state={state} size={40} /> : null}
        {label}
      </dt>
      <dd>
        {count === undefined ? t('wall.unknown') : number(count)}
        {count === undefined ? null : <small className="wall-unit">{t('wall.unit')}</small>}
        <small className="wall-figure-note">{note}</small>
      </dd>
    </div>
  )
  return (
    <main className="wall-picture">
      <header>
        <h1>
          {city?.name[language]} <em>{t('app.name')}</em>
        </h1>
        {city?.demo ? <span className="tag">{t('app.demo')}</span> : null}
        <p>{clock(now)}</p>
      </header>
      <p className="wall-in" role="status">
        {t('wall.paired', { name })}
      </p>
      <dl>
        {figure(t('wall.open'), cases?.open, t('wall.openNote'))}
        {figure(
          t('wall.late'),
          cases ? (cases.lights.late ?? 0) : undefined,
          at ? t('wall.lateNote', { time: clock(at) }) : '',
          'late',
        )}
        {figure(t('wall.emergency'), emergencies?.length, t('wall.emergencyNote'), 'emergency')}
      </dl>
      <p className="wall-age" role="status">
        {isLive
          ? t('wall.live', { time: clock(heardAt) })
          : heardAt > 0
            ? t('wall.stale', { time: clock(heardAt), age: duration((now - heardAt) / 1000) })
            : t('wall.connecting', { age: duration((now - begunAt) / 1000) })}
      </p>
      <p className="wall-later">{t('wall.later')}</p>
    </main>
  )
}
