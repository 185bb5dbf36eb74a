import type { Movement } from '../movements.ts';

/** Of a right hand that plays a keyboard, or plucks strings. Which muscles work is to be reviewed by a clinician: [R] in the facts. */
export const MOVEMENTS: readonly Movement[] = [
  {
    diagram: 'hand-playing',
    pose: 'keyboard',
    from: 'rest',
    fact: 'C5 [MUS08]; muscles [R]',
    works: ['flexor-digitorum-profundus', 'flexor-digitorum-superficialis'],
    rests: ['extensor-digitorum', 'extensor-carpi-ulnaris', 'extensor-carpi-radialis'],
    shortens: ['flexor-digitorum-profundus', 'flexor-digitorum-superficialis'],
  },
  {
    diagram: 'hand-playing',
    pose: 'strings',
    from: 'strings-rest',
    fact: 'C5 [MUS08]; muscles [R]',
    works: ['flexor-digitorum-profundus', 'flexor-digitorum-superficialis'],
    rests: ['extensor-digitorum', 'extensor-carpi-ulnaris', 'extensor-carpi-radialis'],
    shortens: ['flexor-digitorum-profundus', 'flexor-digitorum-superficialis'],
  },
];
