import type { Speaker } from './speaker.ts';
import { voiceFor } from './voices.ts';

/**
 * The voices that the browser finds on the machine; a browser without speech has none.
 * @param volume share of the loudest, 0 to 1
 */
export function browserSpeaker(window: Window, volume: () => number): Speaker {
  const synthesis = window.speechSynthesis as SpeechSynthesis | undefined;
  if (!synthesis)
    return { speaks: () => false, watchVoices: () => () => undefined, say: () => () => undefined };
  /** Held here, since the browser forgets the events of an utterance that nobody holds. */
  let said: SpeechSynthesisUtterance | undefined;
  // The voice would outlive the page that it reads.
  window.addEventListener('pagehide', () => said && synthesis.cancel());

  return {
    speaks: (lang) => voiceFor(synthesis.getVoices(), lang) !== undefined,

    watchVoices(call) {
      synthesis.addEventListener('voiceschanged', call);
      return () => synthesis.removeEventListener('voiceschanged', call);
    },

    say({ text, lang, rate }, on) {
      const voice = voiceFor(synthesis.getVoices(), lang);
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = voice ?? null;
      utterance.lang = voice?.lang ?? lang;
      utterance.rate = rate;
      utterance.volume = volume();
      const told =
        <E extends Event>(tell: (event: E) => void) =>
        (event: E) => {
          if (said === utterance) tell(event);
        };
      const last = (tell: () => void) =>
        told(() => {
          said = undefined;
          tell();
        });
      utterance.addEventListener('start', told(on.begun));
      utterance.addEventListener(
        'boundary',
        told(({ name, charIndex, charLength }: SpeechSynthesisEvent) => {
          if (name === 'word') on.word(charIndex, charLength);
        }),
      );
      utterance.addEventListener('end', last(on.ended));
      utterance.addEventListener('error', last(on.failed));
      // Another page, or a pause that nobody ended, may have left the engine so.
      if (synthesis.speaking || synthesis.pending) synthesis.cancel();
      synthesis.resume();
      said = utterance;
      synthesis.speak(utterance);
      return () => {
        if (said !== utterance) return;
        said = undefined;
        synthesis.cancel();
      };
    },
  };
}
