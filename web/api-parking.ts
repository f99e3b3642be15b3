import type { ParkingBalance } from '../server/contract/parking.ts'
import { address, json } from './api.ts'

export const getParking = (
  asked: { from: string; to: string; cellMetres: number | undefined },
  signal?: AbortSignal,
): Promise<ParkingBalance> => json(address('/api/truck-parking/balance', asked), signal)
