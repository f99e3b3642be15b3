import { useTranslation } from 'react-i18next'
import { Check } from '../ui/Check.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { Sheet } from '../ui/Sheet.tsx'

interface HelpSheetProps {
  keysOn: boolean
  onKeysOn: (on: boolean) => void
  onClose: () => void
}

const KEYS = [
  { key: 'help.search', keys: ['/'] },
  { key: 'help.list', keys: ['L'] },
  { key: 'help.heat', keys: ['H'] },
  { key: 'help.problems', keys: ['P'] },
  { key: 'help.then', keys: ['B'] },
  { key: 'help.play', keys: ['T'] },
  { key: 'help.step', keys: ['[', ']'] },
  { key: 'help.stepThen', keys: ['←', '→'] },
  { key: 'help.move', keys: ['←', '↑', '→', '↓'] },
  { key: 'help.zoom', keys: ['+', '−'] },
  { key: 'help.extent', keys: ['0'] },
  { key: 'help.goTo', keys: ['G'] },
  { key: 'help.measure', keys: ['M'] },
  { key: 'help.measureKeys', keys: ['Enter', 'Backspace'] },
  { key: 'help.print', keys: ['Ctrl', 'P'] },
  { key: 'help.rows', keys: ['↑', '↓', 'Enter'] },
  { key: 'help.escape', keys: ['Esc'] },
  { key: 'help.help', keys: ['?'] },
] as const

/** Every key. Single keys can be turned off (WCAG 2.1.4): some people speak to their computer. */
export function HelpSheet({ keysOn, onKeysOn, onClose }: HelpSheetProps) {
  const { t } = useTranslation()
  return (
    <Sheet title={t('help.title')} closeLabel={t('help.close')} onClose={onClose}>
      <dl className="help-keys">
        {KEYS.map(({ key, keys }) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>
              {keys.map((each) => (
                <Kbd key={each}>{each}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <Check checked={keysOn} onChange={onKeysOn}>
        {t('help.keysOn')}
      </Check>
      <p className="help-note">{t('help.note')}</p>
    </Sheet>
  )
}
