import { Form } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LngLat } from '../../../server/contract/geo.ts'
import { faultOfRing } from '../../../server/contract/geofence.ts'
import { Refusal } from '../../api.ts'
import { Refused, useRefusedWords } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { CornersField } from './CornersField.tsx'
import { ringOf } from './corners.ts'
import { FenceFields } from './FenceFields.tsx'
import type { FenceDraft } from './fence-draft.ts'

/** What the map and the form change together. */
export interface Drawing {
  corners: readonly LngLat[]
  adding: boolean
  onCorners: (corners: LngLat[]) => void
  onAdding: (adding: boolean) => void
}

interface FenceFormProps {
  drawing: Drawing
  initial: FenceDraft
  disabled: boolean
  busy: boolean
  fault: Error | null
  failed: string
  verb: string
  /** Why nothing is to be saved. */
  why: (draft: FenceDraft | undefined) => string | undefined
  onSave: (draft: FenceDraft) => void
  children?: ReactNode
}

const FIELDS = ['name', 'purpose', 'crews', 'ring']

/** A fence's form. What the server refuses of a field stands at that field. */
export function FenceForm(props: FenceFormProps) {
  const { drawing, initial, disabled, busy, fault, failed, verb, why, onSave, children } = props
  const [form] = Form.useForm<FenceDraft>()
  const draft = Form.useWatch((values: FenceDraft) => values, form)
  const words = useRefusedWords()
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  const at = fault instanceof Refusal ? fault.problem.parameter : undefined
  const refused = (field: string): string | undefined => (at === field && fault ? words(fault) : undefined)
  const reason = disabled ? t('fences.onlyThese') : why(draft?.purpose === undefined ? undefined : draft)
  return (
    <Form<FenceDraft>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      onFinish={(filled) => {
        setAsked(true)
        if (faultOfRing(ringOf(drawing.corners)) === undefined) onSave(filled)
      }}
      onFinishFailed={() => setAsked(true)}
    >
      <FenceFields disabled={disabled} refused={refused} />
      <CornersField {...drawing} disabled={disabled} asked={asked} refused={refused('ring')} />
      {fault && !FIELDS.includes(at ?? '') ? <Refused fault={fault} title={failed} /> : null}
      <p className="verb-line">
        <Button look="primary" type="submit" disabled={reason !== undefined || busy}>
          {verb}
        </Button>
        {children}
        {reason ? <small>{reason}</small> : null}
      </p>
    </Form>
  )
}
