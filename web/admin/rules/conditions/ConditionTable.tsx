import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { TypeCode } from '../../../../server/contract/code-registry.ts'
import type { Condition } from '../../../../server/contract/condition.ts'
import { limitWords } from '../../../../server/contract/reckoning-words.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { StateMark } from '../../../icons/StateMark.tsx'
import { Origin } from '../Origin.tsx'
import { classNames } from './filter-conditions.ts'

interface ConditionTableProps {
  conditions: Condition[]
  codes: readonly TypeCode[]
  onOpen: (id: string) => void
}

const NAMES = 3

export function ConditionTable({ conditions, codes, onOpen }: ConditionTableProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const classes = (of: Condition): string => {
    if (of.codes.includes('*')) return t(of.kind === 'component' ? 'rules.anyComponent' : 'rules.anyMatter')
    const names = classNames(of, codes, language)
    const rest = names.length - NAMES
    const shown = names.slice(0, NAMES).join(t('admin.and'))
    return rest > 0 ? t('rules.andMore', { names: shown, n: names.length }) : shown
  }
  const columns = [
    {
      ...{ title: t('rules.title'), key: 'title', width: 260 },
      render: ({ id, title, emergency, withdrawn }: Condition) => (
        <span className="mark-line">
          <button type="button" className="row-link" onClick={() => onOpen(id)}>
            {title[language]}
          </button>
          {emergency ? (
            <>
              <StateMark state="emergency" size={14} /> <small>{t('state.emergency')}</small>
            </>
          ) : null}
          {withdrawn ? <small className="is-off">{t('rules.withdrawn')}</small> : null}
        </span>
      ),
    },
    { title: t('rules.classes'), key: 'classes', render: classes },
    {
      ...{ title: t('rules.limit'), key: 'limit', width: 260 },
      render: ({ stages }: Condition) =>
        stages.map(({ id, action, limit }) => (
          <span key={id} className="stage-line">
            {action[language]} <b>{limitWords(limit)[language]}</b>
          </span>
        )),
    },
    {
      ...{ title: t('rules.source'), key: 'source', width: 280 },
      render: (of: Condition) => (
        <>
          {of.place[language]} <Origin {...of} />
        </>
      ),
    },
    {
      ...{ title: t('rules.versionHead'), key: 'version', width: 70, align: 'right' as const },
      render: ({ version }: Condition) => version,
    },
  ]
  return (
    <Table<Condition>
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={conditions}
      pagination={conditions.length > PAGE ? { pageSize: PAGE, showSizeChanger: false } : false}
      locale={{ emptyText: t('rules.noneFound') }}
    />
  )
}

const PAGE = 60
