import type { LandfillOutlook } from '../../../server/contract/landfill.ts'
import type { State } from '../../../server/contract/state.ts'

/** What was measured goes before what the register says of a well. */
export const stateOfWell = (
  { belowWarningM }: Pick<LandfillOutlook['wells'][number], 'belowWarningM'>,
  registered: State,
): State => (belowWarningM !== null && belowWarningM < 0 ? 'late' : registered)
