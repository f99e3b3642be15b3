import type { ParkingBalance } from '../server/contract/parking.ts'
import { address } from './api.ts'
import { type Asking, slowJson } from './api-asks.ts'

export const getParking = (
  asked: { from: string; to: string; cellMetres: number | undefined },
  asking: Asking,
): Promise<ParkingBalance> => slowJson(address('/api/truck-parking/balance', asked), asking)
