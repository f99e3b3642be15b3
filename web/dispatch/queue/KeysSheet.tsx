import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Check } from '../../ui/Check.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { assignKey, DESK_ACTS, type DeskAct, FIRST_KEYS, type KeySettings } from '../desk/desk-keys.ts'

interface KeysSheetProps {
  settings: KeySettings
  onChange: (settings: KeySettings) => void
  onClose: () => void
}

/** Those that are no letters, and stay as they are. */
const FIXED = [
  { id: 'walk', keys: ['↑', '↓'] },
  { id: 'open', keys: ['Enter'] },
  { id: 'escape', keys: ['Esc'] },
] as const

/** Every key of the desk: what it does, and another one for it. */
export function KeysSheet({ settings, onChange, onClose }: KeysSheetProps) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState<DeskAct>()
  const [said, setSaid] = useState('')
  const take = (act: DeskAct, event: KeyboardEvent): void => {
    if (asking !== act || event.key === 'Tab' || event.key === 'Shift') return
    event.preventDefault()
    event.stopPropagation()
    const answer = event.key === 'Escape' ? { settings } : assignKey(settings, act, event.key)
    if ('settings' in answer) {
      onChange(answer.settings)
      setAsking(undefined)
      setSaid('')
    } else if (answer.refused === 'bad') setSaid(t('desk.keyBad'))
    else setSaid(t('desk.keyTaken', { act: t(`deskAct.${answer.refused}`) }))
  }
  return (
    <Sheet title={t('desk.keys')} closeLabel={t('desk.close')} onClose={onClose}>
      <dl className="desk-keys">
        {DESK_ACTS.map((act) => (
          <div key={act}>
            <dt>{t(`deskAct.${act}`)}</dt>
            <dd>
              <Button
                small
                aria-label={t('desk.changeKey', { act: t(`deskAct.${act}`), key: settings.keys[act] })}
                onClick={() => setAsking(act)}
                onBlur={() => setAsking(undefined)}
                onKeyDown={(event) => take(act, event)}
              >
                {asking === act ? t('desk.typeKey') : <Kbd>{settings.keys[act].toUpperCase()}</Kbd>}
              </Button>
            </dd>
          </div>
        ))}
        {FIXED.map(({ id, keys }) => (
          <div key={id}>
            <dt>{t(`deskAct.${id}`)}</dt>
            <dd>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p role="status">{said}</p>
      <p className="bulk-acts">
        <Check checked={settings.on} onChange={(on) => onChange({ ...settings, on })}>
          {t('help.keysOn')}
        </Check>
        <Button small onClick={() => onChange({ ...settings, keys: FIRST_KEYS })}>
          {t('desk.firstKeys')}
        </Button>
      </p>
    </Sheet>
  )
}
