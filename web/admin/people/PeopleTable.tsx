import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../server/contract/person.ts'
import { dayOf } from '../../format.ts'
import { useScopeWords } from './scope-words.ts'

interface PeopleTableProps {
  people: Person[]
  onOpen: (id: string) => void
}

/** Everybody who may sign in; a name opens the person. */
export function PeopleTable({ people, onOpen }: PeopleTableProps) {
  const { t } = useTranslation()
  const scopeWords = useScopeWords()
  const columns = [
    {
      ...{ title: t('person.name'), key: 'name', width: 200 },
      render: ({ id, name }: Person) => (
        <button type="button" className="row-link" onClick={() => onOpen(id)}>
          {name}
        </button>
      ),
    },
    { title: t('person.login'), key: 'login', width: 180, render: ({ login }: Person) => <code>{login}</code> },
    {
      ...{ title: t('person.roles'), key: 'roles' },
      render: ({ roles }: Person) => roles.map((role) => t(`role.${role}`)).join(t('admin.and')),
    },
    { title: t('person.scope'), key: 'scope', render: ({ scope }: Person) => scopeWords(scope) },
    {
      ...{ title: t('person.state'), key: 'state', width: 170 },
      render: ({ disabledAt }: Person) =>
        disabledAt === null ? (
          t('person.open')
        ) : (
          <span className="is-off">{t('person.disabledOn', { day: dayOf(disabledAt) })}</span>
        ),
    },
    { title: t('person.addedOn'), key: 'added', width: 120, render: ({ addedAt }: Person) => dayOf(addedAt) },
  ]
  return (
    <Table<Person>
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={people}
      pagination={people.length > PAGE ? { pageSize: PAGE, showSizeChanger: false } : false}
      locale={{ emptyText: t('person.noneFound') }}
    />
  )
}

const PAGE = 50
