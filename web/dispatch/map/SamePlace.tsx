import './lists.css'
import { useTranslation } from 'react-i18next'
import type { DeskCase } from '../../../server/contract/desk-case.ts'
import { urgencyOf } from '../../../server/contract/state.ts'
import { number } from '../../format.ts'
import { StateMark } from '../../icons/StateMark.tsx'
import type { Pixel } from '../../map/map-surface.ts'
import { Button } from '../../ui/Button.tsx'
import type { DeskMapProps } from './desk-map-props.ts'

interface SamePlaceProps extends Pick<DeskMapProps, 'lightOf' | 'onOpen' | 'onChoose'> {
  cases: readonly DeskCase[]
  /** How many are there; more than are listed where it is a crowd. */
  total: number
  at: Pixel
  onClose: () => void
}

/** Cases of one place, which no zoom parts: a list does. The worst first. */
export function SamePlace({ cases, total, at: [x, y], lightOf, onOpen, onChoose, onClose }: SamePlaceProps) {
  const { t } = useTranslation()
  const rows = cases
    .map((one) => ({ one, state: lightOf(one) }))
    .sort((a, b) => urgencyOf(b.state) - urgencyOf(a.state))
  return (
    <section
      className="desk-same"
      style={{ '--x': `${x}px`, '--y': `${y}px` } as React.CSSProperties}
      aria-label={t('dispatch.map.samePlace', { n: number(total) })}
    >
      <header>
        <b className="desk-same-title">{t('dispatch.map.samePlace', { n: number(total) })}</b>
        <Button
          small
          look="quiet"
          onClick={() =>
            onChoose(
              cases.map(({ id }) => id),
              'add',
            )
          }
        >
          {t('dispatch.map.chooseAll')}
        </Button>
        <Button small look="quiet" onClick={onClose}>
          {t('dispatch.map.close')}
        </Button>
      </header>
      <ul>
        {rows.map(({ one, state }, i) => (
          <li key={one.id}>
            {/* biome-ignore lint/a11y/noAutofocus: it opened because somebody asked for it */}
            <button type="button" className="desk-same-row" autoFocus={i === 0} onClick={() => onOpen(one.id)}>
              <StateMark state={state} label={t(`state.${state}`)} />
              <span>{one.problem}</span>
              <small>{one.number}</small>
            </button>
          </li>
        ))}
      </ul>
      {total > rows.length ? <p>{t('dispatch.map.andMore', { n: number(total - rows.length) })}</p> : null}
    </section>
  )
}
