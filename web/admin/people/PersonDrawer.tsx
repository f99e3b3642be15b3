import { Drawer, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../server/contract/person.ts'
import type { Seen } from '../../api-admin.ts'
import { WithAge } from '../../console/WithAge.tsx'
import { clock, dayOf } from '../../format.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { OneTimeLink } from './OneTimeLink.tsx'
import { PersonFields } from './PersonFields.tsx'
import { PersonSessions } from './PersonSessions.tsx'
import { draftOf, type PersonDraft, patchOf } from './person-draft.ts'
import { usePeopleVerbs, usePerson } from './queries.ts'

interface PersonDrawerProps {
  id: string
  mayWrite: boolean
  onClose: () => void
}

/** One person: who they are, what is theirs, their way in, and where they are signed in. */
export function PersonDrawer({ id, mayWrite, onClose }: PersonDrawerProps) {
  const { t } = useTranslation()
  const person = usePerson(id)
  const { of } = person.data ?? {}
  return (
    <Drawer open onClose={onClose} size={560} title={of ? `${of.name} · ${of.login}` : t('page.loading')}>
      <WithAge of={person} title={t('person.readFailed')}>
        {(seen) => (
          <>
            <PersonEdit key={seen.etag} seen={seen} mayWrite={mayWrite} />
            <OneTimeLink person={seen.of} mayWrite={mayWrite} />
            <PersonSessions person={seen.of} mayWrite={mayWrite} />
            <Disabling seen={seen} mayWrite={mayWrite} />
          </>
        )}
      </WithAge>
    </Drawer>
  )
}

function PersonEdit({ seen: { of, etag }, mayWrite }: { seen: Seen<Person>; mayWrite: boolean }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<PersonDraft>()
  const draft = Form.useWatch((values: PersonDraft) => values, form)
  const { change } = usePeopleVerbs()
  const patch = draft?.roles ? patchOf(of, { ...draft, login: of.login }) : undefined
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={draftOf(of)}
      onFinish={() => patch && change.mutate({ id: of.id, patch, etag })}
    >
      <PersonFields isNew={false} disabled={!mayWrite} />
      {change.error ? <Refused fault={change.error} title={t('person.changeFailed')} /> : null}
      <p className="verb-line">
        <Button look="primary" type="submit" disabled={!mayWrite || !patch || change.isPending}>
          {t('admin.save')}
        </Button>
        <small>{!mayWrite ? t('admin.onlyAdmin') : patch ? t('person.changeNote') : t('admin.nothingChanged')}</small>
      </p>
    </Form>
  )
}

function Disabling({ seen: { of, etag }, mayWrite }: { seen: Seen<Person>; mayWrite: boolean }) {
  const { t } = useTranslation()
  const { change } = usePeopleVerbs()
  const { disabledAt } = of
  const disable = (disabled: boolean): void => change.mutate({ id: of.id, patch: { disabled }, etag })
  return (
    <section className="drawer-part" aria-labelledby="person-disable">
      <h2 id="person-disable">{t(disabledAt === null ? 'person.disable' : 'person.disabled')}</h2>
      <p className="field-note">
        {disabledAt === null
          ? t('person.disableNote')
          : t('person.disabledSince', { time: `${dayOf(disabledAt)} ${clock(disabledAt)}` })}
      </p>
      {change.error ? <Refused fault={change.error} title={t('person.changeFailed')} /> : null}
      <p className="verb-line">
        <Button disabled={!mayWrite || change.isPending} onClick={() => disable(disabledAt === null)}>
          {t(disabledAt === null ? 'person.disable' : 'person.enable')}
        </Button>
        {mayWrite ? null : <small>{t('admin.onlyAdmin')}</small>}
      </p>
    </section>
  )
}
