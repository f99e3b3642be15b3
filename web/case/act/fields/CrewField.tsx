import { Form, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RankedCrew } from '../../../../server/contract/recommendation.ts'
import type { CaseCard, CrewCard } from '../../../api-cases.ts'
import { Refused } from '../../../refused.tsx'
import { Hairlines } from '../../../ui/Hairlines.tsx'
import { useCrews } from '../../queries.ts'
import { useRecommendation } from '../../use-recommendation.ts'
import { orderCrews } from '../order-crews.ts'

/** The crews, those that fit first, then those on duty, each with what it has in hand. Which one is fit is said, not decided here. */
export function CrewField({ of }: { of: CaseCard }) {
  const { t } = useTranslation()
  const { data, error } = useCrews()
  const { recommendation } = useRecommendation(of)
  if (error) return <Refused fault={error} title={t('act.crewsFailed')} />
  if (!data) return <Hairlines rows={3} label={t('page.loading')} />
  const others = data.filter(({ id }) => id !== of.crewId)
  if (others.length === 0) return <p className="act-note">{t('act.noCrew')}</p>
  return (
    <Form.Item name="crewId" label={t('act.crew')} rules={[{ required: true, message: t('act.crewMissing') }]}>
      <Radio.Group className="choices">
        {orderCrews(others, recommendation?.ranked ?? []).map(({ crew, fit }) => (
          <Radio key={crew.id} value={crew.id}>
            <b>{crew.name}</b>
            <CrewSide crew={crew} />
            <small>
              {fit ? <em>{rankWords(fit)}</em> : null}
              {crew.onDuty ? '' : t('act.offDuty', crew.shift)}
              {crew.skills.map((skill) => t(`skill.${skill}`)).join(' ')}
              {crew.vehicle ? ` ${crew.vehicle.plate}` : ''}
            </small>
          </Radio>
        ))}
      </Radio.Group>
    </Form.Item>
  )

  function rankWords({ rank, minutes }: RankedCrew): string {
    return minutes === null ? t('act.rankOnly', { rank }) : t('act.rank', { rank, n: Math.max(1, Math.round(minutes)) })
  }
}

function CrewSide({ crew: { openCases, loadLimit } }: { crew: CrewCard }) {
  const { t } = useTranslation()
  const full = openCases >= loadLimit
  return (
    <span className={`choice-side ${full ? 'is-full' : ''}`}>
      {t(full ? 'act.full' : 'act.load', { n: openCases, of: loadLimit })}
    </span>
  )
}
