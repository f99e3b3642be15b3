import { Drawer, Form, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Seen } from '../../api-admin.ts'
import type { CrewCard } from '../../api-crews.ts'
import { useCityName } from '../../console/use-city-name.ts'
import { WithAge } from '../../console/WithAge.tsx'
import { clock, dayOf } from '../../format.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { CrewFields } from './CrewFields.tsx'
import { type CrewDraft, crewDraftOf, crewPatchOf, emptyCrew, newCrewOf } from './crew-draft.ts'
import { useCrew, useCrewVerbs } from './queries.ts'

interface CrewDrawerProps {
  id: string
  mayWrite: boolean
  onClose: () => void
}

/** One crew: what it can, when and where it works; and its end. */
export function CrewDrawer({ id, mayWrite, onClose }: CrewDrawerProps) {
  const { t } = useTranslation()
  const crew = useCrew(id)
  return (
    <Drawer open onClose={onClose} size={520} title={crew.data?.of.name ?? t('page.loading')}>
      <WithAge of={crew} title={t('crews.readFailed')}>
        {(seen) => (
          <>
            <CrewEdit key={seen.etag} seen={seen} mayWrite={mayWrite} />
            <CrewEnd seen={seen} mayWrite={mayWrite} />
          </>
        )}
      </WithAge>
    </Drawer>
  )
}

function CrewEdit({ seen: { of, etag }, mayWrite }: { seen: Seen<CrewCard>; mayWrite: boolean }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<CrewDraft>()
  const draft = Form.useWatch((values: CrewDraft) => values, form)
  const { change } = useCrewVerbs()
  const isOver = of.endedAt !== null
  const patch = draft?.skills ? crewPatchOf(of, draft) : undefined
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={crewDraftOf(of)}
      onFinish={() => patch && change.mutate({ id: of.id, patch, etag })}
    >
      <CrewFields disabled={!mayWrite || isOver} />
      {change.error ? <Refused fault={change.error} title={t('crews.changeFailed')} /> : null}
      <p className="verb-line">
        <Button look="primary" type="submit" disabled={!mayWrite || isOver || !patch || change.isPending}>
          {t('admin.save')}
        </Button>
        <small>{!mayWrite ? t('crews.onlyThese') : patch ? null : t('admin.nothingChanged')}</small>
      </p>
    </Form>
  )
}

function CrewEnd({ seen: { of, etag }, mayWrite }: { seen: Seen<CrewCard>; mayWrite: boolean }) {
  const { t } = useTranslation()
  const { change } = useCrewVerbs()
  const why = !mayWrite
    ? t('crews.onlyThese')
    : of.openCases > 0
      ? t('crews.endBusy', { count: of.openCases, n: of.openCases })
      : undefined
  return (
    <section className="drawer-part" aria-labelledby="crew-end">
      <h2 id="crew-end">{t('crews.end')}</h2>
      <p className="field-note">
        {of.endedAt === null
          ? t('crews.endNote')
          : t('crews.endedSince', { time: `${dayOf(of.endedAt)} ${clock(of.endedAt)}` })}
      </p>
      {change.error ? <Refused fault={change.error} title={t('crews.changeFailed')} /> : null}
      {of.endedAt === null ? (
        <p className="verb-line">
          <Popconfirm
            title={t('crews.endAsk', { name: of.name })}
            okText={t('crews.end')}
            cancelText={t('admin.leave')}
            disabled={why !== undefined}
            onConfirm={() => change.mutate({ id: of.id, patch: { ended: true }, etag })}
          >
            <Button disabled={why !== undefined || change.isPending}>{t('crews.end')}</Button>
          </Popconfirm>
          {why ? <small>{why}</small> : null}
        </p>
      ) : null}
    </section>
  )
}

/** A new crew; off duty until somebody puts it on. */
export function AddCrew({ onAdded, onClose }: { onAdded: () => void; onClose: () => void }) {
  const { t } = useTranslation()
  const city = useCityName()
  const { add } = useCrewVerbs()
  return (
    <Drawer open onClose={onClose} size={520} title={t('crews.add')}>
      {city ? (
        <Form<CrewDraft>
          layout="vertical"
          requiredMark={false}
          initialValues={emptyCrew(city.area)}
          onFinish={(draft) => add.mutate(newCrewOf(draft), { onSuccess: onAdded })}
        >
          <CrewFields disabled={false} />
          {add.error ? <Refused fault={add.error} title={t('crews.addFailed')} /> : null}
          <p className="verb-line">
            <Button look="primary" type="submit" disabled={add.isPending}>
              {t('crews.addDo')}
            </Button>
          </p>
        </Form>
      ) : null}
    </Drawer>
  )
}
