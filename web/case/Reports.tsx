import { useMutation, useQuery } from '@tanstack/react-query'
import { Button as AntButton, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RevealReason, sightOf } from '../../server/contract/complainant.ts'
import { PERMISSIONS } from '../../server/contract/permission.ts'
import { type CaseCard, getComplainants, type MaskedReport, revealComplainant } from '../api-cases.ts'
import { moment } from '../format.ts'
import { useActor } from '../me/use-me.ts'
import { Refused } from '../refused.tsx'
import { Button } from '../ui/Button.tsx'

/** Every report that joined the case; who made it masked for those whose hands it goes through, and in clear only when asked for with a reason. */
export function Reports({ card }: { card: CaseCard }) {
  const { t } = useTranslation()
  const actor = useActor()
  const seen = actor ? sightOf(actor, card) === 'masked' : false
  const masked = useQuery({
    queryKey: ['complainants', card.id, card.reports.length],
    queryFn: ({ signal }) => getComplainants(card.id, signal),
    enabled: seen,
    retry: false,
  })
  const mayReveal = actor?.roles.some((role) => PERMISSIONS.complainant.read.includes(role)) ?? false
  const reports = card.reports.map(
    (report) => masked.data?.find(({ id }) => id === report.id) ?? { ...report, name: '', phone: '', kept: false },
  )
  if (reports.length === 0) return null
  return (
    <section className="reports">
      <h2>
        {t('report.title')} <span>{t('report.count', { n: reports.length })}</span>
      </h2>
      <ul>
        {reports.map((report) => (
          <Report key={report.id} report={report} caseId={card.id} seen={seen} mayReveal={mayReveal} />
        ))}
      </ul>
      {seen ? null : <p className="reports-why">{t('report.hidden')}</p>}
    </section>
  )
}

interface ReportProps {
  report: MaskedReport
  caseId: string
  seen: boolean
  mayReveal: boolean
}

function Report({ report, caseId, seen, mayReveal }: ReportProps) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const reading = useMutation({
    mutationFn: (reason: string) => revealComplainant(caseId, report.id, reason),
    onSuccess: () => setAsking(false),
  })
  const { name, phone } = reading.data ?? report
  return (
    <li>
      <p>
        <span>{t(`source.${report.source}`)}</span>
        <time dateTime={report.at}>{moment(report.at, Date.now())}</time>
      </p>
      {seen ? (
        <p className={`report-who ${reading.data ? 'is-clear' : ''}`}>
          {report.kept ? (
            <>
              <b>{name || t('report.noName')}</b> <span>{phone || t('report.noPhone')}</span>
            </>
          ) : (
            <span>{t('report.anonymous')}</span>
          )}
          {report.kept && mayReveal && !reading.data && !asking ? (
            <Button small onClick={() => setAsking(true)}>
              {t('report.reveal')}
            </Button>
          ) : null}
          {reading.data ? (
            <Button small onClick={() => reading.reset()}>
              {t('report.hide')}
            </Button>
          ) : null}
        </p>
      ) : null}
      {asking ? (
        <Form<{ reason: string }>
          layout="vertical"
          requiredMark={false}
          onFinish={({ reason }) => reading.mutate(reason)}
        >
          <Form.Item
            name="reason"
            label={t('report.why')}
            extra={t('report.whyHint')}
            rules={[
              {
                validator: (_, value: unknown) =>
                  RevealReason.safeParse(value).success
                    ? Promise.resolve()
                    : Promise.reject(new Error(t('report.whyMissing'))),
              },
            ]}
          >
            <Input maxLength={200} autoFocus />
          </Form.Item>
          {reading.isError ? <Refused fault={reading.error} title={t('report.failed')} /> : null}
          <div className="act-buttons">
            <AntButton htmlType="submit" type="primary" size="small" disabled={reading.isPending}>
              {t('report.reveal')}
            </AntButton>
            <AntButton size="small" onClick={() => setAsking(false)}>
              {t('act.leave')}
            </AntButton>
          </div>
        </Form>
      ) : null}
    </li>
  )
}
