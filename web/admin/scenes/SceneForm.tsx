import { Input, InputNumber, Select } from 'antd'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Scene } from '../../../server/contract/wall.ts'
import type { LayerPicture } from '../../api.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { CameraField } from './CameraField.tsx'
import { PanelsField } from './PanelsField.tsx'
import type { FaultField } from './scene-faults.ts'

interface SceneFormProps {
  scene: Scene
  layers: readonly LayerPicture[]
  faults: readonly FaultField[]
  disabled: boolean
  onChange: (patch: Partial<Omit<Scene, 'id'>>) => void
}

const HEATS = ['none', 'complaints', 'inspections', 'difference'] as const
const NIGHTS = ['auto', 'night', 'day'] as const
const FEET = ['ticker', 'none'] as const

/** All that a scene is; each field says itself what is wrong with it. */
export function SceneForm({ scene, layers, faults, disabled, onChange }: SceneFormProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { title, seconds, camera, panels, map } = scene
  const field = (name: FaultField | 'heat' | 'night' | 'foot', label: string, input: (id: string) => ReactNode) => (
    <Field
      wide={name === 'layers'}
      label={label}
      fault={faults.includes(name as FaultField) ? t(`sceneFault.${name as FaultField}`) : undefined}
    >
      {input}
    </Field>
  )
  const { heat, timeLapse } = map
  const setMap = (patch: Partial<Scene['map']>): void => {
    const { heat: nextHeat, timeLapse: nextLapse, night } = { ...map, ...patch }
    const isHeat = nextHeat !== undefined
    onChange({
      map: {
        ...(isHeat ? { heat: nextHeat } : {}),
        ...(isHeat && nextLapse !== undefined ? { timeLapse: nextLapse } : {}),
        night,
      },
    })
  }
  return (
    <div className="scenes-form">
      {(['zh', 'en'] as const).map((of) => (
        <Field
          key={of}
          label={t(of === 'zh' ? 'scenes.titleZh' : 'scenes.titleEn')}
          fault={faults.includes('title') && !title[of].trim() ? t('sceneFault.title') : undefined}
        >
          {(id) => (
            <Input
              id={id}
              lang={of === 'zh' ? 'zh-CN' : 'en'}
              value={title[of]}
              disabled={disabled}
              maxLength={40}
              onChange={(event) => onChange({ title: { ...title, [of]: event.target.value } })}
            />
          )}
        </Field>
      ))}
      {field('seconds', t('scenes.seconds'), (id) => (
        <InputNumber
          id={id}
          value={seconds}
          disabled={disabled}
          precision={0}
          suffix={t('scenes.secondsUnit')}
          onChange={(value) => onChange({ seconds: value ?? 0 })}
        />
      ))}
      {field('night', t('scenes.night'), (id) => (
        <Select
          id={id}
          value={map.night}
          disabled={disabled}
          options={NIGHTS.map((value) => ({ value, label: t(`sceneNight.${value}`) }))}
          onChange={(night) => setMap({ night })}
        />
      ))}
      <CameraField
        camera={camera}
        disabled={disabled}
        fault={faults.includes('camera') ? t('sceneFault.camera') : undefined}
        onChange={(next) => onChange({ camera: next })}
      />
      {field('layers', t('scenes.layers'), (id) => (
        <Select
          id={id}
          mode="multiple"
          value={scene.layers}
          disabled={disabled}
          maxCount={20}
          optionFilterProp="label"
          placeholder={t('scenes.noLayers')}
          options={layers.map((layer) => ({ value: layer.id, label: layer.name[language] }))}
          onChange={(next) => onChange({ layers: next })}
        />
      ))}
      <PanelsField
        panels={panels}
        disabled={disabled}
        fault={faults.includes('panels') ? t('sceneFault.panels') : undefined}
        onChange={(next) => onChange({ panels: next })}
      />
      {field('foot', t('scenes.foot'), (id) => (
        <Select
          id={id}
          value={panels.foot}
          disabled={disabled}
          options={FEET.map((value) => ({ value, label: t(`sceneFoot.${value}`) }))}
          onChange={(foot) => onChange({ panels: { ...panels, foot } })}
        />
      ))}
      {field('heat', t('scenes.heat'), (id) => (
        <Select<(typeof HEATS)[number]>
          id={id}
          value={heat ?? 'none'}
          disabled={disabled}
          options={HEATS.map((value) => ({ value, label: t(`sceneHeat.${value}`) }))}
          onChange={(next) => setMap({ heat: next === 'none' ? undefined : next })}
        />
      ))}
      {heat
        ? field('timeLapse', t('scenes.timeLapse'), (id) => (
            <InputNumber
              id={id}
              value={timeLapse ?? null}
              disabled={disabled}
              precision={0}
              placeholder={t('scenes.noTimeLapse')}
              suffix={t('scenes.hoursUnit')}
              onChange={(value) => setMap({ timeLapse: value ?? undefined })}
            />
          ))
        : null}
    </div>
  )
}

interface FieldProps {
  label: string
  /** Over both columns. */
  wide?: boolean
  fault: string | undefined
  children: (id: string) => ReactNode
}

/** A field with its name above it and what is wrong below it. */
export function Field({ label, wide = false, fault, children }: FieldProps) {
  const id = useId()
  return (
    <div className={wide ? 'scenes-field scenes-wide' : 'scenes-field'}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {fault ? (
        <small className="scenes-fault" role="alert">
          {fault}
        </small>
      ) : null}
    </div>
  )
}
