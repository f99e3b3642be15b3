import './circuit.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button as AntButton, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CaseWords } from '../../../server/contract/case-input.ts'
import { CASE_LIFE } from '../../../server/contract/case-life.ts'
import type { CaseCard } from '../../api-cases.ts'
import { getCircuitFaults, joinCircuit } from '../../api-circuits.ts'
import { newKey } from '../../api-send.ts'
import { useActor } from '../../me/use-me.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { circuitOf } from './circuit-of.ts'

const LOOK_MS = 60_000

interface JoinCircuitProps {
  card: CaseCard
  /** Of the case that was made. */
  onJoined: (parent: CaseCard) => void
}

/** Where so many lamps of one circuit are reported that it is the circuit: one case for all of them, to which theirs belong (N10). */
export function JoinCircuit({ card, onJoined }: JoinCircuitProps) {
  const { t } = useTranslation()
  const actor = useActor()
  const [asking, setAsking] = useState(false)
  const may = actor?.roles.some((role) => CASE_LIFE.merge.roles.includes(role)) ?? false
  const { data: circuits } = useQuery({
    queryKey: ['circuits'],
    queryFn: ({ signal }) => getCircuitFaults(signal),
    enabled: may && card.kind === 'component' && card.parentId === null,
    staleTime: LOOK_MS,
  })
  const queries = useQueryClient()
  const fault = circuitOf(circuits ?? [], card)
  const joining = useMutation({
    mutationFn: (words: { problem: string; address: string }) =>
      joinCircuit({ cases: fault?.cases ?? [], ...words }, newKey()),
    onSuccess: ({ circuit }) => onJoined(circuit),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['cases'] }),
        queries.invalidateQueries({ queryKey: ['circuits'] }),
      ]),
  })
  if (!fault || !may) return null
  const rules = [
    {
      validator: (_: unknown, value: unknown) =>
        CaseWords.safeParse(value).success ? Promise.resolve() : Promise.reject(new Error(t('act.wordsMissing'))),
    },
  ]
  return (
    <section className="circuit">
      <h2>{t('circuit.title')}</h2>
      <p>{t('circuit.found', { circuit: fault.circuit, n: fault.lamps.length, cases: fault.cases.length })}</p>
      {asking ? (
        <Form<{ problem: string; address: string }>
          layout="vertical"
          requiredMark={false}
          initialValues={{
            problem: t('circuit.problem', { n: fault.lamps.length }),
            address: t('circuit.address', { circuit: fault.circuit }),
          }}
          onFinish={(words) => joining.mutate(words)}
        >
          <Form.Item name="problem" label={t('intake.problem')} rules={rules}>
            <Input maxLength={200} autoFocus />
          </Form.Item>
          <Form.Item name="address" label={t('intake.address')} rules={rules}>
            <Input maxLength={200} />
          </Form.Item>
          {joining.isError ? <Refused fault={joining.error} title={t('circuit.joinFailed')} /> : null}
          <div className="act-buttons">
            <AntButton type="primary" htmlType="submit" disabled={joining.isPending}>
              {t('circuit.join')}
            </AntButton>
            <AntButton onClick={() => setAsking(false)}>{t('act.leave')}</AntButton>
          </div>
        </Form>
      ) : (
        <Button small onClick={() => setAsking(true)}>
          {t('circuit.join')}
        </Button>
      )}
    </section>
  )
}
