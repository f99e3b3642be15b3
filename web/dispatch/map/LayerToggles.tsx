import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Layer } from '../../../server/contract/layer.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { iconUrl } from '../../icons/icon.ts'
import { Check } from '../../ui/Check.tsx'
import { Popover } from './Popover.tsx'
import { FENCES } from './use-fences.ts'

/** What a dispatcher looks for most, in the words of the desk; the others are in the list. */
const FIRST = ['streetlights', 'drains', 'bins', 'truck-parking', 'landfills'] as const

interface LayerTogglesProps {
  catalogue: readonly Layer[]
  shown: readonly string[]
  onShown: (layers: string[]) => void
}

/** What of the city lies under the cases. */
export function LayerToggles({ catalogue, shown, onShown }: LayerTogglesProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const title = useId()
  const first = FIRST.flatMap((id) => catalogue.find((layer) => layer.id === id) ?? [])
  const others = catalogue
    .filter(({ id }) => !(FIRST as readonly string[]).includes(id))
    .sort((a, b) => a.order - b.order)
  const toggle = (id: string): void => onShown(shown.includes(id) ? shown.filter((one) => one !== id) : [...shown, id])
  const more = others.filter(({ id }) => shown.includes(id)).length
  return (
    <div className="desk-layers" role="toolbar" aria-label={t('dispatch.map.layers')}>
      {first.map((layer) => (
        <button
          key={layer.id}
          type="button"
          aria-pressed={shown.includes(layer.id)}
          title={layer.name[language]}
          onClick={() => toggle(layer.id)}
        >
          <i className="desk-layer-icon" aria-hidden="true" style={iconStyle(layer.symbol.icon)} />
          {t(`deskLayer.${layer.id as (typeof FIRST)[number]}`)}
        </button>
      ))}
      <button type="button" aria-pressed={shown.includes(FENCES)} onClick={() => toggle(FENCES)}>
        <i className="desk-layer-icon" aria-hidden="true" style={iconStyle('maki:fence')} />
        {t('deskLayer.fences')}
      </button>
      {others.length > 0 ? (
        <Popover
          label={more > 0 ? t('dispatch.map.moreOn', { n: more }) : t('dispatch.map.more')}
          className={more > 0 ? 'is-on' : ''}
        >
          <fieldset className="desk-more" aria-labelledby={title}>
            <p id={title}>{t('dispatch.map.moreLayers')}</p>
            {others.map((layer) => (
              <Check key={layer.id} checked={shown.includes(layer.id)} onChange={() => toggle(layer.id)}>
                {layer.name[language]}
              </Check>
            ))}
          </fieldset>
        </Popover>
      ) : null}
    </div>
  )
}

const iconStyle = (icon: string) => ({ '--icon': `url("${iconUrl(icon)}")` }) as React.CSSProperties
