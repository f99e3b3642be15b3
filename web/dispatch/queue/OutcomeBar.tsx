import { useTranslation } from 'react-i18next'
import { useNow } from '../../console/use-now.ts'
import { Button } from '../../ui/Button.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { type DoneOutcome, UNDO_MS } from '../desk/use-bulk.ts'
import { useOutcomeWords } from './use-outcome-words.ts'

interface OutcomeBarProps {
  of: DoneOutcome
  /** The key that takes it back; undefined where keys are off. */
  undoKey: string | undefined
  onUndo: () => void
  onClose: () => void
  onShow: (id: string) => void
}

/** What was just done: how many, which not and why, and the way back as long as there is one. */
export function OutcomeBar({ of, undoKey, onUndo, onClose, onShow }: OutcomeBarProps) {
  const { t } = useTranslation()
  useNow(1_000)
  const { outcomeWords, undoneWords, whyWords } = useOutcomeWords()
  const left = UNDO_MS - (performance.now() - of.seenAt)
  const refused = of.undone?.refused ?? of.refused
  return (
    <section className={`outcome-bar ${refused.length > 0 ? 'is-partly' : ''}`} aria-label={t('desk.outcome')}>
      <p role="status">{of.undone ? undoneWords(of.undone) : outcomeWords(of)}</p>
      {refused.length > 0 ? (
        <details>
          <summary>{t('desk.which', { n: refused.length })}</summary>
          <ul>
            {refused.map(({ id, refused: why }) => (
              <li key={id}>
                {id ? (
                  <button type="button" onClick={() => onShow(id)}>
                    {of.numbers.get(id) ?? id}
                  </button>
                ) : null}
                {whyWords(why)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <p className="outcome-acts">
        {!of.undone && of.batches.length > 0 && left > 0 ? (
          <Button small onClick={onUndo}>
            {t('act.undo', { n: Math.ceil(left / 1000) })}
            {undoKey ? <Kbd>{undoKey.toUpperCase()}</Kbd> : null}
          </Button>
        ) : null}
        <Button small look="quiet" onClick={onClose}>
          {t('desk.close')}
        </Button>
      </p>
    </section>
  )
}
