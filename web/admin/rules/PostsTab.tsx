import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { Post, type PostLimits } from '../../../server/contract/condition.ts'
import type { Seen } from '../../api-admin.ts'
import { WithAge } from '../../console/WithAge.tsx'
import { dayOf } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Button } from '../../ui/Button.tsx'
import { LimitInput } from './LimitInput.tsx'
import { Origin } from './Origin.tsx'
import { type PostsDraft, postsChange } from './posts-change.ts'
import { useChangePosts, usePosts } from './queries.ts'
import { RuleRefused } from './RuleRefused.tsx'
import { useVersionWords } from './use-version-words.ts'

/** How long each post has, in the order of a case. */
export function PostsTab({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useTranslation()
  const posts = usePosts()
  return (
    <WithAge of={posts} title={t('rules.readFailed')}>
      {(seen) => <PostsEdit key={seen.etag} seen={seen} mayWrite={mayWrite} onReload={() => void posts.refetch()} />}
    </WithAge>
  )
}

interface PostsEditProps {
  seen: Seen<PostLimits>
  mayWrite: boolean
  onReload: () => void
}

function PostsEdit({ seen: { of, etag }, mayWrite, onReload }: PostsEditProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const versionWords = useVersionWords()
  const [form] = Form.useForm<PostsDraft>()
  const draft = Form.useWatch((values: PostsDraft) => values, form)
  const change = useChangePosts()
  const limits = draft?.limits ? postsChange(of, draft, dayOf(Date.now())) : undefined
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ limits: of.limits, basis: '' }}
      onFinish={({ basis }) => limits && change.mutate({ draft: limits, edit: { etag, reason: basis } })}
    >
      <p className="field-note">
        {versionWords(of)}
        {t('rules.olderKeep')}
      </p>
      <table className="posts">
        <thead>
          <tr>
            <th scope="col">{t('rules.post')}</th>
            <th scope="col">{t('rules.ordinary')}</th>
            <th scope="col">{t('rules.emergency')}</th>
            <th scope="col">{t('rules.source')}</th>
          </tr>
        </thead>
        <tbody>
          {Post.options.map((post) => (
            <tr key={post}>
              <th scope="row">{t(`stage.${post}`)}</th>
              {(['ordinary', 'emergency'] as const).map((urgency) => (
                <td key={urgency}>
                  <Form.Item name={['limits', post, urgency]} noStyle>
                    <LimitInput disabled={!mayWrite} label={`${t(`stage.${post}`)} ${t(`rules.${urgency}`)}`} />
                  </Form.Item>
                </td>
              ))}
              <td>
                {of.limits[post].place[language]} · <Origin {...of.limits[post]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {limits ? (
        <Form.Item
          name="basis"
          label={t('rules.basis')}
          extra={t('rules.basisNote')}
          rules={[{ required: true, whitespace: true, message: t('rules.basisBad') }]}
        >
          <Input maxLength={200} disabled={!mayWrite} autoComplete="off" />
        </Form.Item>
      ) : null}
      {change.error ? <RuleRefused fault={change.error} onReload={onReload} /> : null}
      <p className="verb-line">
        <Button look="primary" type="submit" disabled={!mayWrite || !limits || change.isPending}>
          {t('rules.saveNew')}
        </Button>
        <small>{!mayWrite ? t('admin.onlyAdmin') : limits ? t('rules.fromNowOn') : t('admin.nothingChanged')}</small>
      </p>
    </Form>
  )
}
