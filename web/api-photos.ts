import type { CasePhoto } from '../server/contract/case.ts'
import type { Photo, PhotoPhase, Redaction } from '../server/contract/photo.ts'
import { address, Refusal, refusalOfAnswer, request, unreachable } from './api.ts'
import { send } from './api-send.ts'

/** The server's own limit: what is larger is not sent at all. */
export const PHOTO_BYTES = 10 * 1024 * 1024
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp']

/** `version`: after a photo was painted over, so that the browser asks anew. */
export const thumbnailAddress = (id: string, version?: number): string =>
  address(`/api/photos/${id}/thumbnail`, { version })
export const photoAddress = (id: string, version?: number): string => address(`/api/photos/${id}`, { version })

/** Paints over parts of a photo, for good. */
export const redactPhoto = async (id: string, boxes: Redaction[]): Promise<Photo> =>
  (await send<Photo>('POST', `/api/photos/${id}/redactions`, { boxes })).body

/** A photo as the camera made it. That it was read, by whom and why stands in the log. */
export async function readOriginal(id: string, reason: string): Promise<Blob> {
  const answer = await request(`/api/photos/${id}/original`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ reason }),
  })
  const kind = /\.(png|webp)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'jpeg'
  return new Blob([await answer.arrayBuffer()], { type: `image/${kind}` })
}

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
