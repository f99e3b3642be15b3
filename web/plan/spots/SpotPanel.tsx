import { useTranslation } from 'react-i18next'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { Hairlines } from '../../ui/Hairlines.tsx'
import { Figures } from '../Figures.tsx'
import { Stopped } from '../Reckoning.tsx'
import { Waiting } from '../Waiting.tsx'
import { RecurrenceNote } from './RecurrenceNote.tsx'
import { SpotControls } from './SpotControls.tsx'
import { SpotList } from './SpotList.tsx'
import { useSpotDesk } from './spot-desk.tsx'
import { LENSES } from './spot-search.ts'

/** What is asked of the cells, three figures, and the list. */
export function SpotPanel() {
  const { t } = useTranslation()
  const { search, reading, change } = useSpotDesk()
  const { fault, isEmpty, isPassing, isWaiting, isStopped, figures, refrain, foot } = reading
  return (
    <section className="spots" aria-busy={isPassing}>
      <fieldset className="spot-lenses">
        <legend className="hidden">{t('spots.lenses')}</legend>
        {LENSES.map((lens) => (
          <label key={lens}>
            <input
              type="radio"
              name="spot-lens"
              className="hidden"
              checked={lens === search.lens}
              onChange={() => change({ lens: lens === 'heat' ? undefined : lens, spot: undefined })}
            />
            <span>{t(`spotLens.${lens}`)}</span>
          </label>
        ))}
      </fieldset>
      <SpotControls />
      {fault ? (
        <Refused fault={fault} title={t('spots.failed')}>
          <Button small onClick={reading.again}>
            {t('connection.retry')}
          </Button>
        </Refused>
      ) : null}
      {refrain ? (
        <div className="spot-refrain" role="status">
          <b>{refrain.title}</b>
          <p>{refrain.why}</p>
          {refrain.offers.length > 0 ? (
            <p>
              {refrain.offers.map(({ name, change: more }) => (
                <Button key={name} small onClick={() => change(more)}>
                  {name}
                </Button>
              ))}
            </p>
          ) : null}
        </div>
      ) : null}
      <Waiting on={isWaiting} title={t('plan.reckoning')} onStop={reading.stop} />
      {isStopped && isEmpty && !refrain ? <Stopped onAgain={reading.again} /> : null}
      {isEmpty && !fault && !refrain && !isStopped ? <Hairlines rows={8} label={t('page.loading')} /> : null}
      {figures.length > 0 ? (
        <Figures of={figures.map((one) => ({ ...one, id: one.name }))} isPassing={isPassing} />
      ) : null}
      {search.lens === 'again' && !isEmpty && !refrain ? <RecurrenceNote /> : null}
      {isEmpty || refrain?.title === t('spots.chooseClass') ? null : <SpotList />}
      {foot.length > 0 && search.lens !== 'again' ? (
        <footer className="spot-foot">
          {foot.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </footer>
      ) : null}
    </section>
  )
}
