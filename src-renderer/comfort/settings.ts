/** What can be set for comfort, by the key of its words: those of `Wishes`, the language, and the voice. */
export type SettingName =
  | 'theme'
  | 'warm'
  | 'text'
  | 'spacing'
  | 'calm'
  | 'tilt'
  | 'touch'
  | 'hold'
  | 'fit'
  | 'hand'
  | 'low'
  | 'language'
  | 'listen';

export interface SettingPage {
  /** Key of its name. */
  readonly name: 'light' | 'letters' | 'motion' | 'touch' | 'sides' | 'voice';
  readonly settings: readonly SettingName[];
}

/**
 * The settings in pages of one to three: few enough for the smallest panel and the largest text, so that no setting
 * moves away under the finger that changes it, and at most six choices stand on a page.
 * @param has what the panel and the kiosk have a use for; `six`: there is room for the names of six pages; else the voice
 *   is set where the words are, the language where the sides are, and the tilt with what moves
 */
export function settingPages(has: {
  readonly low: boolean;
  readonly language: boolean;
  readonly voice: boolean;
  readonly six: boolean;
}): readonly SettingPage[] {
  const where = (is: boolean, ...names: SettingName[]): SettingName[] => (is ? names : []);
  return [
    { name: 'light', settings: ['theme', 'warm'] },
    {
      name: 'letters',
      settings: [
        'text',
        'spacing',
        ...where(has.six && has.language, 'language'),
        ...where(!has.six && has.voice, 'listen'),
      ],
    },
    { name: 'motion', settings: ['calm', ...where(!has.six, 'tilt')] },
    { name: 'touch', settings: ['touch', 'hold', 'fit'] },
    {
      name: 'sides',
      settings: [
        'hand',
        ...where(has.low, 'low'),
        ...where(has.six, 'tilt'),
        ...where(!has.six && has.language, 'language'),
      ],
    },
    ...(has.six && has.voice ? [{ name: 'voice', settings: ['listen'] } as const] : []),
  ];
}
