import '../../i18n/shift-words.ts'
import './replay.css'
import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Crew } from '../../../server/contract/crew.ts'
import { getTracks } from '../../api-tracks.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import type { DeskCrew } from '../desk/desk-crew.ts'
import { crewsAt } from './crews-at.ts'
import { ReplayBar } from './ReplayBar.tsx'
import { MOST_CREWS, type SpanDraft, spanBefore, spanOf } from './replay-span.ts'

interface ReplayPanelProps {
  crews: readonly Crew[]
  /** Unix ms, by the server's clock. */
  now: number
  /** The crews as they were at the instant that is shown, Unix ms. */
  onCrews: (crews: DeskCrew[], at: number) => void
  onClose: () => void
}

interface Asked {
  from: number
  to: number
  crews: readonly string[]
}

/** Which crews and which hours are played, and the film of them. */
export function ReplayPanel({ crews, now, onCrews, onClose }: ReplayPanelProps) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<Asked>()
  const { data, error, isFetching } = useQuery({
    queryKey: ['tracks', asked],
    queryFn: ({ signal }) => {
      const { from = 0, to = 0, crews: ids = [] } = asked ?? {}
      return getTracks({ from: new Date(from).toISOString(), to: new Date(to).toISOString(), crews: ids }, signal)
    },
    enabled: asked !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  })
  const onAt = useCallback((at: number) => data && onCrews(crewsAt(data, crews, at), at), [data, crews, onCrews])
  const isEmpty = data?.tracks.every((track) => track.t.length === 0) ?? false
  if (asked && data && !isEmpty)
    return (
      <ReplayBar
        key={`${asked.from} ${asked.to}`}
        tracks={data.tracks}
        from={asked.from}
        to={asked.to}
        onAt={onAt}
        onClose={onClose}
      />
    )
  return (
    <section className="replay replay-ask" aria-label={t('replay.title')}>
      <SpanForm crews={crews} now={now} isReading={isFetching} onAsk={setAsked} />
      {error ? <Refused fault={error} title={t('replay.failed')} /> : null}
      {isEmpty ? <p role="status">{t('replay.none')}</p> : null}
      <Button small look="quiet" onClick={onClose}>
        {t('replay.close')}
      </Button>
    </section>
  )
}

interface SpanFormProps {
  crews: readonly Crew[]
  now: number
  isReading: boolean
  onAsk: (asked: Asked) => void
}

function SpanForm({ crews, now, isReading, onAsk }: SpanFormProps) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<SpanDraft>(() => spanBefore(now))
  const [chosen, setChosen] = useState(() => firstOf(crews))
  const span = spanOf(draft)
  const field = (name: keyof SpanDraft, type: 'date' | 'time') => (
    <Input
      type={type}
      aria-label={t(`replay.${name}`)}
      value={draft[name]}
      onChange={({ target }) => setDraft({ ...draft, [name]: target.value })}
    />
  )
  return (
    <form
      className="replay-span"
      onSubmit={(event) => {
        event.preventDefault()
        if (span) onAsk({ ...span, crews: chosen })
      }}
    >
      {field('day', 'date')}
      {field('from', 'time')}
      {field('to', 'time')}
      <Select
        mode="multiple"
        maxCount={MOST_CREWS}
        maxTagCount={1}
        aria-label={t('replay.crews', { n: MOST_CREWS })}
        placeholder={t('replay.crews', { n: MOST_CREWS })}
        optionFilterProp="label"
        options={crews.map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen}
        onChange={setChosen}
      />
      <Button small look="primary" type="submit" disabled={!span || chosen.length === 0 || isReading}>
        {t(isReading ? 'replay.loading' : 'replay.load')}
      </Button>
      {span ? null : <small>{t('replay.bad')}</small>}
    </form>
  )
}

/** Those on duty first. */
const firstOf = (crews: readonly Crew[]): string[] =>
  crews
    .toSorted((a, b) => Number(b.onDuty) - Number(a.onDuty))
    .slice(0, MOST_CREWS)
    .map(({ id }) => id)
