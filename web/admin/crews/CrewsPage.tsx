import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { WithAge } from '../../console/WithAge.tsx'
import { useLiveNews } from '../../live.ts'
import { useActor } from '../../me/use-me.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { Check } from '../../ui/Check.tsx'
import { AdminHead } from '../AdminHead.tsx'
import { canDo } from '../sections.ts'
import { AddCrew, CrewDrawer } from './CrewDrawer.tsx'
import { CrewTable } from './CrewTable.tsx'
import { useAllCrews, useCrewVerbs } from './queries.ts'

const route = getRouteApi('/desk/admin/crews')
const NEW = 'new'

/** 班组: who they are, what they have in hand, since when their place is known. */
export function CrewsPage() {
  const { t } = useTranslation()
  const actor = useActor()
  const mayWrite = canDo(actor, 'write', 'crew')
  const crews = useAllCrews()
  const { duty, again } = useCrewVerbs()
  const { crew } = route.useSearch()
  const navigate = route.useNavigate()
  const open = (id: string | undefined): void => void navigate({ search: id === undefined ? {} : { crew: id } })
  const [withEnded, setWithEnded] = useState(false)
  useLiveNews((news) => {
    if (news.event === 'change' && news.data.entity === 'crew') void again()
  })
  return (
    <>
      <AdminHead title={t('adminSection.crews')} about={t('crews.about')}>
        <Button
          look="primary"
          disabled={!mayWrite}
          title={mayWrite ? undefined : t('crews.onlyThese')}
          onClick={() => open(NEW)}
        >
          {t('crews.add')}
        </Button>
      </AdminHead>
      <div className="admin-filter">
        <Check checked={withEnded} onChange={setWithEnded}>
          {t('crews.withEnded')}
        </Check>
      </div>
      {duty.error ? <Refused fault={duty.error} title={t('crews.dutyFailed')} /> : null}
      <WithAge of={crews} title={t('crews.listFailed')}>
        {(all) => (
          <CrewTable
            crews={all.filter(({ endedAt }) => withEnded || endedAt === null)}
            mayPutOnDuty={(id) => canDo(actor, 'write', 'duty') && (mayWrite || actor?.scope.crewId === id)}
            seesPlaces={canDo(actor, 'read', 'position')}
            onOpen={open}
            onDuty={(id, onDuty) => duty.mutate({ id, onDuty })}
          />
        )}
      </WithAge>
      {crew === NEW ? <AddCrew onAdded={() => open(undefined)} onClose={() => open(undefined)} /> : null}
      {crew && crew !== NEW ? (
        <CrewDrawer key={crew} id={crew} mayWrite={mayWrite} onClose={() => open(undefined)} />
      ) : null}
    </>
  )
}
