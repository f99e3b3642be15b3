import { Select } from 'antd'
import { lazy, Suspense, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Scene } from '../../../server/contract/wall.ts'
import { coordinates } from '../../format.ts'
import { Button } from '../../ui/Button.tsx'

const CameraMap = lazy(() => import('./CameraMap.tsx').then((module) => ({ default: module.CameraMap })))

interface CameraFieldProps {
  camera: Scene['camera']
  disabled: boolean
  fault: string | undefined
  onChange: (camera: Scene['camera']) => void
}

const KINDS = ['city', 'follow-late', 'place'] as const

/** What the map shows: the city, one late case after another, or a place that is taken from the map. */
export function CameraField({ camera, disabled, fault, onChange }: CameraFieldProps) {
  const { t } = useTranslation()
  const id = useId()
  const [taking, setTaking] = useState(false)
  const place = typeof camera === 'string' ? undefined : camera
  const kind = typeof camera === 'string' ? camera : 'place'
  return (
    <div className="scenes-field scenes-wide">
      <label htmlFor={id}>{t('scenes.camera')}</label>
      <div className="scenes-camera">
        <Select<(typeof KINDS)[number]>
          id={id}
          value={taking ? 'place' : kind}
          disabled={disabled}
          options={KINDS.map((value) => ({ value, label: t(`sceneCamera.${value}`) }))}
          onChange={(next) => {
            setTaking(next === 'place')
            if (next !== 'place') onChange(next)
          }}
        />
        {place ? (
          <span>{t('scenes.placeAt', { at: coordinates(place.centre), zoom: place.zoom.toFixed(1) })}</span>
        ) : null}
        {place && !taking ? (
          <Button small disabled={disabled} onClick={() => setTaking(true)}>
            {t('scenes.takeAnew')}
          </Button>
        ) : null}
      </div>
      {taking ? (
        <Suspense fallback={<div className="scenes-camera-map" />}>
          <CameraMap
            camera={place}
            onTake={(next) => {
              onChange(next)
              setTaking(false)
            }}
            onLeave={() => setTaking(false)}
          />
        </Suspense>
      ) : null}
      {fault ? (
        <small className="scenes-fault" role="alert">
          {fault}
        </small>
      ) : null}
    </div>
  )
}
