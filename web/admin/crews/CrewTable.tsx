import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CrewCard } from '../../api-crews.ts'
import { useNow } from '../../console/use-now.ts'
import { dayOf, duration, moment } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { StateMark } from '../../icons/StateMark.tsx'
import { Button } from '../../ui/Button.tsx'
import { useUnits } from '../people/scope-words.ts'

interface CrewTableProps {
  crews: CrewCard[]
  /** Of any crew a supervisor or an admin, of their own its people. */
  mayPutOnDuty: (id: string) => boolean
  /** Whether places are anything of theirs. */
  seesPlaces: boolean
  onOpen: (id: string) => void
  onDuty: (id: string, onDuty: boolean) => void
}

/** Crews with what they have in hand, those on duty first. */
export function CrewTable({ crews, mayPutOnDuty, seesPlaces, onOpen, onDuty }: CrewTableProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const units = useUnits()
  const now = useNow()
  const place = ({ onDuty: serves, position, stale }: CrewCard) => {
    if (!serves) return null
    if (position === null) return t(seesPlaces ? 'crews.noPlace' : 'crews.placeNotYours')
    return (
      <span className="mark-line">
        <StateMark state={stale ? 'unknown' : 'normal'} size={12} />
        {t(stale ? 'crews.placeStale' : 'crews.placeAge', { age: duration((now - Date.parse(position.at)) / 1000) })}
      </span>
    )
  }
  const duty = ({ onDuty: serves, dutySince, endedAt }: CrewCard) => {
    if (endedAt !== null) return <span className="is-off">{t('crews.endedOn', { day: dayOf(endedAt) })}</span>
    return t(serves ? 'crews.onSince' : 'crews.offSince', { time: moment(dutySince, now) })
  }
  const columns = [
    {
      ...{ title: t('crews.name'), key: 'name', width: 190 },
      render: ({ id, name }: CrewCard) => (
        <button type="button" className="row-link" onClick={() => onOpen(id)}>
          {name}
        </button>
      ),
    },
    {
      ...{ title: t('crews.skills'), key: 'skills' },
      render: ({ skills }: CrewCard) => skills.map((skill) => t(`skill.${skill}`)).join(t('admin.and')),
    },
    {
      ...{ title: t('crews.contractor'), key: 'contractor' },
      render: ({ contractor }: CrewCard) =>
        contractor === null
          ? t('crews.ownCrew')
          : (units?.find(({ id }) => id === contractor)?.name[language] ?? contractor),
    },
    {
      ...{ title: t('crews.shift'), key: 'shift', width: 120 },
      render: ({ shift }: CrewCard) => `${shift.from}–${shift.to}`,
    },
    { title: t('crews.duty'), key: 'duty', width: 170, render: duty },
    {
      ...{ title: t('crews.load'), key: 'load', width: 90, align: 'right' as const },
      render: ({ openCases, loadLimit }: CrewCard) => `${openCases} / ${loadLimit}`,
    },
    { title: t('crews.place'), key: 'place', width: 190, render: place },
    {
      ...{ title: t('admin.verbs'), key: 'verbs', width: 100 },
      render: ({ id, name, onDuty: serves, endedAt }: CrewCard) =>
        endedAt === null ? (
          <Button
            small
            disabled={!mayPutOnDuty(id)}
            title={mayPutOnDuty(id) ? undefined : t('crews.dutyNotYours')}
            aria-label={`${t(serves ? 'crews.goOff' : 'crews.goOn')} ${name}`}
            onClick={() => onDuty(id, !serves)}
          >
            {t(serves ? 'crews.goOff' : 'crews.goOn')}
          </Button>
        ) : null,
    },
  ]
  return (
    <Table<CrewCard>
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={crews}
      pagination={false}
      locale={{ emptyText: t('crews.none') }}
    />
  )
}
