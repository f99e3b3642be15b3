import { badParameter } from './refusals.ts'

/** Instants in UTC. The city of a moment to come is in no log. */
export function refuseFuture(at: string, now: Date): void {
  if (at > now.toISOString())
    throw badParameter('at', '"at" lies in the future; leave it out for the city as it is now', 'future-at')
}
