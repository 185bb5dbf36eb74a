/** What is taught most with consult mode, touch by touch: for the tests, and for the clock. */
export interface Lesson {
  readonly name: string;
  /** Selectors of what is touched, in this order. */
  readonly touches: readonly string[];
  /** Run on the page: whether it is to be seen. */
  readonly shown: () => boolean;
  /** Touched afterwards, before the next lesson. */
  readonly after?: readonly string[];
}

/** Each begins where the one before has ended; the first at the pictures. */
export const lessons: readonly Lesson[] = [
  {
    name: 'which muscles turn the head right',
    touches: ['[data-diagram=neck]', '[data-form=turn-right]'],
    shown: () =>
      document.querySelector('h1')?.textContent === 'Torticollis to the right' &&
      ['sternocleidomastoid.left', 'splenius-capitis.right'].every((part) =>
        document.querySelector(`.stage .working[data-part="${part}"]`),
      ),
  },
  {
    name: 'and left',
    touches: ['[data-control=other-side]'],
    shown: () =>
      document.querySelector('h1')?.textContent === 'Torticollis to the left' &&
      document.querySelector('.stage .working[data-part="sternocleidomastoid.right"]') !== null &&
      /right side/.test(document.querySelector('.stage [aria-live]')?.textContent ?? ''),
  },
  {
    name: 'half of the movement',
    touches: ['[data-control=less]', '[data-control=less]'],
    shown: () => document.querySelector<HTMLInputElement>('[data-control=share]')?.value === '50',
  },
  {
    name: 'what one muscle does, and its nerve',
    touches: ['[data-tab=parts]', '[data-row="sternocleidomastoid.right"]'],
    shown: () =>
      ['Accessory nerve', 'Musculus sternocleidomastoideus'].every((text) =>
        document.querySelector('.panel')?.textContent?.includes(text),
      ),
  },
  {
    name: 'in which forms it works',
    touches: ['[data-works-in="tilt-right"]'],
    shown: () =>
      document.querySelector('h1')?.textContent === 'Laterocollis to the right' &&
      document.querySelector<HTMLInputElement>('[data-control=share]')?.value === '100',
  },
  {
    name: 'the neck from behind',
    touches: ['[data-tab=view]', '[data-view=back]'],
    shown: () => {
      const left = document.querySelector('[data-side=patient-left]')?.getBoundingClientRect();
      const right = document.querySelector('[data-side=patient-right]')?.getBoundingClientRect();
      return left !== undefined && right !== undefined && left.x < right.x;
    },
  },
  {
    name: 'the bones beneath',
    touches: ['[data-layer=muscle]'],
    shown: () =>
      document.querySelector('[data-layer=muscle]')?.getAttribute('aria-pressed') === 'false' &&
      !document.querySelector('.stage [data-part="trapezius.right"]'),
    after: ['[data-layer=muscle]'],
  },
  {
    name: 'the picture without words',
    touches: ['[data-control=names]'],
    shown: () => !document.querySelector('.callout'),
    after: ['[data-control=names]', '[data-view=front]'],
  },
  {
    name: 'two forms beside each other',
    touches: ['[data-tab=form]', '[data-control=compare]', '[data-form=back]'],
    shown: () =>
      [...document.querySelectorAll('[data-half]')].map(({ textContent }) => textContent?.trim()).join() ===
        'Laterocollis to the right,Retrocollis' &&
      document.querySelectorAll('[data-side=patient-left]').length === 2 &&
      document.querySelectorAll('.live canvas').length === 2,
    after: ['[data-control=compare]'],
  },
  {
    name: 'a voice that is pressed',
    touches: ['[data-diagram=voice-above]', '[data-form=adductor]'],
    shown: () =>
      document.querySelector('h1')?.textContent === 'Adductor type' &&
      document.querySelector('.stage .working[data-part="thyroarytenoid.left"]') !== null,
  },
];
