import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { confirmFactor, offerFactor } from '../api-people.ts'
import { Refused } from '../refused.tsx'

interface SecondFactorProps {
  /** There is one already: its code is asked for first. */
  replaces: boolean
  /** Told the recovery codes, once it counts. */
  onCodes: (codes: string[]) => void
}

/** An authenticator takes up a secret by camera or by hand, and shows that it did with its first code. */
export function SecondFactor({ replaces, onCodes }: SecondFactorProps) {
  const { t } = useTranslation()
  const offering = useMutation({ mutationFn: offerFactor })
  const confirming = useMutation({ mutationFn: confirmFactor, onSuccess: onCodes })
  const { mutate: offer } = offering
  useEffect(() => {
    if (!replaces) offer(undefined)
  }, [replaces, offer])
  const offered = offering.data
  if (!offered)
    return (
      <>
        {replaces ? (
          <CodeForm
            label={t('setUp.presentCode')}
            go={t('setUp.replace')}
            busy={offering.isPending}
            onCode={(code) => offer(code)}
          />
        ) : null}
        {offering.isError ? <Refused fault={offering.error} title={t('setUp.factorFailed')} /> : null}
      </>
    )
  return (
    <>
      <ol className="factor-steps">
        <li>{t('setUp.scan')}</li>
        <li>{t('setUp.typeCode')}</li>
      </ol>
      <img
        className="factor-picture"
        alt={t('setUp.picture')}
        src={`data:image/svg+xml,${encodeURIComponent(offered.picture)}`}
        width={200}
        height={200}
      />
      <p className="factor-secret">
        {t('setUp.byHand')}
        <code>{offered.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <CodeForm
        label={t('setUp.firstCode')}
        go={t('setUp.use')}
        busy={confirming.isPending}
        onCode={(code) => confirming.mutate(code)}
      />
      {confirming.isError ? <Refused fault={confirming.error} title={t('setUp.factorFailed')} /> : null}
    </>
  )
}

interface CodeFormProps {
  label: string
  go: string
  busy: boolean
  onCode: (code: string) => void
}

function CodeForm({ label, go, busy, onCode }: CodeFormProps) {
  const { t } = useTranslation()
  return (
    <Form<{ code: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={({ code }) => onCode(code.replace(/\s/g, ''))}
    >
      <Form.Item name="code" label={label} rules={[{ required: true, message: t('signIn.codeMissing') }]}>
        <Input autoComplete="one-time-code" inputMode="numeric" maxLength={40} />
      </Form.Item>
      <Button type="primary" htmlType="submit" disabled={busy}>
        {go}
      </Button>
    </Form>
  )
}
