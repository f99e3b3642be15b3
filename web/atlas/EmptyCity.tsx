import { useTranslation } from 'react-i18next'
import { CopyButton } from '../ui/CopyButton.tsx'

const IMPORT = 'npm run import -- streetlights lamps.csv --crs WGS84'

/** A store that knows its city needs no --city; a wholly empty one is told the 6-digit area code, here Suo's as an example. */
const commandsOf = (area: string) => {
  const city = area === '000000' ? ' --city 540626' : ''
  return [
    { command: `${IMPORT}${city} --dry-run`, key: 'empty.tryOut' },
    { command: `${IMPORT}${city}`, key: 'empty.import' },
    { command: 'npm run demo', key: 'empty.demo' },
  ] as const
}

/** A city without things says how to begin. */
export function EmptyCity({ area }: { area: string }) {
  const { t } = useTranslation()
  return (
    <section className="float empty-city" aria-label={t('empty.title')}>
      <h2>{t('empty.title')}</h2>
      <p>{t('empty.words')}</p>
      <ol>
        {commandsOf(area).map(({ command, key }) => (
          <li key={key}>
            <span className="empty-why">{t(key)}</span>
            <div className="empty-command">
              <code>{command}</code>
              <CopyButton text={command} label={t('empty.copy')} done={t('card.copied')} />
            </div>
          </li>
        ))}
      </ol>
      <p>{t('empty.after')}</p>
    </section>
  )
}
