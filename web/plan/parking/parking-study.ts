import '../../i18n/plan-parking-words.ts'
import '../../i18n/plan-ranked-words.ts'
import '../ranked/ranked.css'
import './parking.css'
import { FocusProvider } from '../ranked/focus.tsx'
import type { Study } from '../studies.ts'
import { ParkingDetail } from './ParkingDetail.tsx'
import { ParkingPanel } from './ParkingPanel.tsx'
import { ParkingTools } from './ParkingTools.tsx'
import { useParkingDrawing } from './use-parking-drawing.ts'

/** Whether there is room for trucks at night. */
export const parkingStudy: Study = {
  id: 'truck-parking',
  Provider: FocusProvider,
  Panel: ParkingPanel,
  Detail: ParkingDetail,
  Tools: ParkingTools,
  useDrawing: useParkingDrawing,
}
