import './screens.css'
import '../../i18n/remote-words.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { getScreens, revokeScreen } from '../../api-admin.ts'
import { aheadOf, setClockAhead } from '../../console/use-now.ts'
import { WithAge } from '../../console/WithAge.tsx'
import { useLiveNews } from '../../live.ts'
import { useActor } from '../../me/use-me.ts'
import { Refused } from '../../refused.tsx'
import { AdminHead } from '../AdminHead.tsx'
import { canDo } from '../sections.ts'
import { PairForm } from './PairForm.tsx'
import { ScreenTable } from './ScreenTable.tsx'
import { useScreenScenes } from './use-screen-scenes.ts'

const SCREENS = ['screens']
/** A wall's last request is put down once a minute. */
const READ_EVERY_MS = 15_000

/** The walls: let in by the code that they show, seen, taken out. */
export function ScreensPage() {
  const { t } = useTranslation()
  const actor = useActor()
  const mayWrite = canDo(actor, 'write', 'screen')
  const mayCall = canDo(actor, 'write', 'scene')
  const { remote, call, again: askRemote } = useScreenScenes(mayCall)
  const queries = useQueryClient()
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: SCREENS })
  const screens = useQuery({
    queryKey: SCREENS,
    // How long a wall has been silent is by the server's clock, whatever this machine's says.
    queryFn: ({ signal }) => getScreens(signal, (at) => setClockAhead(aheadOf(at, Date.now()))),
    refetchInterval: READ_EVERY_MS,
  })
  const revoke = useMutation({ mutationFn: revokeScreen, onSettled: again })
  useLiveNews((news) => {
    if (news.event !== 'change') return
    if (news.data.entity === 'screen') void again()
    if (news.data.entity === 'scene') void askRemote()
  })
  return (
    <>
      <AdminHead title={t('adminSection.screens')} about={t('wallScreen.about')}>
        {mayCall ? (
          <a className="button" href="/remote">
            {t('wallScreen.remote')}
          </a>
        ) : null}
      </AdminHead>
      <PairForm mayWrite={mayWrite} onPaired={again} />
      {revoke.error ? <Refused fault={revoke.error} title={t('wallScreen.revokeFailed')} /> : null}
      {call.error ? <Refused fault={call.error} title={t('wallScreen.callFailed')} /> : null}
      <WithAge of={screens} title={t('wallScreen.listFailed')}>
        {(all) => (
          <ScreenTable
            screens={all}
            mayWrite={mayWrite}
            remote={mayCall ? remote : undefined}
            calling={call.isPending ? call.variables.screenId : undefined}
            onCall={(screenId, scene) => call.mutate({ screenId, scene })}
            onRevoke={(id) => revoke.mutate(id)}
          />
        )}
      </WithAge>
    </>
  )
}
