import type { Context } from 'hono'

/** Scheme and host for absolute addresses: what people use when a proxy stands in front, else what this request was sent to. */
export const originOf = (c: Context, publicUrl: string | undefined): string => publicUrl ?? new URL(c.req.url).origin
