/** What is asked of a voice; the browser's voices have more. */
export interface Voice {
  readonly lang: string;
  /** Speaks without a network. */
  readonly localService: boolean;
  /** The machine's own choice. */
  readonly default: boolean;
}

/**
 * The voice for a language: of those on the machine alone, the one of the very region, else the machine's own choice, else the
 * first; a voice of another writing is one of another language.
 */
export function voiceFor<V extends Voice>(voices: readonly V[], lang: string): V | undefined {
  const wanted = readTag(lang);
  if (!wanted) return undefined;
  const fitting = voices.filter((voice) => {
    const tag = readTag(voice.lang);
    return voice.localService && tag?.language === wanted.language && tag.script === wanted.script;
  });
  const near = fitting.filter((voice) => readTag(voice.lang)?.region === wanted.region);
  return near.find(isDefault) ?? near[0] ?? fitting.find(isDefault) ?? fitting[0];
}

const isDefault = (voice: Voice): boolean => voice.default;

/** Some engines write `en_US`, and some what is no tag at all. */
function readTag(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-')).maximize();
  } catch {
    return undefined;
  }
}
