import { Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { PanelId, type Scene } from '../../../server/contract/wall.ts'

interface PanelsFieldProps {
  panels: Scene['panels']
  disabled: boolean
  fault: string | undefined
  onChange: (panels: Scene['panels']) => void
}

const MOST = 4
const SIDES = ['left', 'right'] as const

/** Which panels stand on the left and on the right, from above in the order in which they are chosen. A panel stands once on a wall. */
export function PanelsField({ panels, disabled, fault, onChange }: PanelsFieldProps) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <>
      {SIDES.map((side) => {
        const others = panels[side === 'left' ? 'right' : 'left']
        return (
          <div key={side} className="scenes-field scenes-wide">
            <label htmlFor={`${id}${side}`}>{t(side === 'left' ? 'scenes.left' : 'scenes.right')}</label>
            <Select
              id={`${id}${side}`}
              mode="multiple"
              value={panels[side]}
              disabled={disabled}
              maxCount={MOST}
              optionFilterProp="label"
              placeholder={t('scenes.noPanels')}
              options={PanelId.options.map((value) => ({
                ...{ value, label: t(`scenePanel.${value}`), disabled: others.includes(value) },
              }))}
              onChange={(next) => onChange({ ...panels, [side]: next })}
            />
          </div>
        )
      })}
      {fault ? (
        <small className="scenes-fault scenes-wide" role="alert">
          {fault}
        </small>
      ) : null}
    </>
  )
}
