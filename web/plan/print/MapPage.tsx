import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { frameTexts } from '../../map/map-frame.ts'
import { useMapWords } from '../../use-map-words.ts'
import { aboutOf, bureauOf } from '../export/about.ts'
import { MapNeatline } from './MapNeatline.tsx'
import { NorthArrow } from './NorthArrow.tsx'
import { PaperBar } from './PaperBar.tsx'
import { SheetLegend } from './SheetLegend.tsx'
import type { SheetPagesProps } from './SheetPages.tsx'
import { deviationOf } from './true-scale.ts'

type MapPageProps = Omit<SheetPagesProps, 'tables' | 'tablePages'> & { pages: number }

/** A column of A4: what is said of the sheet is set smaller, so that all of it stands on it. */
const NARROW_MM = 66

const mm = (length: number): string => `${length}mm`

/** The sheet with the map: what it is, the map true to scale, and all that a plan has to say of itself. */
export function MapPage({ city, catalogue, drawing, handout, plan, ground, image, now, pages }: MapPageProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const frame = frameTexts(city, useMapWords(city))
  const facts = aboutOf(handout, city, language, now)
  const { map, words } = plan
  const wide = plan.width > plan.height
  // 0.24 % is said as 0.3: never less than it is.
  const percent = number(Math.ceil(deviationOf(ground) * 1000) / 10, 1)
  return (
    <section
      className={`sheet-page ${wide ? 'sheet-wide' : 'sheet-tall'} ${words.width < NARROW_MM ? 'sheet-narrow' : ''}`}
      style={{ width: mm(plan.width), height: mm(plan.height) }}
    >
      <img
        src={image}
        alt=""
        style={{ left: mm(map.x), top: mm(map.y), width: ground.pixels[0], height: ground.pixels[1] }}
      />
      <MapNeatline plan={plan} ground={ground} />
      <div
        className="sheet-words"
        style={{ left: mm(words.x), top: mm(words.y), width: mm(words.width), height: mm(words.height) }}
      >
        <header>
          <p className="sheet-bureau">{bureauOf(city, language)}</p>
          <h1>{handout.title}</h1>
          {handout.subtitle ? <p className="sheet-subtitle">{handout.subtitle}</p> : null}
          {handout.figures && handout.figures.length > 0 ? (
            <dl className="sheet-figures">
              {handout.figures.map(({ name, value, unit }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>
                    {value}
                    {unit ? <small>{unit}</small> : null}
                  </dd>
                </div>
              ))}
            </dl>
          ) : null}
        </header>
        <SheetLegend drawing={drawing} catalogue={catalogue} />
        <div className="sheet-scale-block">
          <div className="sheet-ratio">
            <p>
              <span>{t('sheet.scale')}</span>
              <b>{t('sheet.scaleOf', { scale: number(ground.scale) })}</b>
            </p>
            <NorthArrow label={t('sheet.north')} />
          </div>
          <PaperBar scale={ground.scale} room={words.width > 100 ? 78 : words.width - 10} />
          <p className="sheet-deviation">{t('sheet.deviation', { percent })}</p>
        </div>
        <footer>
          <dl className="sheet-facts">
            {facts.map(({ name, value }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <p className="sheet-approval">
            <b>{frame.approval}</b>
            <span>{t('sheet.pageOf', { page: 1, pages })}</span>
          </p>
        </footer>
      </div>
    </section>
  )
}
