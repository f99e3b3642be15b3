import './mix.css'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import { Nothing, Panel } from './Panel.tsx'
import type { PanelProps } from './panels.ts'

const PARTS = ['service', 'manage', 'enforce'] as const
/** 721: 70 % served, 20 % managed, 10 % enforced (STANDARDS). */
const TARGETS = { service: 70, manage: 20, enforce: 10 } as const
const TICKS = [70, 90]
/** A figure of four digits needs so much of the bar. */
const ROOM_PERCENT = 12

/** The month's cases as one bar, with the borders of 7-2-1 under it. */
export function MixPanel({ figures: { mix721 } }: PanelProps) {
  const { t } = useTranslation()
  const { total, percents } = mix721
  if (total === 0)
    return (
      <Panel id="mix721" title={t('wallPanel.mix')} note={t('wallPanel.mixMonth')} wants={9.6} least={9.6} gives="last">
        <Nothing why={t('wallPanel.mixNone')} />
      </Panel>
    )
  return (
    <Panel
      {...{ id: 'mix721', title: t('wallPanel.mix'), wants: 9.6, least: 9.6, gives: 'last' }}
      note={t('wallPanel.mixNote', { n: number(total) })}
    >
      <div className="wp-mix">
        {PARTS.map((part) => {
          const percent = percents[part] ?? 0
          return (
            <div key={part} className={`is-${part}`} style={{ flexGrow: Math.max(percent, 0.4) }}>
              {percent >= ROOM_PERCENT ? <b>{percent.toFixed(1)}</b> : null}
            </div>
          )
        })}
      </div>
      <div className="wp-target">
        {TICKS.map((at) => (
          <i key={at} style={{ '--wp-at': at / 100 } as CSSProperties} />
        ))}
      </div>
      <p className="wp-mix-words">
        {PARTS.map((part) => {
          const percent = percents[part] ?? 0
          return (
            <span key={part}>
              <i className={`is-${part}`} />
              {t(`wallMix.${part}`)}
              {percent < ROOM_PERCENT ? <b>{percent.toFixed(1)}</b> : null}
              <u>{part === 'service' ? t('wallPanel.target', { n: TARGETS[part] }) : TARGETS[part]}</u>
            </span>
          )
        })}
      </p>
    </Panel>
  )
}
