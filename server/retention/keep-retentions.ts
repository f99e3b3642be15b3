import { Cron } from 'croner'
import type { Logger } from 'pino'
import type { RetentionRun } from '../contract/retention.ts'

/** Ten past three: the desks are empty, and the day is over in Asia/Shanghai. */
const EVERY_NIGHT = '10 3 * * *'

/** Runs at once, for the nights on which the machine was off, and then every night; one run at a time. Returns what ends it, waiting for a run
 *  that is under way. */
export function keepRetentions(
  run: () => Promise<RetentionRun>,
  log: Pick<Logger, 'info' | 'error'>,
): () => Promise<void> {
  let running: Promise<void> | undefined
  const start = (): Promise<void> => {
    running ??= run()
      .then(
        ({ gone }) => log.info({ gone }, 'retention'),
        (error: unknown) => log.error({ err: error }, 'personal data past its days was not deleted'),
      )
      .finally(() => {
        running = undefined
      })
    return running
  }
  const nightly = new Cron(EVERY_NIGHT, { timezone: 'Asia/Shanghai', unref: true }, start)
  void start()
  return async () => {
    nightly.stop()
    await running
  }
}
