/** What is made of the content for people who review and draw it: `docs/clinical-review.md`, `docs/pictures-wanted.md`. */
import { lessonsOf, sentencesOf, textOf, type Teaching } from './teaching.ts';

const MADE = '<!-- Made by `npm run content:report -- --write`. Do not change it by hand. -->';
const cell = (text: string): string => text.replaceAll('|', '\\|');

/** A checklist for a neurologist: every tour, what in it rests on no source that was seen, and its sources. */
export function clinicalReview({ tours, sources }: Teaching): string {
  const flagged = tours.flatMap(({ steps }) => steps.flatMap(({ file }) => file.needsReview ?? [])).length;
  return page([
    '# For the clinician who reviews',
    MADE,
    `All ${tours.length} tours await a clinician. ${flagged} sentences rest on general knowledge of the field or on editorial ` +
      'synthesis, and on no source that was seen: each has a box of its own. Tick what you agree with, and write what should be ' +
      'said instead beside what you do not. A tour is reviewed when every box of it is ticked; then change its `review` ' +
      '([Writing content](authoring.md)).',
    'Sides are the patient’s. Letters and numbers such as `C3` name sections of the dossier of facts.',
    ...tours.flatMap((tour) => [
      `## ${tour.words.title}`,
      `\`locales/en/tours/${tour.id}.json\``,
      ...tour.steps.flatMap((step) => {
        const doubts = step.file.needsReview ?? [];
        return [
          `### ${step.words.title}`,
          [
            ...(step.words.myth ? [`_Myth:_ ${step.words.myth}`] : []),
            ...sentencesOf(textOf({ ...step, words: { ...step.words, myth: undefined } })),
          ]
            .map((sentence) => {
              const doubt = doubts.find(
                (one) => one.sentence === sentence || `_Myth:_ ${one.sentence}` === sentence,
              );
              return doubt ? `- [ ] **${sentence}** (${doubt.line})` : `- ${sentence}`;
            })
            .join('\n'),
          `Facts ${step.file.facts.join(', ')}. Sources ${step.file.sources.join(', ') || 'none'}.`,
        ];
      }),
      '### Questions for the doctor',
      tour.words.ask.map((question) => `- [ ] ${question}`).join('\n'),
      '- [ ] The whole tour, its pictures and what they are said to show.',
    ]),
    '## Sources',
    Object.entries(sources)
      .map(([key, citation]) => `- **${key}** ${citation}`)
      .join('\n'),
  ]);
}

/** Pictures that steps ask for and the atlas does not have yet. */
export function picturesWanted({ tours }: Teaching): string {
  const wants = tours.flatMap(({ id, steps }) =>
    steps.flatMap(({ file }) => (file.wants ? [{ tour: id, step: file.id, ...file.wants }] : [])),
  );
  return page([
    '# Pictures that tours ask for',
    MADE,
    wants.length === 0
      ? 'None: every step has the picture that it asked for.'
      : `${wants.length} steps show a picture that serves until theirs is drawn.`,
    ...[...Map.groupBy(wants, ({ diagram }) => diagram)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([diagram, list]) => [
        `## ${diagram}`,
        [
          '| pose | names | for | what it shows |',
          '| --- | --- | --- | --- |',
          ...list.map(
            ({ pose, show, tour, step, note }) =>
              `| ${pose} | ${show.join(', ') || '–'} | ${tour}, ${step} | ${cell(note)} |`,
          ),
        ].join('\n'),
      ]),
  ]);
}

/** Fact → the sentence that teaches it, for a human judge. */
export function coverage(teaching: Teaching): string {
  return lessonsOf(teaching)
    .map(({ fact, tour, step, sentence }) => `${fact.padEnd(4)} ${`${tour}/${step}`.padEnd(44)} ${sentence}`)
    .join('\n');
}

const page = (paragraphs: readonly string[]): string => `${paragraphs.join('\n\n')}\n`;
