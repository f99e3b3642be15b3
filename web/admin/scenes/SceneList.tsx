import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Scene } from '../../../server/contract/wall.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { StateMark } from '../../icons/StateMark.tsx'
import { Button } from '../../ui/Button.tsx'

interface SceneListProps {
  scenes: readonly Scene[]
  chosen: string | undefined
  faulty: ReadonlySet<string>
  disabled: boolean
  onChoose: (id: string) => void
  /** To this place, 0 the first. */
  onMove: (id: string, to: number) => void
  onAdd: () => void
}

const MOST = 30
const STEPS: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 }

/** The round in its order: dragged, moved with the arrows beside each, or with Alt and the arrow keys. */
export function SceneList({ scenes, chosen, faulty, disabled, onChoose, onMove, onAdd }: SceneListProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [dragged, setDragged] = useState<string>()
  const [over, setOver] = useState<number>()
  const list = useRef<HTMLOListElement>(null)
  const onKey = (event: KeyboardEvent, id: string, at: number): void => {
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    if (event.altKey) {
      if (!disabled) onMove(id, at + step)
      return
    }
    const next = scenes[at + step]
    if (!next) return
    onChoose(next.id)
    list.current?.querySelector<HTMLElement>(`[data-scene="${next.id}"]`)?.focus()
  }
  const total = scenes.reduce((sum, { seconds }) => sum + seconds, 0)
  return (
    <section className="scenes-list" aria-labelledby="scenes-round">
      <h2 id="scenes-round">{t('scenes.round')}</h2>
      <p className="field-note">{t('scenes.roundNote', { count: scenes.length, minutes: (total / 60).toFixed(1) })}</p>
      <ol ref={list} onDragEnd={() => setOver(undefined)}>
        {scenes.map(({ id, title, seconds }, at) => {
          const name = title[language] || id
          return (
            <li
              key={id}
              className={`${id === chosen ? 'is-chosen' : ''} ${over === at && dragged !== id ? 'is-over' : ''}`}
              draggable={!disabled}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move'
                setDragged(id)
              }}
              onDragOver={(event) => {
                if (dragged === undefined) return
                event.preventDefault()
                setOver(at)
              }}
              onDrop={(event) => {
                event.preventDefault()
                if (dragged !== undefined) onMove(dragged, at)
                setDragged(undefined)
              }}
            >
              <button
                type="button"
                className="scenes-name"
                data-scene={id}
                aria-current={id === chosen ? 'true' : undefined}
                onClick={() => onChoose(id)}
                onKeyDown={(event) => onKey(event, id, at)}
              >
                <span>{at + 1}</span>
                <b>{name}</b>
                {faulty.has(id) ? <StateMark state="late" size={12} label={t('scenes.hasFault')} /> : null}
                <small>{t('scenes.forSeconds', { n: seconds })}</small>
              </button>
              {[-1, 1].map((step) => (
                <Button
                  key={step}
                  small
                  look="quiet"
                  disabled={disabled || !scenes[at + step]}
                  aria-label={t(step < 0 ? 'scenes.up' : 'scenes.down', { name })}
                  onClick={() => onMove(id, at + step)}
                >
                  {step < 0 ? '↑' : '↓'}
                </Button>
              ))}
            </li>
          )
        })}
      </ol>
      <Button disabled={disabled || scenes.length >= MOST} onClick={onAdd}>
        {t('scenes.add')}
      </Button>
      <p className="field-note">{t('scenes.keys')}</p>
    </section>
  )
}
