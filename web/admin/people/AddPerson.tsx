import { Drawer, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../server/contract/person.ts'
import { useCityName } from '../../console/use-city-name.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { PersonFields } from './PersonFields.tsx'
import { emptyDraft, newPersonOf, type PersonDraft } from './person-draft.ts'
import { usePeopleVerbs } from './queries.ts'

interface AddPersonProps {
  onAdded: (person: Person) => void
  onClose: () => void
}

/** Somebody new. Their way in comes next: there is no password to tell anybody. */
export function AddPerson({ onAdded, onClose }: AddPersonProps) {
  const { t } = useTranslation()
  const city = useCityName()
  const { add } = usePeopleVerbs()
  return (
    <Drawer open onClose={onClose} size={560} title={t('person.add')}>
      {city ? (
        <Form<PersonDraft>
          layout="vertical"
          requiredMark={false}
          initialValues={emptyDraft(city.area)}
          onFinish={(draft) => add.mutate(newPersonOf(draft), { onSuccess: onAdded })}
        >
          <PersonFields isNew disabled={false} />
          {add.error ? <Refused fault={add.error} title={t('person.addFailed')} /> : null}
          <p className="verb-line">
            <Button look="primary" type="submit" disabled={add.isPending}>
              {t('person.addDo')}
            </Button>
            <small>{t('person.addNote')}</small>
          </p>
        </Form>
      ) : null}
    </Drawer>
  )
}
