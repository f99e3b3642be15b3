import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import { Button } from '../../ui/Button.tsx'
import { Check } from '../../ui/Check.tsx'

export interface FacetChoice {
  id: string
  name: string
  count: number
}

interface FacetProps {
  title: string
  choices: FacetChoice[]
  /** Empty: all. */
  chosen: string[]
  onChange: (chosen: string[]) => void
}

/** Which classes or sources count, with how many each has in the chosen days. */
export function Facet({ title, choices, chosen, onChange }: FacetProps) {
  const { t } = useTranslation()
  const sorted = [...choices].sort((a, b) => b.count - a.count)
  const flip = (id: string): void => {
    const now = chosen.length === 0 ? choices.map((each) => each.id) : chosen
    const next = now.includes(id) ? now.filter((each) => each !== id) : [...now, id]
    onChange(next.length === choices.length ? [] : next)
  }
  return (
    <details className="facet">
      <summary>
        {title}
        <span>
          {chosen.length === 0
            ? t('heat.allOf', { n: choices.length })
            : t('heat.someOf', { shown: chosen.length, n: choices.length })}
        </span>
      </summary>
      <ul>
        {sorted.map(({ id, name, count }) => (
          <li key={id}>
            <Check checked={chosen.length === 0 || chosen.includes(id)} onChange={() => flip(id)}>
              <span className="legend-name">{name}</span>
            </Check>
            <span className="facet-end">
              <Button small look="quiet" className="facet-only" onClick={() => onChange([id])}>
                {t('heat.only')}
              </Button>
              {number(count)}
            </span>
          </li>
        ))}
      </ul>
      {chosen.length > 0 ? (
        <Button small look="quiet" onClick={() => onChange([])}>
          {t('heat.chooseAll')}
        </Button>
      ) : null}
    </details>
  )
}
