import type { Text } from '../contract/layer.ts'

/** Why a thing cannot stand as somebody gives it. The import and the API say it each in its own form. */
export interface AssetFault {
  /** A stable word for programs. */
  code: string
  /** The member at fault: `id`, `status`, `geometry`, `fields.powerW`. */
  at: string
  text: Text
}

export const assetFault = (code: string, at: string, zh: string, en: string): AssetFault => ({
  code,
  at,
  text: { zh, en },
})
