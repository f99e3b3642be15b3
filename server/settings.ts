import { z } from 'zod'

const blankIsAbsent = (value: unknown): unknown => (value === '' ? undefined : value)
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsAbsent, schema.optional())

const days = (standard: number) =>
  z.preprocess(
    blankIsAbsent,
    z.coerce
      .number({ error: 'is a number of days' })
      .int({ error: 'is a whole number of days' })
      .min(1, { error: 'is at least 1 day' })
      .max(3650, { error: 'is at most 3650 days' })
      .default(standard),
  )

/** The environment, each name with its standard. `.env.example` says the same in words, and a test holds it to that. */
export const Environment = z.object({
  PORT: z.preprocess(
    blankIsAbsent,
    z.coerce.number({ error: 'is a port number' }).int().min(0, { error: 'is a port number' }).max(65535).default(8080),
  ),
  HOST: z.preprocess(blankIsAbsent, z.string().default('127.0.0.1')),
  DATA_DIR: z.preprocess(blankIsAbsent, z.string().default('./data-dir')),
  DATABASE_URL: optional(
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, { error: 'begins with postgres:// (without it, SQLite in DATA_DIR is used)' }),
  ),
  CITY: optional(z.string().regex(/^\d{6}$/, { error: 'is the 6-digit area code of the city, e.g. 540626' })),
  MAP_APPROVAL: optional(z.string().max(60)),
  BASEMAP: optional(z.string().regex(/\.pmtiles$/, { error: 'is the path of a .pmtiles file' })),
  PUBLIC_URL: optional(
    z
      .string()
      .regex(/^https?:\/\/[^/\s]+$/, { error: 'is the address people use, without a path: https://map.example' }),
  ),
  WRITE_KEY: optional(
    z.string().regex(/^[\w.~+/=-]{32,200}$/, {
      error: 'is at least 32 letters, digits or -._~+/=, as from: openssl rand -hex 32',
    }),
  ),
  DATA_KEY: optional(
    z.string().regex(/^[A-Za-z0-9+/]{43}=(,[A-Za-z0-9+/]{43}=)*$/, {
      error:
        'is 32 bytes in base64, as from: openssl rand -base64 32; after a change of keys the new one, a comma, the old one',
    }),
  ),
  RETENTION_DAYS_COMPLAINANTS: days(365),
  RETENTION_DAYS_ORIGINALS: days(180),
  RETENTION_DAYS_POSITIONS: days(30),
  SCREEN_QUIET_HOURS: optional(
    z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, { error: 'is two times of day as 22:00-06:30' }),
  ),
  GUESTS: z.preprocess(blankIsAbsent, z.enum(['none', 'map'], { error: 'is one of none, map' }).default('none')),
  INSECURE_SIGN_IN: z.preprocess(blankIsAbsent, z.enum(['off', 'on'], { error: 'is one of off, on' }).default('off')),
  DEMO_SPEED: z.preprocess(
    blankIsAbsent,
    z.coerce
      .number({ error: 'is a number from 0 to 200' })
      .min(0, { error: 'is at least 0' })
      .max(200, { error: 'is at most 200' })
      .default(20),
  ),
  LOG_LEVEL: z.preprocess(
    blankIsAbsent,
    z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
        error: 'is one of fatal, error, warn, info, debug, trace, silent',
      })
      .default('info'),
  ),
})

export interface Settings {
  port: number
  host: string
  /** Folder of the embedded store, the lock and the base map. */
  dataDir: string
  /** PostgreSQL; absent means SQLite in `dataDir`. */
  databaseUrl: string | undefined
  /** 6-digit area code; absent means the city that is in the store. */
  city: string | undefined
  /** 审图号; absent is shown as missing in every map frame. */
  mapApproval: string | undefined
  /** Any PMTiles file, in place of the one in `dataDir`. */
  basemap: string | undefined
  /** Origin that stands in absolute addresses, behind a proxy; absent means what the request was sent to. */
  publicUrl: string | undefined
  /** What a machine sends to change things, `Authorization: Bearer …`; absent means that nobody can. */
  writeKey: string | undefined
  /** Keys of personal data at rest, the newest first; absent means DATA_DIR/data.key. */
  dataKey: string | undefined
  /** Days after the end of a case for which is kept who reported it, and what the cameras saw; and days for which places of crews are. */
  retentionDays: { complainants: number; originals: number; positions: number }
  /** In which a wall that tells nothing is no case (business time), over midnight where it ends before it begins; absent: never. */
  screenQuietHours: { from: string; to: string } | undefined
  /** What nobody in particular may read: nothing, or the map with its cases and inspections, none of which names a person. */
  guests: 'none' | 'map'
  /** Whether a password may cross a network in clear. */
  insecureSignIn: boolean
  /** How many times as fast as in life things happen in the demo; 0: nothing happens by itself. */
  demoSpeed: number
  logLevel: string
}

/** A setting that cannot be used, in words for the person who started the server. */
export class BadSetting extends Error {}

const shiftOf = (text: string | undefined): Settings['screenQuietHours'] =>
  text === undefined ? undefined : { from: text.slice(0, 5), to: text.slice(6) }

/** Not to be repeated on a screen or in a log: an address of a database holds a password. */
const SECRET = ['DATABASE_URL', 'WRITE_KEY', 'DATA_KEY']

/** Throws BadSetting, naming every variable at fault. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => {
      const name = String(path[0])
      const value = SECRET.includes(name) ? '…' : (environment[name] ?? '')
      return `  ${name}=${value}  ${name} ${message}`
    })
    throw new BadSetting(`These settings cannot be used (see .env.example):\n${faults.join('\n')}`)
  }
  const of = parsed.data
  return {
    port: of.PORT,
    host: of.HOST,
    dataDir: of.DATA_DIR,
    databaseUrl: of.DATABASE_URL,
    city: of.CITY,
    mapApproval: of.MAP_APPROVAL,
    basemap: of.BASEMAP,
    publicUrl: of.PUBLIC_URL,
    writeKey: of.WRITE_KEY,
    dataKey: of.DATA_KEY,
    retentionDays: {
      complainants: of.RETENTION_DAYS_COMPLAINANTS,
      originals: of.RETENTION_DAYS_ORIGINALS,
      positions: of.RETENTION_DAYS_POSITIONS,
    },
    screenQuietHours: shiftOf(of.SCREEN_QUIET_HOURS),
    guests: of.GUESTS,
    insecureSignIn: of.INSECURE_SIGN_IN === 'on',
    demoSpeed: of.DEMO_SPEED,
    logLevel: of.LOG_LEVEL,
  }
}
