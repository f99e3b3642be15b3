import type { CasePhoto } from '../server/contract/case.ts'
import type { PhotoPhase } from '../server/contract/photo.ts'
import { Refusal, refusalOfAnswer, unreachable } from './api.ts'

/** The server's own limit: what is larger is not sent at all. */
export const PHOTO_BYTES = 10 * 1024 * 1024
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp']

export const thumbnailAddress = (id: string): string => `/api/photos/${id}/thumbnail`
export const photoAddress = (id: string): string => `/api/photos/${id}`

/** Sends a file as it is. `fetch` tells nothing of how far a body is on its way, so this is the older way to ask.
 *  @param onShare told how much of it is sent, 0–1. Throws Refusal. */
export const addPhoto = (
  { caseId, phase, file, key }: { caseId: string; phase: PhotoPhase; file: File; key: string },
  onShare: (share: number) => void,
): Promise<CasePhoto> =>
  new Promise((resolve, reject) => {
    const asking = new XMLHttpRequest()
    asking.open('POST', `/api/cases/${encodeURIComponent(caseId)}/photos?phase=${phase}`)
    asking.setRequestHeader('content-type', file.type)
    asking.setRequestHeader('idempotency-key', key)
    asking.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0)
    asking.onerror = () => reject(new Refusal(unreachable('The photo did not reach the server.')))
    asking.onload = () => {
      const body = parsed(asking.responseText)
      if (asking.status === 201) resolve(body as CasePhoto)
      else reject(refusalOfAnswer(asking.status, asking.statusText, body))
    }
    asking.send(file)
  })

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
