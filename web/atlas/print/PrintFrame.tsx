import './print.css'
import { useTranslation } from 'react-i18next'
import type { City } from '../../../server/contract/city.ts'
import type { LayerPicture } from '../../api.ts'
import { clock, dayOf, number } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { StateMark } from '../../icons/StateMark.tsx'
import { HeatLegend } from '../heat/HeatLegend.tsx'
import { shownLayersOf, shownStatuses } from '../layers/status-filter.ts'
import type { Picture } from '../picture.ts'
import type { Moment } from '../time/city-moment.ts'

interface PrintFrameProps {
  image: string | undefined
  city: City
  layers: LayerPicture[]
  picture: Picture
  /** The moment that the map shows; undefined: now. */
  at: Moment | undefined
}

/** What goes on paper: title and time, the map, its legend. */
export function PrintFrame({ image, city, layers, picture, at }: PrintFrameProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const shown = shownLayersOf(picture, layers)
  const now = Date.now()
  return (
    <section className="print-frame" aria-hidden="true">
      <header>
        <h1>{t('print.title', { city: city.name[language] })}</h1>
        <p>
          {at
            ? t('then.banner', { time: at.replace('T', ' ') })
            : city.dataAt
              ? t('page.dataAt', { time: `${dayOf(city.dataAt)} ${clock(city.dataAt)}` })
              : null}{' '}
          {t('print.at', { time: `${dayOf(now)} ${clock(now)}` })} {city.demo ? t('app.demo') : null}
        </p>
      </header>
      {image ? <img src={image} alt="" /> : null}
      {picture.heat ? <HeatLegend mode={picture.heat} /> : null}
      <dl>
        {layers
          .filter(({ id }) => shown.includes(id))
          .map((layer) => (
            <div key={layer.id}>
              <dt>{layer.name[language]}</dt>
              <dd>
                {layer.statuses
                  .filter(({ id }) => (layer.countByStatus[id] ?? 0) > 0)
                  .filter(({ id }) => shownStatuses(layer, picture)?.includes(id) ?? true)
                  .map(({ id, name, state }) => (
                    <span key={id}>
                      <StateMark state={state} size={11} /> {name[language]} {number(layer.countByStatus[id] ?? 0)}
                    </span>
                  ))}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  )
}
