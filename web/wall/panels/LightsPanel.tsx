import './lights.css'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { WallFigures } from '../../../server/contract/wall.ts'
import { number } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { StateMark } from '../../icons/StateMark.tsx'
import { Nothing, Panel } from './Panel.tsx'
import type { PanelProps } from './panels.ts'
import { shareRows } from './share-rows.ts'
import { useRows } from './use-rows.ts'

const ROW = 3.6
/** Rate of the city, and the caption between the classes and the roads. */
const ABOVE = 6.4
/** The darkest; more are shown where there is room anyway. */
const WANTED_ROADS = 6
const MOST_RINGS = 7

/** How many of the lamps are lit: of the city, of each class of road, and where they are dark. */
export function LightsPanel({ figures: { lit, dark, unheard, lamps } }: PanelProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { classes, roads } = lamps
  const all = classes.length + (roads.length > 0 ? roads.length + 1 : 0)
  const { body, shown } = useRows(all, ROW, ABOVE)
  const head = { id: 'lights', title: t('wallPanel.lights'), note: t('wallPanel.lightsNote') }
  if (!lit)
    return (
      <Panel {...head} wants={12}>
        <Nothing why={t('wallPanel.lightsNone')} />
      </Panel>
    )
  const lines = shareRows(shown, classes.length, roads.length)
  return (
    <Panel
      {...{ ...head, body }}
      wants={ABOVE + Math.min(all, classes.length + 1 + WANTED_ROADS) * ROW}
      least={ABOVE + 2 * ROW}
    >
      <div className="wp-rate">
        <b>{lit.percent === null ? '—' : lit.percent.toFixed(1)}</b>
        <u>%</u>
        <p>
          {t('wallPanel.lightsOf', { on: number(lit.on), of: number(lit.of) })}
          <br />
          <span>
            {t('wallPanel.lightsDark', { n: number(dark) })}　{t('wallPanel.lightsUnheard', { n: number(unheard) })}
          </span>
        </p>
      </div>
      {classes.slice(0, lines.classes).map(({ id, name, percent, on, dark: off }) => (
        <div className="wp-lamp-class" key={id}>
          <span className="wp-cut">{name[language]}</span>
          <Scale {...{ percent, target: lit.target }} />
          <b>{percent === null ? '—' : percent.toFixed(1)}</b>
          <i>{number(on + off)}</i>
        </div>
      ))}
      {lines.roads > 0 ? <h3 className="wp-sub">{t('wallPanel.lightsRoads')}</h3> : null}
      {roads.slice(0, lines.roads).map((road) => (
        <Road key={road.road} {...road} />
      ))}
    </Panel>
  )
}

/** From 90 to 100 %: below that nobody asks for tenths. */
const FROM = 90
const share = (percent: number): number => Math.max(0, Math.min(1, (percent - FROM) / (100 - FROM)))

/** A rate as a place on a line, with its target as a tick: missed is a diamond, met is a disc. */
function Scale({ percent, target }: { percent: number | null; target: number }) {
  const { t } = useTranslation()
  const isMet = percent !== null && percent >= target
  return (
    <span className="wp-scale">
      <u style={{ '--wp-at': share(target) } as CSSProperties} />
      {percent === null ? null : (
        <i style={{ '--wp-at': share(percent) } as CSSProperties}>
          {isMet ? <s /> : <StateMark state="late" label={t('wallPanel.belowTarget')} />}
        </i>
      )}
    </span>
  )
}

/** A ring a lamp, as the map draws it: dark, or not heard of. */
function Road({ road, dark, unheard, on }: WallFigures['lamps']['roads'][number]) {
  const { t } = useTranslation()
  const rings = [...Array<string>(dark).fill('is-dark'), ...Array<string>(unheard).fill('is-unheard')]
  return (
    <div className="wp-road">
      <span className="wp-cut">{road}</span>
      <span className="wp-rings">
        {rings.slice(0, MOST_RINGS).map((kind, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a ring is its place
          <Ring key={at} kind={kind} />
        ))}
      </span>
      <b className={dark === 0 ? 'is-zero' : undefined}>{number(dark)}</b>
      <i>{t('wallPanel.ofLamps', { n: number(on + dark + unheard) })}</i>
    </div>
  )
}

const Ring = ({ kind }: { kind: string }) => (
  <svg viewBox="0 0 24 24" className={kind} aria-hidden="true">
    <circle cx="12" cy="12" r="7.5" />
  </svg>
)
