import { useTranslation } from 'react-i18next'
import { signed } from '../../format.ts'
import { CELL_METRES, DIFFERENCE_STEPS, HEAT_STEPS } from '../../map/heat-cells.ts'
import type { HeatMode } from '../picture.ts'

const HEAT_COLOURS = ['heat-1', 'heat-2', 'heat-3', 'heat-4', 'heat-5', 'heat-6']
const DIFFERENCE_COLOURS = ['diff-m3', 'diff-m2', 'diff-m1', 'diff-0', 'diff-p1', 'diff-p2', 'diff-p3']
const UNITS = {
  complaints: 'heat.unitComplaints',
  inspections: 'heat.unitInspections',
  difference: 'heat.unitDifference',
} as const

/** The fixed scale: the same colour is the same value at every zoom and on every day. */
export function HeatLegend({ mode }: { mode: HeatMode }) {
  const { t } = useTranslation()
  const colours = mode === 'difference' ? DIFFERENCE_COLOURS : HEAT_COLOURS
  const steps = mode === 'difference' ? DIFFERENCE_STEPS : HEAT_STEPS
  return (
    <div className="heat-legend">
      <p>
        {t(UNITS[mode])}
        <span className="heat-size">{t('heat.cellSize', { metres: CELL_METRES })}</span>
      </p>
      <div className="heat-swatches" aria-hidden="true">
        {colours.map((colour) => (
          <i key={colour} style={{ background: `var(--${colour})` }} />
        ))}
      </div>
      <div className="heat-steps">
        {steps.map((step, i) => (
          <span key={step} style={{ left: `${((i + 1) / colours.length) * 100}%` }}>
            {mode === 'difference' ? signed(step) : step}
          </span>
        ))}
      </div>
      {mode === 'difference' ? (
        <p className="heat-hatch">
          <i aria-hidden="true" />
          {t('blind.title')}
        </p>
      ) : null}
    </div>
  )
}
