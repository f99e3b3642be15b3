import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CaseCard } from '../../../api-cases.ts'
import { identification } from '../../../format.ts'
import { Button } from '../../../ui/Button.tsx'
import { useThing } from '../../queries.ts'

/** The thing that the report is about, as its place says; who read the words may say that it is about none. */
export function ThingField({ of: { assetId } }: { of: CaseCard }) {
  const { t } = useTranslation()
  if (assetId === null) return null
  return (
    <Form.Item name="noThing" label={t('fact.thing')}>
      <ThingOrNone assetId={assetId} />
    </Form.Item>
  )
}

interface ThingOrNoneProps {
  assetId: string
  /** About none; given by the form. */
  value?: boolean
  onChange?: (none: boolean) => void
}

function ThingOrNone({ assetId, value: none = false, onChange }: ThingOrNoneProps) {
  const { t } = useTranslation()
  const name = useThing(assetId)?.name
  return (
    <div className="act-thing">
      <span aria-live="polite">
        {none ? (
          t('intake.noThing')
        ) : (
          <>
            {name} <code>{identification(assetId)}</code>
          </>
        )}
      </span>
      <Button small look="quiet" onClick={() => onChange?.(!none)}>
        {t(none ? 'act.itIsThis' : 'intake.notThis')}
      </Button>
    </div>
  )
}
