import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { freePort } from './free-port.ts'
import { missing } from './peer.ts'
import type { PostGis } from './start-postgis.ts'

export interface MapServer {
  version: string
  port: number
  /** Of the web server, which has the mapserv processes below it. */
  pid: number
  stop(): Promise<void>
}

const MAPSERV = ['/usr/lib/cgi-bin/mapserv', '/usr/bin/mapserv']
const LIGHTTPD = ['/usr/sbin/lighttpd', '/usr/bin/lighttpd']

/** As many as connections of the other peer's pool. */
const PROCESSES = 4

/** MapServer over the same table, as FastCGI processes behind lighttpd that keep their connection: it has no HTTP server of its own.
 *  Undefined, and said aloud, where it is not installed. */
export async function startMapServer(postgis: PostGis, layer: string): Promise<MapServer | undefined> {
  const [mapserv, lighttpd] = [MAPSERV.find(existsSync), LIGHTTPD.find(existsSync)]
  if (!mapserv || !lighttpd) return missing('MapServer behind lighttpd', 'cgi-mapserver lighttpd')
  const folder = mkdtempSync(join(tmpdir(), 'gridkeeper-mapserver-'))
  const port = await freePort()
  writeFileSync(join(folder, 'plain.map'), mapFile(postgis.url, layer, 'id,status,state,roadClass'))
  writeFileSync(join(folder, 'named.map'), mapFile(postgis.url, layer, 'id,name,status,state,roadClass'))
  writeFileSync(join(folder, 'mapserver.conf'), configFile(folder))
  writeFileSync(join(folder, 'lighttpd.conf'), webFile(folder, port, mapserv))
  const server = spawn(lighttpd, ['-D', '-f', join(folder, 'lighttpd.conf')], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  server.stderr.on('data', (text) => {
    said = `${said}${text}`.slice(-4_000)
  })
  const onExit = () => server.kill()
  process.once('exit', onExit)
  const stop = async () => {
    process.off('exit', onExit)
    server.kill()
    if (server.exitCode === null && server.signalCode === null) await once(server, 'exit')
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await answering(port, server, () => said)
  } catch (error) {
    await stop()
    throw error
  }
  return { version: `${wordsOf(mapserv, 2)} (${wordsOf(lighttpd, 1)})`, port, pid: server.pid ?? 0, stop }
}

/** `MapServer 8.0.0` of "MapServer version 8.0.0 OUTPUT=…", `lighttpd/1.4.69` of "lighttpd/1.4.69 (ssl) …". */
function wordsOf(program: string, words: number): string {
  const text = execFileSync(program, ['-v'], { encoding: 'utf8' }).replace('version ', '')
  return text.split(/\s+/).slice(0, words).join(' ')
}

/** No buffer around the tile and no drawing rules: a tile holds what stands in it, with the attributes of ours. */
function mapFile(url: string, layer: string, attributes: string): string {
  const { hostname, port, username, pathname } = new URL(url)
  return `MAP
  NAME "things"
  SIZE 512 512
  EXTENT -20037508.34 -20037508.34 20037508.34 20037508.34
  PROJECTION "epsg:3857" END
  OUTPUTFORMAT
    NAME "mvt"
    DRIVER "MVT"
    MIMETYPE "application/vnd.mapbox-vector-tile"
    FORMATOPTION "EXTENT=4096"
    FORMATOPTION "EDGE_BUFFER=0"
  END
  LAYER
    NAME "${layer}"
    TYPE POINT
    STATUS ON
    CONNECTIONTYPE POSTGIS
    CONNECTION "host=${hostname} port=${port} user=${username} dbname=${pathname.slice(1)}"
    DATA "geom from things using unique number using srid=3857"
    PROCESSING "CLOSE_CONNECTION=DEFER"
    PROJECTION "epsg:3857" END
    EXTENT -20037508.34 -20037508.34 20037508.34 20037508.34
    METADATA
      "gml_include_items" "${attributes}"
    END
    CLASS
      STYLE COLOR 0 0 0 END
    END
  END
END
`
}

const configFile = (folder: string): string => `CONFIG
  ENV
    MS_MAP_PATTERN "."
  END
  MAPS
    plain "${folder}/plain.map"
    named "${folder}/named.map"
  END
END
`

/** A waiting mapserv takes no notice of SIGTERM, so lighttpd ends its own with SIGKILL. */
const webFile = (folder: string, port: number, mapserv: string): string => `
server.bind = "127.0.0.1"
server.port = ${port}
server.document-root = "${folder}"
server.errorlog = "${folder}/error.log"
server.max-keep-alive-requests = 1000000
server.modules = ( "mod_fastcgi" )
fastcgi.server = ( "/mapserv" => ((
  "bin-path" => "${mapserv}",
  "socket" => "${folder}/mapserv.socket",
  "max-procs" => ${PROCESSES},
  "check-local" => "disable",
  "kill-signal" => 9,
  "bin-environment" => ( "MAPSERVER_CONFIG_FILE" => "${folder}/mapserver.conf" )
)))
`

async function answering(port: number, server: ChildProcess, said: () => string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (server.exitCode !== null) throw new Error(`lighttpd did not start:\n${said()}`)
    try {
      await fetch(`http://127.0.0.1:${port}/mapserv`)
      return
    } catch {
      await setTimeout(100)
    }
  }
  throw new Error(`lighttpd does not answer after 10 s:\n${said()}`)
}
