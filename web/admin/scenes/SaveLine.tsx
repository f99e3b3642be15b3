import { useTranslation } from 'react-i18next'
import type { Scene } from '../../../server/contract/wall.ts'
import { Refusal } from '../../api.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { SceneFault } from './scene-faults.ts'

interface SaveLineProps {
  dirty: boolean
  /** Somebody else has saved meanwhile. */
  overtaken: boolean
  mayWrite: boolean
  saved: boolean
  busy: boolean
  fault: Error | null
  faults: readonly SceneFault[]
  scenes: readonly Scene[]
  onSave: () => void
  onOverwrite: () => void
  /** Takes what the other saved. */
  onDrop: () => void
  /** Back to what was begun from. */
  onRevert: () => void
  onChoose: (id: string) => void
}

/** Saves, and says what stands in the way: what is wrong where, or that somebody was faster. */
export function SaveLine(props: SaveLineProps) {
  const { dirty, overtaken, mayWrite, saved, busy, fault, faults, scenes } = props
  const { t } = useTranslation()
  const language = useLanguage()
  const isStale = fault instanceof Refusal && fault.problem.status === 412
  const why = !mayWrite
    ? t('admin.onlyAdmin')
    : faults.length > 0
      ? t('scenes.faultsFirst')
      : dirty
        ? t('scenes.unsaved')
        : saved
          ? t('scenes.saved')
          : t('admin.nothingChanged')
  return (
    <>
      <p className="verb-line scenes-save">
        <Button
          look="primary"
          disabled={!mayWrite || !dirty || busy || overtaken || faults.length > 0}
          onClick={props.onSave}
        >
          {t('admin.save')}
        </Button>
        <Button disabled={!dirty || busy} onClick={props.onRevert}>
          {t('scenes.revert')}
        </Button>
        <small role="status">{why}</small>
      </p>
      {faults.length > 0 ? (
        <ul className="scenes-faults">
          {faults.map(({ id, field }) => {
            const scene = scenes.find((one) => one.id === id)
            return (
              <li key={`${id} ${field}`}>
                {scene ? (
                  <button type="button" className="row-link" onClick={() => props.onChoose(scene.id)}>
                    {scene.title[language] || scene.id}
                  </button>
                ) : null}{' '}
                {t(`sceneFault.${field}`)}
              </li>
            )
          })}
        </ul>
      ) : null}
      {overtaken ? (
        <Notice title={t('scenes.overtaken')}>
          <p>{t('scenes.overtakenDo')}</p>
          <p className="verb-line">
            <Button small onClick={props.onDrop}>
              {t('scenes.takeTheirs')}
            </Button>
            <Button small disabled={!mayWrite || busy || faults.length > 0} onClick={props.onOverwrite}>
              {t('scenes.keepMine')}
            </Button>
          </p>
        </Notice>
      ) : fault && !isStale ? (
        <Refused fault={fault} title={t('scenes.notSaved')} />
      ) : null}
    </>
  )
}
