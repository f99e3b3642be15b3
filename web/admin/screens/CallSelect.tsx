import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Scene, SceneCall } from '../../../server/contract/wall.ts'
import { useLanguage } from '../../i18n/use-language.ts'

interface CallSelectProps {
  name: string
  scenes: readonly Scene[]
  remote: SceneCall | null
  busy: boolean
  disabled: boolean
  onCall: (scene: string | null) => void
}

const LET_GO = ''

/** Makes a wall show a scene until it is let go; for a while only, from the remote control. */
export function CallSelect({ name, scenes, remote, busy, disabled, onCall }: CallSelectProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const titles = scenes.map(({ id, title }) => ({ value: id, label: title[language] }))
  return (
    <Select<string, { value: string; label: string }>
      aria-label={t('wallScreen.callOf', { name })}
      className="screens-call"
      size="small"
      value={remote?.scene ?? null}
      placeholder={t('wallScreen.call')}
      loading={busy}
      disabled={disabled}
      title={disabled ? t('wallScreen.mayNotCall') : undefined}
      popupMatchSelectWidth={false}
      options={remote ? [{ value: LET_GO, label: t('wallScreen.letGo') }, ...titles] : titles}
      onChange={(id) => onCall(id === LET_GO ? null : id)}
    />
  )
}
