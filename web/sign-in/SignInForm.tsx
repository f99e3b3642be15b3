import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { homeOf } from '../../server/contract/home-of.ts'
import type { SignIn } from '../../server/contract/session.ts'
import { Refusal } from '../api.ts'
import { signIn } from '../api-people.ts'
import { duration } from '../format.ts'
import { ownPath } from '../me/own-path.ts'
import { meChanged } from '../me/use-me.ts'
import { Refused } from '../refused.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useCountDown } from './use-count-down.ts'

/** Login name and password; the code is asked for once the server does. */
export function SignInForm({ to, lost }: { to: string | undefined; lost: boolean }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [asksCode, setAsksCode] = useState(false)
  const [wait, startWait] = useCountDown()
  const asking = useMutation({
    mutationFn: signIn,
    onSuccess: async ({ actor }) => {
      await meChanged(queries)
      await navigate({ href: ownPath(to ?? homeOf(actor)), replace: true })
    },
    onError: (fault) => {
      if (!(fault instanceof Refusal)) return
      if (fault.problem.code === 'code-needed') setAsksCode(true)
      if (fault.problem.code === 'wait') startWait(fault.waitSeconds)
    },
  })
  const refused = asking.error instanceof Refusal ? asking.error.problem.code : undefined
  return (
    <Form<SignIn>
      layout="vertical"
      requiredMark={false}
      onFinish={({ login, password, code }) =>
        asking.mutate({ login, password, ...(code ? { code: code.replace(/\s/g, '') } : {}) })
      }
      onValuesChange={(changed) => {
        if ('login' in changed) setAsksCode(false)
      }}
    >
      <h1>{t('signIn.title')}</h1>
      <Form.Item name="login" label={t('signIn.login')} rules={[{ required: true, message: t('signIn.loginMissing') }]}>
        <Input autoComplete="username" autoFocus autoCapitalize="none" spellCheck={false} size="large" />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('signIn.password')}
        rules={[{ required: true, message: t('signIn.passwordMissing') }]}
      >
        <Input.Password autoComplete="current-password" size="large" visibilityToggle={false} />
      </Form.Item>
      {asksCode ? (
        <Form.Item
          name="code"
          label={t('signIn.code')}
          extra={t('signIn.codeHint')}
          rules={[{ required: true, message: t('signIn.codeMissing') }]}
        >
          <Input autoComplete="one-time-code" inputMode="numeric" autoFocus size="large" maxLength={40} />
        </Form.Item>
      ) : null}
      {wait > 0 ? (
        <Notice title={t('signIn.locked')}>
          <p>{t('signIn.wait', { time: duration(wait) })}</p>
        </Notice>
      ) : asking.isError && refused !== 'code-needed' && refused !== 'wait' ? (
        <Refused fault={asking.error} title={t('signIn.failed')} />
      ) : lost ? (
        <Notice title={t('signIn.lost')}>
          <p>{t('connection.do')}</p>
        </Notice>
      ) : null}
      <Button type="primary" htmlType="submit" size="large" block disabled={wait > 0 || asking.isPending}>
        {t('signIn.go')}
      </Button>
      <p className="sign-in-help">{t('signIn.help')}</p>
    </Form>
  )
}
