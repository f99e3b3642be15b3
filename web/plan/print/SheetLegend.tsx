import { useTranslation } from 'react-i18next'
import type { LayerPicture } from '../../api.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { StateMark } from '../../icons/StateMark.tsx'
import { bandClass } from '../band-class.ts'
import type { MapDrawing } from '../map-drawing.ts'

/** Every sign of the map: those of the study, then those of the things that are shown in their own. */
export function SheetLegend({ drawing, catalogue }: { drawing: MapDrawing | undefined; catalogue: LayerPicture[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const layers = drawing?.assetsAsRings ? [] : catalogue.filter(({ id }) => drawing?.assets?.includes(id))
  return (
    <div className="sheet-legend">
      <h2>{t('sheet.legend')}</h2>
      <ul>
        {drawing?.legend.map(({ name, look, colours, ends, borders }) => (
          <li key={name}>
            {look === 'band' ? (
              <>
                <span>{name}</span>
                <span className="sheet-band">
                  {ends ? <small>{ends[0]}</small> : null}
                  <i className={bandClass(borders)}>
                    {colours.map((token) => (
                      <i key={token} style={{ background: `var(--${token})` }} />
                    ))}
                    {borders?.map((border, at) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: a scale names 90 % twice, on either side of its middle
                      <small key={at} style={{ left: `${((at + 1) / colours.length) * 100}%` }}>
                        {border}
                      </small>
                    ))}
                  </i>
                  {ends ? <small>{ends[1]}</small> : null}
                </span>
              </>
            ) : (
              <>
                <span className="sheet-sign">
                  <i
                    className={`legend-${look}`}
                    style={{ '--sign': `var(--${colours[0] ?? 'text-1'})` } as React.CSSProperties}
                  />
                </span>
                <span>{name}</span>
              </>
            )}
          </li>
        ))}
        {layers.flatMap((layer) =>
          layer.statuses
            .filter(({ id }) => (layer.countByStatus[id] ?? 0) > 0)
            .map(({ id, name, state }) => (
              <li key={`${layer.id} ${id}`}>
                <span className="sheet-sign">
                  <StateMark state={state} size={11} />
                </span>
                <span>
                  {layer.name[language]} {name[language]}
                </span>
              </li>
            )),
        )}
      </ul>
    </div>
  )
}
