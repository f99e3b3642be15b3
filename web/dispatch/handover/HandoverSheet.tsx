import { useTranslation } from 'react-i18next'
import { type Handover, statusOf } from '../../../server/contract/handover.ts'
import { clock, dayOf, number } from '../../format.ts'
import { Button } from '../../ui/Button.tsx'
import { DraftForm } from './DraftForm.tsx'
import { HandoverCases } from './HandoverCases.tsx'
import { HandoverFault } from './HandoverFault.tsx'
import { PromisedCalls } from './PromisedCalls.tsx'
import { useHandoverActs, useMayWrite } from './queries.ts'
import { Signatures } from './Signatures.tsx'

/** One handover as it is read, signed and printed. */
export function HandoverSheet({ handover, etag }: { handover: Handover; etag: string }) {
  const { t } = useTranslation()
  const acts = useHandoverActs()
  const mayWrite = useMayWrite()
  const { id, picture, promised, notes } = handover
  const isDraft = statusOf(handover) === 'draft'
  const fault = acts.change.error ?? acts.sign.error
  return (
    <article className="handover-sheet">
      <header>
        <div>
          <h2>
            {t('handover.of', { day: dayOf(handover.openedAt), name: handover.openedByName })}{' '}
            <small>{t(`handoverStatus.${statusOf(handover)}`)}</small>
          </h2>
          <p>{t('handover.pictureAt', { time: `${dayOf(picture.at)} ${clock(picture.at)}` })}</p>
        </div>
        <div className="handover-verbs">
          {isDraft && mayWrite ? (
            <Button
              disabled={acts.change.isPending}
              onClick={() => acts.change.mutate({ id, etag, patch: { refresh: true } })}
            >
              {t('handover.refresh')}
            </Button>
          ) : null}
          <Button onClick={() => window.print()}>{t('handover.print')}</Button>
        </div>
      </header>
      {fault ? <HandoverFault fault={fault} /> : null}
      <section>
        <h3>{t('handover.emergencies', { n: number(picture.emergencies.length) })}</h3>
        <HandoverCases cases={picture.emergencies} none={t('handover.noEmergencies')} />
      </section>
      <section>
        <h3>{t('handover.cases', { late: number(picture.late), due: number(picture.due) })}</h3>
        {picture.late + picture.due > picture.cases.length ? (
          <p>{t('handover.onlyFirst', { n: number(picture.cases.length) })}</p>
        ) : null}
        <HandoverCases cases={picture.cases} none={t('handover.noCases')} />
      </section>
      {isDraft && mayWrite ? (
        <DraftForm
          key={id}
          handover={handover}
          isSaving={acts.change.isPending}
          onSave={(patch) => acts.change.mutate({ id, etag, patch })}
        />
      ) : (
        <>
          <section>
            <h3>{t('handover.promised')}</h3>
            <PromisedCalls calls={promised} />
          </section>
          <section>
            <h3>{t('handover.notes')}</h3>
            <p className="handover-notes">{notes || t('handover.noNotes')}</p>
          </section>
        </>
      )}
      <Signatures
        handover={handover}
        isSigning={acts.sign.isPending}
        onSign={mayWrite ? (as) => acts.sign.mutate({ id, etag, as, remark: null }) : undefined}
      />
    </article>
  )
}
