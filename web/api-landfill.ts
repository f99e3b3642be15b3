import type {
  LandfillCompared,
  LandfillOutlook,
  LandfillWhatIf,
  SurveyPair,
  SurveyVolume,
} from '../server/contract/landfill.ts'
import type { ReadingQuantity, ReadingSeries } from '../server/contract/reading.ts'
import { address, json } from './api.ts'
import { send } from './api-send.ts'

/** Every landfill that was surveyed, by its name. */
export const getLandfills = async (signal?: AbortSignal): Promise<LandfillOutlook[]> =>
  (await json<{ landfills: LandfillOutlook[] }>('/api/landfills', signal)).landfills

/** When it would be full; nothing is changed. */
export const tryLandfill = async (id: string, asked: LandfillWhatIf): Promise<LandfillCompared> =>
  (await send<LandfillCompared>('POST', `/api/landfills/${encodeURIComponent(id)}/what-if`, asked)).body

/** What was filled and cut between two surveys; nothing is kept. */
export const reckonVolume = async (pair: SurveyPair): Promise<SurveyVolume> =>
  (await send<SurveyVolume>('POST', '/api/landfills/volume', pair)).body

/** Sensor by sensor, of the last 90 days. */
export const getReadings = async (
  thing: string,
  quantity: ReadingQuantity,
  signal?: AbortSignal,
): Promise<ReadingSeries[]> =>
  (await json<{ series: ReadingSeries[] }>(address('/api/readings', { thing, quantity }), signal)).series
