import { Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { squareMetresOf } from '../../../server/contract/fence-shape.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import { faultOfRing } from '../../../server/contract/geofence.ts'
import { area, number } from '../../format.ts'
import { Button } from '../../ui/Button.tsx'
import { readCorners, ringOf, textOf } from './corners.ts'

interface CornersFieldProps {
  corners: readonly LngLat[]
  disabled: boolean
  /** A click on the map is a corner more. */
  adding: boolean
  /** Somebody wanted to save: then too few corners are a fault too. */
  asked: boolean
  /** What the server said of the edge. */
  refused: string | undefined
  onCorners: (corners: LngLat[]) => void
  onAdding: (adding: boolean) => void
}

/** The edge of a fence as words: how large, what is wrong with it, and its corners as a list that keys can change. */
export function CornersField(props: CornersFieldProps) {
  const { corners, disabled, adding, asked, refused, onCorners, onAdding } = props
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string>()
  const read = typed === undefined ? undefined : readCorners(typed)
  const badLine = read && 'badLine' in read ? read.badLine : undefined
  const ring = ringOf(corners)
  const fault = faultOfRing(ring)
  const isSaid = fault !== undefined && (fault !== 'too-few' || asked)
  const help = badLine !== undefined ? t('fences.badLine', { n: badLine }) : isSaid ? t(`ringFault.${fault}`) : refused
  return (
    <Form.Item
      label={t('fences.corners')}
      htmlFor="fence-corners"
      help={help}
      {...(help === undefined ? {} : { validateStatus: 'error' as const })}
    >
      <p className="fence-verbs">
        <span>
          {t('fences.cornersOf', {
            n: number(corners.length),
            // What an edge that crosses itself holds is no figure for anybody.
            area: fault === undefined ? area(squareMetresOf(ring)) : '—',
          })}
        </span>
        <Button small pressed={adding} disabled={disabled} onClick={() => onAdding(!adding)}>
          {t('fences.adding')}
        </Button>
        <Button
          small
          disabled={disabled || corners.length === 0}
          onClick={() => {
            setTyped(undefined)
            onCorners(corners.slice(0, -1))
          }}
        >
          {t('fences.dropLast')}
        </Button>
      </p>
      <Input.TextArea
        id="fence-corners"
        className="fence-corners"
        aria-label={t('fences.list')}
        placeholder={t('fences.list')}
        rows={7}
        disabled={disabled}
        spellCheck={false}
        value={typed ?? textOf(corners)}
        onChange={({ target: { value } }) => {
          setTyped(value)
          const said = readCorners(value)
          if ('corners' in said) onCorners(said.corners)
        }}
        onBlur={() => {
          if (badLine === undefined) setTyped(undefined)
        }}
      />
      <small>{t('fences.cornersNote')}</small>
    </Form.Item>
  )
}
