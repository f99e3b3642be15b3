import './circuit.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button as AntButton, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CaseWords } from '../../../server/contract/case-input.ts'
import { CASE_LIFE } from '../../../server/contract/case-life.ts'
import type { CaseCard } from '../../api-cases.ts'
import { getChildren, splitCircuit } from '../../api-circuits.ts'
import { newKey } from '../../api-send.ts'
import { useActor } from '../../me/use-me.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { heardSeq } from '../queries.ts'

/** The cases of the lamps that belong to that of a circuit (N10), and the way to let them go again. */
export function CircuitCases({ card }: { card: CaseCard }) {
  const { t } = useTranslation()
  const actor = useActor()
  const [asking, setAsking] = useState(false)
  const { data: children = [] } = useQuery({
    queryKey: ['cases', 'children', card.id],
    queryFn: ({ signal }) => getChildren(card.id, signal, heardSeq()),
  })
  const queries = useQueryClient()
  const splitting = useMutation({
    mutationFn: (reason: string) => splitCircuit(card.id, reason, newKey()),
    onSuccess: () => setAsking(false),
    onSettled: () => queries.invalidateQueries({ queryKey: ['cases'] }),
  })
  if (children.length === 0) return null
  const may = actor?.roles.some((role) => CASE_LIFE.merge.roles.includes(role)) ?? false
  return (
    <section className="circuit">
      <h2>
        {t('circuit.children', { n: children.length })}
        {may && !asking && CASE_LIFE.merge.from.includes(card.status) ? (
          <Button small onClick={() => setAsking(true)}>
            {t('circuit.split')}
          </Button>
        ) : null}
      </h2>
      {asking ? (
        <Form<{ reason: string }>
          layout="vertical"
          requiredMark={false}
          onFinish={({ reason }) => splitting.mutate(reason)}
        >
          <Form.Item
            name="reason"
            label={t('act.words')}
            extra={t('circuit.splitHint')}
            rules={[
              {
                validator: (_, value: unknown) =>
                  CaseWords.safeParse(value).success
                    ? Promise.resolve()
                    : Promise.reject(new Error(t('act.wordsMissing'))),
              },
            ]}
          >
            <Input maxLength={200} autoFocus />
          </Form.Item>
          {splitting.isError ? <Refused fault={splitting.error} title={t('circuit.splitFailed')} /> : null}
          <div className="act-buttons">
            <AntButton type="primary" size="small" htmlType="submit" disabled={splitting.isPending}>
              {t('circuit.split')}
            </AntButton>
            <AntButton size="small" onClick={() => setAsking(false)}>
              {t('act.leave')}
            </AntButton>
          </div>
        </Form>
      ) : null}
      <ul>
        {children.map(({ id, number, problem, address, status }) => (
          <li key={id}>
            <Link to="/cases/$number" params={{ number }}>
              {problem}
            </Link>
            <span>{address}</span>
            <small>{t(`caseStatus.${status}`)}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
