import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { getScreens, revokeScreen } from '../../api-admin.ts'
import { WithAge } from '../../console/WithAge.tsx'
import { useLiveNews } from '../../live.ts'
import { useActor } from '../../me/use-me.ts'
import { Refused } from '../../refused.tsx'
import { AdminHead } from '../AdminHead.tsx'
import { canDo } from '../sections.ts'
import { PairForm } from './PairForm.tsx'
import { ScreenTable } from './ScreenTable.tsx'

const SCREENS = ['screens']
/** A wall's last request is put down once a minute. */
const READ_EVERY_MS = 15_000

/** The walls: let in by the code that they show, seen, taken out. */
export function ScreensPage() {
  const { t } = useTranslation()
  const mayWrite = canDo(useActor(), 'write', 'screen')
  const queries = useQueryClient()
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: SCREENS })
  const screens = useQuery({
    queryKey: SCREENS,
    queryFn: ({ signal }) => getScreens(signal),
    refetchInterval: READ_EVERY_MS,
  })
  const revoke = useMutation({ mutationFn: revokeScreen, onSettled: again })
  useLiveNews((news) => {
    if (news.event === 'change' && news.data.entity === 'screen') void again()
  })
  return (
    <>
      <AdminHead title={t('adminSection.screens')} about={t('wallScreen.about')} />
      <PairForm mayWrite={mayWrite} onPaired={again} />
      {revoke.error ? <Refused fault={revoke.error} title={t('wallScreen.revokeFailed')} /> : null}
      <WithAge of={screens} title={t('wallScreen.listFailed')}>
        {(all) => <ScreenTable screens={all} mayWrite={mayWrite} onRevoke={(id) => revoke.mutate(id)} />}
      </WithAge>
    </>
  )
}
