import { z } from 'zod'

/** What can go wrong on a screen without anybody at the server seeing it: the graphics card forgot the map. */
export const ScreenFault = z.enum(['context-lost'])
export type ScreenFault = z.infer<typeof ScreenFault>

/** What a screen tells of itself when something went wrong on it. */
export const FaultReport = z.strictObject({ fault: ScreenFault })
export type FaultReport = z.infer<typeof FaultReport>
