import { useTranslation } from 'react-i18next'
import { distance } from '../../format.ts'
import { briefName } from '../case/brief-name.ts'
import type { Candidate } from './candidates.ts'

interface CrewOptionProps {
  of: Candidate
  isReady: boolean
  onChoose: () => void
}

/** A crew as something to press: that it is sent is what pressing does. */
export function CrewOption({ of, isReady, onChoose }: CrewOptionProps) {
  const { t } = useTranslation()
  const { name, rank, minutes, metres, load, loadLimit } = of
  return (
    <button type="button" className="crew-option" disabled={!isReady} onClick={onChoose}>
      <span className="crew-option-rank">{rank ?? ''}</span>
      <b>{name}</b>
      <span>{minutes === null ? '' : t('dispatch.case.minutes', { n: Math.max(1, Math.round(minutes)) })}</span>
      <small>
        {metres === null ? '' : `${distance(metres)}\u3000`}
        {load === null ? '' : t('dispatch.case.load', { n: load, of: loadLimit })}
      </small>
      <em>{t('dispatch.case.dispatchTo', { crew: briefName(name) })}</em>
    </button>
  )
}
