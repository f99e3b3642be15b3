import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Scene } from '../../../server/contract/wall.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Choice } from '../../ui/Choice.tsx'
import { MEASURES, type WallShape } from './wall-measures.ts'

const SHAPES: readonly WallShape[] = ['16:9', '48:9']

/** How a scene is composed, true to scale: what is where, and how much of the map stays free. */
export function ScenePreview({ scene }: { scene: Scene }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [shape, setShape] = useState<WallShape>('16:9')
  const { width, header, foot, margin, column } = MEASURES[shape]
  const { panels, title, camera, map } = scene
  const across = (share: number): string => `${(share / width) * 100}%`
  const side = { width: across(column), top: `${(header + 0.011) * 100}%`, bottom: '3%' }
  const middle = { left: across(column + 2 * margin), right: across(column + 2 * margin) }
  const where = typeof camera === 'string' ? t(`sceneCamera.${camera}`) : t('sceneCamera.place')
  return (
    <figure className="scenes-preview">
      <figcaption>
        <span>{t('scenes.preview')}</span>
        <Choice
          label={t('scenes.shape')}
          value={shape}
          options={SHAPES.map((id) => ({ id, name: id }))}
          onChange={setShape}
        />
      </figcaption>
      <div className="scenes-wall" style={{ aspectRatio: width }}>
        <span className="scenes-box is-header" style={{ height: `${header * 100}%` }}>
          {title[language]}
        </span>
        {(['left', 'right'] as const).map((at) => (
          <div key={at} className="scenes-column" style={{ ...side, [at]: across(margin) }}>
            {panels[at].map((id) => (
              <span key={id} className="scenes-box">
                {t(`scenePanel.${id}`)}
              </span>
            ))}
          </div>
        ))}
        <span className="scenes-map" style={{ ...middle, top: `${header * 100}%`, bottom: `${foot * 100}%` }}>
          {where}
          {map.heat ? <small>{t(`sceneHeat.${map.heat}`)}</small> : null}
        </span>
        {panels.foot === 'ticker' ? (
          <span className="scenes-box is-foot" style={{ ...middle, height: `${foot * 100}%` }}>
            {t('sceneFoot.ticker')}
          </span>
        ) : null}
      </div>
    </figure>
  )
}
