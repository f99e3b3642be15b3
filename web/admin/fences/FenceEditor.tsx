import { Popconfirm } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Geofence } from '../../../server/contract/geofence.ts'
import type { Seen } from '../../api-admin.ts'
import { WithAge } from '../../console/WithAge.tsx'
import { clock, dayOf } from '../../format.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { cornersOf } from './corners.ts'
import { type Drawing, FenceForm } from './FenceForm.tsx'
import { emptyFence, fenceDraftOf, fencePatchOf, newFenceOf } from './fence-draft.ts'
import { useFence, useFenceVerbs } from './queries.ts'

interface EditorProps {
  drawing: Drawing
  mayWrite: boolean
}

/** A fence that stands: what it is, its edge, its end. */
export function FenceEditor({ id, ...props }: EditorProps & { id: string }) {
  const { t } = useTranslation()
  return (
    <WithAge of={useFence(id)} title={t('fences.readFailed')}>
      {(seen) => <FenceEdit key={seen.etag} seen={seen} {...props} />}
    </WithAge>
  )
}

function FenceEdit({ seen: { of, etag }, drawing, mayWrite }: EditorProps & { seen: Seen<Geofence> }) {
  const { t } = useTranslation()
  const { change } = useFenceVerbs()
  const isOver = of.endedAt !== null
  // The map draws what stands when it is opened, and again when somebody else has changed it meanwhile.
  const { onCorners } = drawing
  const draw = useRef(onCorners)
  draw.current = onCorners
  useEffect(() => draw.current(cornersOf(of.ring)), [of.ring])
  const end = (ended: boolean): void => change.mutate({ id: of.id, patch: { ended }, etag })
  return (
    <>
      <h2>{of.name}</h2>
      <FenceForm
        drawing={drawing}
        initial={fenceDraftOf(of)}
        disabled={!mayWrite || isOver}
        busy={change.isPending}
        fault={change.variables?.patch.ended === undefined ? change.error : null}
        failed={t('fences.changeFailed')}
        verb={t('admin.save')}
        why={(draft) => (draft && fencePatchOf(of, draft, drawing.corners) ? undefined : t('admin.nothingChanged'))}
        onSave={(draft) => {
          const patch = fencePatchOf(of, draft, drawing.corners)
          if (patch) change.mutate({ id: of.id, patch, etag })
        }}
      />
      <section className="drawer-part" aria-labelledby="fence-end">
        <h2 id="fence-end">{t('fences.end')}</h2>
        <p className="field-note">
          {of.endedAt === null
            ? t('fences.endNote')
            : t('fences.endedOn', { day: `${dayOf(of.endedAt)} ${clock(of.endedAt)}` })}
        </p>
        {change.error && change.variables?.patch.ended !== undefined ? (
          <Refused fault={change.error} title={t('fences.changeFailed')} />
        ) : null}
        <p className="verb-line">
          {isOver ? (
            <Button disabled={!mayWrite || change.isPending} onClick={() => end(false)}>
              {t('fences.again')}
            </Button>
          ) : (
            <Popconfirm
              title={t('fences.endAsk', { name: of.name })}
              okText={t('fences.endDo')}
              cancelText={t('admin.leave')}
              disabled={!mayWrite}
              onConfirm={() => end(true)}
            >
              <Button disabled={!mayWrite || change.isPending}>{t('fences.end')}</Button>
            </Popconfirm>
          )}
          {mayWrite ? null : <small>{t('fences.onlyThese')}</small>}
        </p>
      </section>
    </>
  )
}

/** A fence that is drawn anew. */
export function NewFence({ drawing, mayWrite, onAdded }: EditorProps & { onAdded: (id: string) => void }) {
  const { t } = useTranslation()
  const { add } = useFenceVerbs()
  return (
    <>
      <h2>{t('fences.add')}</h2>
      <FenceForm
        drawing={drawing}
        initial={emptyFence}
        disabled={!mayWrite}
        busy={add.isPending}
        fault={add.error}
        failed={t('fences.addFailed')}
        verb={t('fences.addDo')}
        why={() => undefined}
        onSave={(draft) => add.mutate(newFenceOf(draft, drawing.corners), { onSuccess: ({ id }) => onAdded(id) })}
      />
    </>
  )
}
