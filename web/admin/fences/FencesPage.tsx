import './fences.css'
import '../../i18n/fences-words.ts'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LngLat } from '../../../server/contract/geo.ts'
import { WithAge } from '../../console/WithAge.tsx'
import { useActor } from '../../me/use-me.ts'
import { Button } from '../../ui/Button.tsx'
import { Check } from '../../ui/Check.tsx'
import { AdminHead } from '../AdminHead.tsx'
import { canDo } from '../sections.ts'
import { Crossings } from './Crossings.tsx'
import { roundedPlace } from './corners.ts'
import { FenceEditor, NewFence } from './FenceEditor.tsx'
import { FenceTable } from './FenceTable.tsx'
import { useAllFences } from './queries.ts'

const route = getRouteApi('/desk/admin/fences')
const FenceMap = lazy(() => import('./FenceMap.tsx').then((module) => ({ default: module.FenceMap })))
const NEW = 'new'

/** 电子围栏: which places are watched, where their edges are, and who came and went. */
export function FencesPage() {
  const { t } = useTranslation()
  const actor = useActor()
  const mayWrite = canDo(actor, 'write', 'geofence')
  const search = route.useSearch()
  const { fence } = search
  const navigate = route.useNavigate()
  const fences = useAllFences()
  const [withEnded, setWithEnded] = useState(false)
  const [corners, setCorners] = useState<readonly LngLat[]>([])
  const [adding, setAdding] = useState(fence === NEW)
  const open = (id: string | undefined): void => {
    setCorners([])
    setAdding(id === NEW)
    void navigate({ search: ({ fence: _, ...rest }) => (id === undefined ? rest : { ...rest, fence: id }) })
  }
  const drawing = {
    ...{ corners, adding, onAdding: setAdding },
    onCorners: (next: LngLat[]) => setCorners(next.map(roundedPlace)),
  }
  const standing = useMemo(
    () => (fences.data ?? []).filter(({ id, endedAt }) => id !== fence && (withEnded || endedAt === null)),
    [fences.data, fence, withEnded],
  )
  const isEnded = fences.data?.find(({ id }) => id === fence)?.endedAt != null
  return (
    <>
      <AdminHead title={t('adminSection.fences')} about={t('fences.about')}>
        {fence === undefined ? (
          <Button
            look="primary"
            disabled={!mayWrite}
            title={mayWrite ? undefined : t('fences.onlyThese')}
            onClick={() => open(NEW)}
          >
            {t('fences.add')}
          </Button>
        ) : (
          <Button onClick={() => open(undefined)}>{t('fences.back')}</Button>
        )}
      </AdminHead>
      <div className="fences">
        <div className="fences-side">
          {fence === undefined ? (
            <>
              <div className="admin-filter">
                <Check checked={withEnded} onChange={setWithEnded}>
                  {t('fences.withEnded')}
                </Check>
              </div>
              <WithAge of={fences} title={t('fences.listFailed')}>
                {() => <FenceTable fences={standing} onOpen={open} />}
              </WithAge>
            </>
          ) : fence === NEW ? (
            <NewFence drawing={drawing} mayWrite={mayWrite} onAdded={() => open(undefined)} />
          ) : (
            <FenceEditor key={fence} id={fence} drawing={drawing} mayWrite={mayWrite} />
          )}
        </div>
        <section className="fences-map" aria-label={t('fences.map')}>
          <Suspense fallback={null}>
            <FenceMap
              fences={standing}
              opened={fence}
              corners={corners}
              editing={fence !== undefined && mayWrite && !isEnded}
              adding={adding}
              onCorners={drawing.onCorners}
              onOpen={open}
            />
          </Suspense>
        </section>
      </div>
      <Crossings
        fences={fences.data ?? []}
        mayRead={canDo(actor, 'read', 'position')}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
      />
    </>
  )
}
