import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clock, number } from '../../format.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { useHotKeys } from '../../ui/use-hot-keys.ts'
import { useCoverage } from './coverage-desk.tsx'
import { DraftBars } from './DraftBars.tsx'
import { DraftItems } from './DraftItems.tsx'
import { DraftName } from './DraftName.tsx'
import { gainOf } from './draft-gain.ts'
import { middleOf } from './gap-features.ts'
import { countToClose } from './places-on-kerb.ts'
import { useLayerWords } from './use-layer-words.ts'
import { useUndoKeys } from './use-undo-keys.ts'

/** The draft over the foot of the map: what it gains, before and after, and the ways to draw in it. */
export function CoverageFoot() {
  const { t } = useTranslation()
  const desk = useCoverage()
  const { draft, set, search, isPlacing, setPlacing, gaps } = desk
  const { name } = useLayerWords(set?.layer)
  const [listOpen, setListOpen] = useState(false)
  const one = draft.draft
  const isMine = one?.mine ?? true
  const chosen = gaps.left.find(({ id }) => id === search.at)
  const addAtGap = (): void => {
    if (set && chosen)
      draft.edit([{ do: 'add', layer: set.layer, at: desk.kerbs.snap(middleOf(chosen.geometry.coordinates)) }])
  }
  const toClose = chosen ? countToClose(chosen.properties) : 0
  const closeGap = (): void => {
    if (!set || !chosen) return
    draft.edit(desk.kerbs.divide(chosen, toClose).map((at) => ({ do: 'add', layer: set.layer, at })))
  }
  useUndoKeys(draft)
  useHotKeys(
    {
      a: () => setPlacing(!isPlacing),
      m: addAtGap,
      f: closeGap,
      ...(isPlacing ? { escape: () => setPlacing(false) } : {}),
    },
    isMine && set !== undefined,
  )
  useEffect(() => {
    if (one === undefined) setListOpen(false)
  }, [one])
  if (!set) return null
  const gain = gainOf(desk)
  return (
    <section className="draft" aria-label={t('coverage.draft')}>
      {draft.fault ? <Refused fault={draft.fault} title={t('coverage.draft.failed')} /> : null}
      {one && listOpen ? <DraftItems onClose={() => setListOpen(false)} /> : null}
      <div className="draft-main">
        <DraftName />
        {one && gain ? <DraftBars gain={gain} /> : <p className="draft-hint">{t('coverage.draft.hint')}</p>}
        <div className="draft-acts">
          <Button
            small
            look="primary"
            aria-pressed={isPlacing}
            disabled={!isMine}
            title={`${t('coverage.draft.place')} (A)`}
            onClick={() => setPlacing(!isPlacing)}
          >
            {t(isPlacing ? 'coverage.draft.placing' : 'coverage.draft.add', { name })}
          </Button>
          <Button
            small
            pressed={search.isProposing}
            onClick={() => desk.change({ ask: search.isProposing ? undefined : 'sites' })}
          >
            {t('coverage.propose')}
          </Button>
        </div>
      </div>
      {isPlacing || chosen || one ? (
        <div className="draft-line">
          {isPlacing ? <span role="status">{t('coverage.draft.placeHint')}</span> : null}
          {chosen && isMine && !isPlacing ? (
            <Button small look="quiet" title="M" onClick={addAtGap}>
              {t('coverage.draft.atGap')}
            </Button>
          ) : null}
          {toClose > 1 && isMine && !isPlacing ? (
            <Button small look="quiet" title="F" onClick={closeGap}>
              {t('coverage.draft.closeGap', { n: number(toClose) })}
            </Button>
          ) : null}
          <span className="draft-gap" />
          {one ? (
            <>
              {one.items.length > 0 ? (
                <Button small look="quiet" aria-expanded={listOpen} onClick={() => setListOpen(!listOpen)}>
                  {t('coverage.draft.items', { n: one.items.length })}
                </Button>
              ) : null}
              <Button small look="quiet" disabled={!one.canUndo || !isMine} title="Ctrl Z" onClick={draft.undo}>
                {t('coverage.draft.undo')}
              </Button>
              <Button small look="quiet" disabled={!one.canRedo || !isMine} title="Ctrl Shift Z" onClick={draft.redo}>
                {t('coverage.draft.redo')}
              </Button>
              <span className="draft-kept" role="status" data-took={draft.tookMs?.toFixed(0)}>
                {draft.isBusy ? t('coverage.draft.keeping') : t('coverage.draft.kept', { time: clock(one.changedAt) })}
              </span>
            </>
          ) : null}
        </div>
      ) : null}
    </section>
  )
}
