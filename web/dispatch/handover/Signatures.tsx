import { Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Handover, refusalOfSigning } from '../../../server/contract/handover.ts'
import { clock, dayOf } from '../../format.ts'
import { useActor } from '../../me/use-me.ts'
import { Button } from '../../ui/Button.tsx'

interface SignaturesProps {
  handover: Handover
  isSigning: boolean
  /** Undefined where one may not. */
  onSign: ((as: 'giver' | 'taker') => void) | undefined
}

/** Who hands over and who takes over; each line bears a name and a time, or the button that puts them there. */
export function Signatures({ handover, isSigning, onSign }: SignaturesProps) {
  const { t } = useTranslation()
  const actor = useActor()
  return (
    <dl className="handover-signatures">
      {(['giver', 'taker'] as const).map((as) => {
        const signed = handover[as]
        const refusal = actor ? refusalOfSigning(as, actor.id, handover) : undefined
        return (
          <div key={as}>
            <dt>{t(`handoverSign.${as}`)}</dt>
            <dd>
              {signed ? `${signed.byName} ${dayOf(signed.at)} ${clock(signed.at)}` : t('handover.unsigned')}
              {signed || !onSign ? null : (
                <Popconfirm
                  title={t(`handoverAsk.${as}`)}
                  okText={t(`handoverDo.${as}`)}
                  cancelText={t('handover.notYet')}
                  onConfirm={() => onSign(as)}
                  disabled={refusal !== undefined}
                >
                  <Button look="primary" small disabled={refusal !== undefined || isSigning}>
                    {t(`handoverDo.${as}`)}
                  </Button>
                </Popconfirm>
              )}
              {refusal && !signed ? <small>{t(`handoverWhy.${refusal.code}`)}</small> : null}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
