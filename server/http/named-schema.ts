import type { z } from '@hono/zod-openapi'

/** A schema of the contract under a name of its own in the OpenAPI document. The copy is made here because the contract knows
 *  zod alone, and only a schema made after zod was extended can be named. */
export const named = <T extends z.ZodType>(name: string, schema: T): T => (schema.clone() as T).openapi(name)
