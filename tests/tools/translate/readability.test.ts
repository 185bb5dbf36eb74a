import { describe, expect, it } from 'vitest';
import { countsOf, hardships, syllablesOf } from '../../../tools/translate/readability.ts';

describe('syllables', () => {
  it.each([
    ['es', 'distonía', 4],
    ['es', 'cuello', 2],
    ['es', 'que', 1],
    ['es', 'aeropuerto', 5],
    ['es', 'guía', 2],
    ['pt', 'mão', 1],
    ['pt', 'distonia', 3],
    ['pt', 'água', 2],
    ['fr', 'tête', 1],
    ['fr', 'muscle', 1],
    ['fr', 'dystonie', 3],
    ['fr', 'beauté', 2],
    ['de', 'Kopfwender', 3],
    ['de', 'Auge', 2],
    ['de', 'Straße', 2],
    ['en', 'muscle', 2],
    ['ar', 'رقبة', 1],
  ])('of %s “%s”: %i', (language, word, count) => {
    expect(syllablesOf(word, language)).toBe(count);
  });
});

it('counts words and sentences, long and short', () => {
  expect(countsOf('Der Kopf dreht sich. Die Muskulatur zieht.', 'de')).toEqual({
    sentences: 2,
    words: 7,
    syllables: 10,
    long: 1,
    monosyllables: 6,
    manyLetters: 1,
  });
});

describe('what makes a text hard', () => {
  it.each([
    ['en', 'The head turns. The neck pulls.', 0],
    ['en', 'Pathophysiological heterogeneity necessitates multidisciplinary reconsideration.', 1],
    ['fr', 'La tête tourne. Le cou tire. Cela fait mal.', 0],
    ['fr', 'L’hétérogénéité phénoménologique nécessite une réévaluation multidisciplinaire.', 1],
    ['de', 'Der Kopf dreht sich. Der Hals zieht.', 0],
    ['de', 'Bewegungsstörungen beeinträchtigen selbstverständliche Alltagsverrichtungen.', 1],
    ['pt-BR', 'A mão treme. O braço dói.', 0],
    ['pt-BR', 'A heterogeneidade fenomenológica condiciona interpretações multidisciplinares.', 1],
    ['ar', 'الرأس يدور. الرقبة تؤلم.', 0],
    ['ar', `${'كلمة '.repeat(16)}.`, 1],
    ['hi', `${'शब्द '.repeat(16)}।`, 1],
    ['zh-Hans', '头部转动，颈部用力。', 0],
    ['zh-Hans', `${'肌肉用力拉动头部'.repeat(4)}。`, 1],
  ])('in %s: %s', (tag, text, found) => {
    expect(hardships(text, tag)).toHaveLength(found);
  });

  it('are not the words that the glossary explains', () => {
    const term = 'Multidisziplinäre Bewegungsstörungsspezialambulanz';
    expect(hardships(`[[x|${term}]] hilft.`, 'de')).toEqual([]);
    expect(hardships(`${term} hilft.`, 'de')).toHaveLength(1);
  });
});
