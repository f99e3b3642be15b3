import { useTranslation } from 'react-i18next'
import type { LayerPicture, SearchHit } from '../../api.ts'
import { identification } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Icon } from '../../icons/Icon.tsx'
import { StateMark } from '../../icons/StateMark.tsx'
import { Fault } from '../Fault.tsx'

interface SearchResultsProps {
  id: string
  text: string
  hits: SearchHit[]
  layers: LayerPicture[] | undefined
  active: number
  fault: Error | null
  waiting: boolean
  onPick: (hit: SearchHit) => void
}

/** A lamp is named by its road already. */
const whereOf = ({ where, name }: SearchHit): string => (name.includes(where) ? '' : where)

export function SearchResults({ id, text, hits, layers, active, fault, waiting, onPick }: SearchResultsProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <div className="search-results">
      {text === '' ? <h3>{t('search.recent')}</h3> : null}
      <div id={id} role="listbox" aria-label={t('search.results')}>
        {hits.map((hit, index) => {
          const layer = layers?.find((each) => each.id === hit.layer)
          const status = layer?.statuses.find((each) => each.id === hit.status)
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's, which points here
            <div
              key={`${hit.kind} ${hit.id} ${hit.location.join(' ')}`}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className="search-hit"
              onClick={() => onPick(hit)}
            >
              {layer ? <Icon id={layer.symbol.icon} /> : <span />}
              <span className="search-name">{hit.name}</span>
              <small>{whereOf(hit) || (layer?.name[language] ?? t('search.place'))}</small>
              <code>{hit.kind === 'thing' ? identification(hit.id) : ''}</code>
              {status ? <StateMark state={status.state} size={11} /> : <span />}
            </div>
          )
        })}
      </div>
      {fault && text !== '' ? <Fault fault={fault} title={t('search.failed')} /> : null}
      {!fault && text !== '' && hits.length === 0 && !waiting ? <p>{t('search.none', { text })}</p> : null}
    </div>
  )
}
