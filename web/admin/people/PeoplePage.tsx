import { getRouteApi } from '@tanstack/react-router'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../server/contract/person.ts'
import { WithAge } from '../../console/WithAge.tsx'
import { useActor } from '../../me/use-me.ts'
import { Button } from '../../ui/Button.tsx'
import { Check } from '../../ui/Check.tsx'
import { AdminHead } from '../AdminHead.tsx'
import { canDo } from '../sections.ts'
import { AddPerson } from './AddPerson.tsx'
import { PeopleTable } from './PeopleTable.tsx'
import { PersonDrawer } from './PersonDrawer.tsx'
import { usePeople } from './queries.ts'

const route = getRouteApi('/desk/admin/people')
const NEW = 'new'

/** Who may sign in, and as what. */
export function PeoplePage() {
  const { t } = useTranslation()
  const mayWrite = canDo(useActor(), 'write', 'person')
  const people = usePeople()
  const { person } = route.useSearch()
  const navigate = route.useNavigate()
  const open = (id: string | undefined): void => void navigate({ search: id === undefined ? {} : { person: id } })
  const [text, setText] = useState('')
  const [withDisabled, setWithDisabled] = useState(false)
  return (
    <>
      <AdminHead title={t('adminSection.people')} about={t('person.about')}>
        <Button
          look="primary"
          disabled={!mayWrite}
          title={mayWrite ? undefined : t('admin.onlyAdmin')}
          onClick={() => open(NEW)}
        >
          {t('person.add')}
        </Button>
      </AdminHead>
      <div className="admin-filter">
        <Input
          allowClear
          value={text}
          onChange={({ target }) => setText(target.value)}
          aria-label={t('person.find')}
          placeholder={t('person.find')}
        />
        <Check checked={withDisabled} onChange={setWithDisabled}>
          {t('person.withDisabled')}
        </Check>
      </div>
      <WithAge of={people} title={t('person.listFailed')}>
        {(all) => <PeopleTable people={found(all, text, withDisabled)} onOpen={open} />}
      </WithAge>
      {person === NEW ? <AddPerson onAdded={({ id }) => open(id)} onClose={() => open(undefined)} /> : null}
      {person && person !== NEW ? (
        <PersonDrawer key={person} id={person} mayWrite={mayWrite} onClose={() => open(undefined)} />
      ) : null}
    </>
  )
}

const found = (people: readonly Person[], text: string, withDisabled: boolean): Person[] => {
  const asked = text.trim().toLowerCase()
  return people.filter(
    ({ name, login, disabledAt }) =>
      (withDisabled || disabledAt === null) && (name.toLowerCase().includes(asked) || login.includes(asked)),
  )
}
