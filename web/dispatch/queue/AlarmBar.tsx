import { useTranslation } from 'react-i18next'
import type { DeskCase } from '../../../server/contract/desk-case.ts'
import { clock, number } from '../../format.ts'
import { StateMark } from '../../icons/StateMark.tsx'
import { Button } from '../../ui/Button.tsx'

interface AlarmBarProps {
  /** Emergencies that nobody has acknowledged, the newest first; at least one. */
  cases: readonly DeskCase[]
  pending: ReadonlySet<string>
  /** Undefined where one may not. */
  onAcknowledge: ((id: string) => void) | undefined
  onShow: (id: string) => void
}

/** An emergency stands over everything until somebody says that it was heard. */
export function AlarmBar({ cases, pending, onAcknowledge, onShow }: AlarmBarProps) {
  const { t } = useTranslation()
  const [of] = cases
  if (!of) return null
  return (
    <section className="alarm-bar" role="alert" aria-label={t('state.emergency')}>
      <StateMark state="emergency" size={20} />
      <p>
        <b>{of.problem}</b> {of.address} {clock(of.receivedAt)}
        {cases.length > 1 ? <span>{t('desk.moreAlarms', { n: number(cases.length - 1) })}</span> : null}
      </p>
      <Button small onClick={() => onShow(of.id)}>
        {t('deskAct.open')}
      </Button>
      {onAcknowledge ? (
        <Button small look="primary" disabled={pending.has(of.id)} onClick={() => onAcknowledge(of.id)}>
          {t('caseAction.acknowledge')}
        </Button>
      ) : null}
    </section>
  )
}
