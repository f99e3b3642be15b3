import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { setPassword } from '../api-people.ts'
import { Refused } from '../refused.tsx'

interface Filled {
  current?: string
  password: string
  again: string
}

/** NIST SP 800-63B-4: length, and not composition; the server has the last word. */
const LEAST_CHARACTERS = 10

/** A first password, or another instead of the present one. */
export function PasswordForm({ first, onDone }: { first: boolean; onDone: () => void | Promise<void> }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Filled>()
  const setting = useMutation({
    mutationFn: ({ current, password }: Filled) => setPassword({ password, ...(first ? {} : { current }) }),
    onSuccess: async () => {
      form.resetFields()
      await onDone()
    },
  })
  return (
    <Form<Filled> form={form} layout="vertical" requiredMark={false} onFinish={(filled) => setting.mutate(filled)}>
      {first ? null : (
        <Form.Item
          name="current"
          label={t('setUp.current')}
          rules={[{ required: true, message: t('signIn.passwordMissing') }]}
        >
          <Input.Password autoComplete="current-password" visibilityToggle={false} />
        </Form.Item>
      )}
      <Form.Item
        name="password"
        label={t('setUp.new')}
        extra={t('setUp.newHint')}
        rules={[{ required: true, min: LEAST_CHARACTERS, message: t('setUp.tooShort') }]}
      >
        <Input.Password autoComplete="new-password" visibilityToggle={false} />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('setUp.again')}
        dependencies={['password']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value: unknown) =>
              value === getFieldValue('password') ? Promise.resolve() : Promise.reject(new Error(t('setUp.differ'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" visibilityToggle={false} />
      </Form.Item>
      {setting.isError ? <Refused fault={setting.error} title={t('setUp.passwordFailed')} /> : null}
      <Button type="primary" htmlType="submit" disabled={setting.isPending}>
        {t('setUp.passwordSet')}
      </Button>
    </Form>
  )
}
