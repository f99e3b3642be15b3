import { useTranslation } from 'react-i18next'
import { distance, number } from '../../format.ts'
import { Button } from '../../ui/Button.tsx'
import { Check } from '../../ui/Check.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { useHotKeys } from '../../ui/use-hot-keys.ts'
import { PAPERS, type Paper, type SheetPlan } from './paper.ts'
import { SCALES } from './true-scale.ts'
import type { SheetPrint } from './use-sheet-print.ts'

interface SheetCardProps {
  paper: Paper
  scale: number
  withTables: boolean
  hasTables: boolean
  plan: SheetPlan
  pages: number
  printing: SheetPrint
  onPaper: (paper: Paper) => void
  onScale: (scale: number) => void
  onTables: (withTables: boolean) => void
  onClose: () => void
}

/** What paper, how, at which scale. */
export function SheetCard({ paper, scale, plan, printing, ...props }: SheetCardProps) {
  const { t } = useTranslation()
  useHotKeys({ escape: props.onClose }, true)
  const onGround = (mm: number): string => distance((mm / 1000) * scale)
  const { drawing, failed } = printing
  return (
    <section className="sheet-card" aria-label={t('sheet.card')}>
      <h2>{t('sheet.card')}</h2>
      <Choice
        label={t('sheet.paper')}
        options={PAPERS.map((id) => ({ id, name: id.toUpperCase() }))}
        value={paper.size}
        onChange={(size) => props.onPaper({ ...paper, size })}
      />
      <Choice
        label={t('sheet.orientation')}
        options={[
          { id: 'landscape', name: t('sheet.landscape') },
          { id: 'portrait', name: t('sheet.portrait') },
        ]}
        value={paper.orientation}
        onChange={(orientation) => props.onPaper({ ...paper, orientation })}
      />
      <label className="sheet-scale">
        <span>{t('sheet.scale')}</span>
        <select value={scale} onChange={({ target }) => props.onScale(Number(target.value))}>
          {SCALES.map((each) => (
            <option key={each} value={each}>
              {t('sheet.scaleOf', { scale: number(each) })}
            </option>
          ))}
        </select>
      </label>
      <p className="sheet-ground">
        <span>{t('sheet.ground', { width: onGround(plan.map.width), height: onGround(plan.map.height) })}</span>
        <span>{t('sheet.pages', { count: props.pages })}</span>
      </p>
      {props.hasTables ? (
        <Check checked={props.withTables} onChange={props.onTables}>
          {t('sheet.withTables')}
        </Check>
      ) : null}
      {failed ? (
        <p className="sheet-failed" role="alert">
          <b>{t('sheet.failed')}</b>
          {t('sheet.failedHint')}
        </p>
      ) : null}
      <footer>
        <span role="status">
          {drawing === undefined
            ? null
            : drawing.all > 1
              ? t('sheet.drawingOf', { done: drawing.done + 1, all: drawing.all })
              : t('sheet.drawing')}
        </span>
        <Button small look="primary" disabled={drawing !== undefined} onClick={printing.print}>
          {t('sheet.print')} <Kbd>Ctrl P</Kbd>
        </Button>
        <Button small onClick={props.onClose}>
          {t('sheet.close')}
        </Button>
      </footer>
    </section>
  )
}
