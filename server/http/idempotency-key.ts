import { z } from '@hono/zod-openapi'

/** draft-ietf-httpapi-idempotency-key-header; a plain word is taken as well as the quoted one that it asks for. */
export const IdempotencyKeyHeader = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/, { error: 'give 1 to 200 visible ASCII characters, e.g. a UUID' })
  .optional()
  .openapi({
    description:
      'A word of the caller’s own. The same request under the same key is done once, and answered the same for 24 hours; ' +
      '`Idempotency-Replayed: true` says so.',
    example: '5f0c9c0e-2f7a-4a3c-9a58-0d6f2f7f8f11',
  })
