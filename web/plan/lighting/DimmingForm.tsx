import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../i18n/use-language.ts'
import { Check } from '../../ui/Check.tsx'
import { Slider } from '../../ui/Slider.tsx'
import { useCatalogueWords } from '../use-catalogue-words.ts'
import { useLighting } from './lighting-desk.tsx'
import { OffsetSliders } from './OffsetSliders.tsx'
import { useLightingRules } from './queries.ts'
import { useHeld } from './use-held.ts'

/** Which lamps are turned down late at night, when, and how far. */
export function DimmingForm() {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useCatalogueWords()
  const { search, change } = useLighting()
  const { data: rules } = useLightingRules()
  const [percent, setPercent] = useHeld(search.percent, (value) => change({ percent: String(value) }))
  const classes = words.choices('streetlights', 'roadClass')
  const types = Object.entries(rules?.lampTypes ?? {})
  const dimmable = types.filter(([, type]) => type.dimmable).map(([id]) => id)
  const chosenTypes = search.types.length > 0 ? search.types : dimmable
  const chosenClasses = search.classes.length > 0 ? search.classes : classes.map(({ id }) => id)
  // All of them, or those of the rules, need no word in the address; the last one cannot be taken away.
  const choose = (key: 'classes' | 'types', chosen: readonly string[], usual: readonly string[]): void => {
    if (chosen.length === 0) return
    const isUsual = chosen.length === usual.length && usual.every((id) => chosen.includes(id))
    change({ [key]: isUsual ? undefined : chosen.join(',') })
  }
  const toggled = (chosen: readonly string[], id: string, on: boolean): string[] =>
    on ? [...chosen, id] : chosen.filter((one) => one !== id)
  const time = (key: 'from' | 'to') => (
    <input
      type="time"
      aria-label={t(key === 'from' ? 'lighting.dim.from' : 'lighting.dim.toTime')}
      value={search[key]}
      onChange={({ target }) => {
        if (target.value) change({ [key]: target.value })
      }}
    />
  )
  return (
    <>
      <div className="up-field li-times">
        <span>{t('lighting.dim.span')}</span>
        <p>
          {time('from')} – {time('to')}
        </p>
      </div>
      <Slider
        name={t('lighting.dim.percent')}
        value={percent}
        was={100}
        {...{ min: 0, max: 100, step: 5, words: t('lighting.dim.to', { n: percent }), onChange: setPercent }}
      />
      <fieldset className="li-checks">
        <legend>{t('lighting.dim.classes')}</legend>
        {classes.map(({ id, name }) => (
          <Check
            key={id}
            checked={chosenClasses.includes(id)}
            onChange={(on) =>
              choose(
                'classes',
                toggled(chosenClasses, id, on),
                classes.map((one) => one.id),
              )
            }
          >
            {name}
          </Check>
        ))}
      </fieldset>
      <fieldset className="li-checks">
        <legend>{t('lighting.dim.types')}</legend>
        {types.map(([id, type]) => (
          <Check
            key={id}
            checked={chosenTypes.includes(id)}
            onChange={(on) => choose('types', toggled(chosenTypes, id, on), dimmable)}
          >
            {type.name[language]}
            {type.dimmable ? null : <small>{t('lighting.dim.notDimmable')}</small>}
          </Check>
        ))}
      </fieldset>
      <label className="up-field">
        <span>{t('lighting.dim.tariff')}</span>
        <input
          type="number"
          {...{ min: 0.01, max: 20, step: 0.01 }}
          placeholder={rules ? t('lighting.dim.assumed', { n: rules.tariffYuanPerKwh }) : ''}
          value={search.tariff ?? ''}
          onChange={({ target }) => change({ tariff: target.value || undefined })}
        />
      </label>
      <h3 className="up-h3">{t('lighting.offsets')}</h3>
      <OffsetSliders />
    </>
  )
}
