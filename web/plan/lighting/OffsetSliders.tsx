import { useTranslation } from 'react-i18next'
import { Slider } from '../../ui/Slider.tsx'
import { useLighting } from './lighting-desk.tsx'
import { useHeld } from './use-held.ts'

const MOST = 60

/** Minutes beside sunset and sunrise. */
export function OffsetSliders() {
  const { t } = useTranslation()
  const { search, change } = useLighting()
  const told = (key: 'on' | 'off') => (value: number) => change({ [key]: value === 0 ? undefined : String(value) })
  const [on, setOn] = useHeld(search.onMinutes, told('on'))
  const [off, setOff] = useHeld(search.offMinutes, told('off'))
  const words = (event: 'sunset' | 'sunrise', minutes: number): string =>
    minutes === 0
      ? t(`lighting.at.${event}`)
      : t(minutes < 0 ? `lighting.before.${event}` : `lighting.after.${event}`, { n: Math.abs(minutes) })
  const range = { was: 0, min: -MOST, max: MOST, step: 5 }
  return (
    <fieldset className="li-sliders">
      <legend className="hidden">{t('lighting.offsets')}</legend>
      <Slider name={t('lighting.on')} value={on} {...range} words={words('sunset', on)} onChange={setOn} />
      <Slider name={t('lighting.off')} value={off} {...range} words={words('sunrise', off)} onChange={setOff} />
    </fieldset>
  )
}
