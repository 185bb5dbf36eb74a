import type { Clock } from './clock.ts';

/** Two notes that rise, as a question does: G4 and C5, Hz. */
const NOTES = [392, 523.25] as const;
/** From one note to the next, and until one has died away, s. */
const [APART, DECAY] = [0.35, 1.1];
/** A note swells so long that nobody starts, s. */
const ATTACK = 0.06;
/** The share of full loudness that a note has at the loudest setting: softer than a voice. */
const LOUDEST = 0.25;
/** Both notes, and the silence after them, ms. */
const WHOLE_MS = 2_000;
/** An exponential cannot reach nothing; this is not heard. */
const SILENCE = 0.0001;

/**
 * Sounds a question, for who does not look. A machine without sound stays silent, and the question is seen.
 * @param volume share of the loudest, 0 to 1
 */
export function chime(volume: number, clock: Clock): void {
  if (volume <= 0) return;
  try {
    const context = new AudioContext();
    ring(context, volume);
    // Not by its end, which a page that may not sound yet never comes to.
    clock.after(WHOLE_MS, () => void context.close());
  } catch {
    // There is no device.
  }
}

/** @param volume share of the loudest, 0 to 1 */
export function ring(context: BaseAudioContext, volume: number): void {
  for (const [at, frequency] of NOTES.entries()) {
    const start = context.currentTime + at * APART;
    const loudness = new GainNode(context, { gain: SILENCE });
    loudness.gain.setValueAtTime(SILENCE, start);
    loudness.gain.exponentialRampToValueAtTime(volume * LOUDEST, start + ATTACK);
    loudness.gain.exponentialRampToValueAtTime(SILENCE, start + DECAY);
    const note = new OscillatorNode(context, { frequency });
    note.connect(loudness).connect(context.destination);
    note.start(start);
    note.stop(start + DECAY);
  }
}
