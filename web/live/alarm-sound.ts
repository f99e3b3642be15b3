/** Two tones, a fourth apart, three times: heard through talk, and over in two seconds. */
const TONES_HZ = [880, 1_174.7]
const TONE_S = 0.3
const TIMES = 3
const LOUDNESS = 0.25

let context: AudioContext | undefined

/** Sounds the alarm. False where the browser stays silent until somebody has clicked on the page: then the screen has to say so. */
export async function soundAlarm(): Promise<boolean> {
  if (typeof AudioContext === 'undefined') return false
  context ??= new AudioContext()
  // Without a click `resume` may wait for ever.
  if (context.state !== 'running') await Promise.race([context.resume(), new Promise((done) => setTimeout(done, 300))])
  if (context.state !== 'running') return false
  const start = context.currentTime
  for (let n = 0; n < TIMES * TONES_HZ.length; n++)
    playTone(context, TONES_HZ[n % TONES_HZ.length] ?? 0, start + n * TONE_S)
  return true
}

function playTone(on: AudioContext, hertz: number, at: number): void {
  const [tone, volume] = [on.createOscillator(), on.createGain()]
  tone.frequency.value = hertz
  // A tone that is cut off clicks.
  volume.gain.setValueAtTime(0, at)
  volume.gain.linearRampToValueAtTime(LOUDNESS, at + 0.02)
  volume.gain.linearRampToValueAtTime(0, at + TONE_S - 0.02)
  tone.connect(volume).connect(on.destination)
  tone.start(at)
  tone.stop(at + TONE_S)
}
