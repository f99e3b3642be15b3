import { useTranslation } from 'react-i18next'
import type { FieldValue } from '../../../server/contract/asset.ts'
import type { Layer } from '../../../server/contract/layer.ts'
import { fieldValue, identification } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useUnit } from './use-unit.ts'

interface FieldListProps {
  layer: Layer
  fields: Record<string, FieldValue>
  onThing: (id: string) => void
}

/** The fields in the catalogue's order, with their units. One without a value says so: a blank could be a fault of the screen. */
export function FieldList({ layer, fields, onThing }: FieldListProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const unit = useUnit()
  return (
    <dl className="fields">
      {layer.fields.map((field) => {
        const value = fields[field.key]
        const words = fieldValue(field, value, language)
        return (
          <div key={field.key}>
            <dt>{field.name[language]}</dt>
            <dd>
              {words === undefined ? <span className="is-empty">{t('card.noValue')}</span> : null}
              {words !== undefined && field.type === 'reference' ? (
                <button type="button" className="link" onClick={() => onThing(String(value))}>
                  <code>{identification(String(value))}</code>
                </button>
              ) : (
                words
              )}
              {words !== undefined && field.unit ? <small> {unit(field.unit)}</small> : null}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
