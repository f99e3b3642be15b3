import { CrewTracks, type CrewWhereabouts } from '../server/contract/track.ts'
import { address, json } from './api.ts'

/** Where crews went from one instant up to another (ISO), and what happened on the way; all that are one's own, or those named. */
export const getTracks = async (
  { from, to, crews }: { from: string; to: string; crews: readonly string[] },
  signal?: AbortSignal,
): Promise<CrewTracks> =>
  CrewTracks.parse(await json(address('/api/crews/tracks', { from, to, crew: crews.join(',') }), signal))

/** Where the crews are that one may follow, and their ways of the last minutes. */
export const getWhereabouts = async (signal?: AbortSignal): Promise<CrewWhereabouts[]> =>
  (await json<{ crews: CrewWhereabouts[] }>('/api/crews/positions', signal)).crews
