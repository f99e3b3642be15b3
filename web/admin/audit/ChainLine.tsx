import { useTranslation } from 'react-i18next'
import { clock, dayOf, number } from '../../format.ts'
import { StateMark } from '../../icons/StateMark.tsx'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { useChainCheck } from './queries.ts'

/** Whether every row is as it was written: looked at when somebody asks. */
export function ChainLine() {
  const { t } = useTranslation()
  const { check, begin } = useChainCheck()
  const { data, error } = check
  const isRunning = check.isFetching || data?.state === 'running'
  return (
    <section className="audit-chain" aria-live="polite">
      <Button disabled={isRunning} onClick={begin}>
        {t('audit.checkChain')}
      </Button>
      {error ? <Refused fault={error} title={t('audit.checkFailed')} /> : null}
      {data?.state === 'running' ? (
        <p>{t('audit.checking', { n: number(data.checked), total: number(data.total) })}</p>
      ) : data ? (
        <div>
          <p className="mark-line">
            <StateMark state={data.brokenSeq === null ? 'normal' : 'emergency'} size={14} />
            {data.brokenSeq === null
              ? t('audit.whole', { n: number(data.checked) })
              : t('audit.broken', { n: number(data.checked), seq: number(data.brokenSeq) })}{' '}
            {`${dayOf(data.startedAt)} ${clock(data.startedAt)}`}
          </p>
          <small>{data.hash === null ? data.why : t('audit.keepHash', { hash: data.hash })}</small>
        </div>
      ) : (
        <p className="field-note">{t('audit.chainNote')}</p>
      )}
    </section>
  )
}
