/** Content like the shipped content, only more of it: valid, and every picture with bytes of its own. */
import { access, cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { DiagramsWords, LocaleFile } from '../../../src-main/contract/words.ts';
import type { TourFile } from '../../../src-main/contract/structure.ts';

/** Copies the project's content into one folder, its baked stills among it. */
export async function copyContent(from: string, into: string): Promise<void> {
  for (const name of ['assets', 'locales', 'dist/atlas/assets']) {
    const target = path.join(into, path.basename(name));
    const isThere = await access(path.join(from, name)).then(
      () => true,
      () => false,
    );
    if (isThere) await cp(path.join(from, name), target, { recursive: true });
  }
}

/** Makes a content folder hold `times` as many tours and diagrams, with their words in all of its languages. */
export async function growTours(folder: string, times: number): Promise<void> {
  const at = (...parts: string[]): string => path.join(folder, ...parts);
  const diagrams = await readdir(at('assets/diagrams'));
  const tours = await readdir(at('assets/tours'));
  const tags = await readdir(at('locales'));
  for (let copy = 2; copy <= times; copy++) {
    for (const id of diagrams)
      await copyDiagram(at('assets/diagrams', id), at('assets/diagrams', renamed(id, copy)), copy);
    for (const file of tours) {
      const tour = await readJson<TourFile>(at('assets/tours', file));
      const name = `${renamed(path.basename(file, '.json'), copy)}.json`;
      await writeJson(at('assets/tours', name), copyOfTour(tour, copy));
      for (const tag of tags) await cp(at('locales', tag, 'tours', file), at('locales', tag, 'tours', name));
    }
  }
  for (const tag of tags) {
    const file = at('locales', tag, 'diagrams.json');
    await writeJson(file, copiesOfWords(await readJson<DiagramsWords>(file), times));
  }
}

/** Writes `count` further languages, made of those of a content folder in turn, into another or the same one. */
export async function addLanguages(from: string, into: string, count: number): Promise<void> {
  const tags = await readdir(path.join(from, 'locales'));
  for (let index = 0; index < count; index++) {
    const source = path.join(from, 'locales', tags[index % tags.length]!);
    const tag = inventedTag(index);
    const target = path.join(into, 'locales', tag);
    await mkdir(target, { recursive: true });
    await cp(source, target, { recursive: true });
    const locale = await readJson<LocaleFile>(path.join(source, 'locale.json'));
    await writeJson(path.join(target, 'locale.json'), { ...locale, tag, name: `${locale.name} ${tag}` });
  }
}

/** A language tag that stands for no language: `qaa`, `qab` … `qtz` are for private use. */
export function inventedTag(index: number): string {
  const letter = (value: number): string => String.fromCharCode('a'.charCodeAt(0) + value);
  return `q${letter(Math.floor(index / 26))}${letter(index % 26)}`;
}

const renamed = (id: string, copy: number): string => `${id}-${copy}`;

export function copyOfTour(tour: TourFile, copy: number): TourFile {
  const shown = <Scene extends { diagram: string }>(scene: Scene): Scene => ({
    ...scene,
    diagram: renamed(scene.diagram, copy),
  });
  // A place on the home picture leads to one tour only.
  const { place, ...rest } = tour;
  return {
    ...rest,
    scene: shown(tour.scene),
    steps: tour.steps.map(shown),
    ...(tour.related && { related: tour.related.map((id) => renamed(id, copy)) }),
  };
}

const copiesOfWords = (words: DiagramsWords, times: number): DiagramsWords =>
  Object.fromEntries(
    Object.entries(words).flatMap(([id, names]) =>
      Array.from({ length: times }, (_, index) => [index === 0 ? id : renamed(id, index + 1), names]),
    ),
  );

async function copyDiagram(from: string, into: string, copy: number): Promise<void> {
  await cp(from, into, { recursive: true });
  for (const name of await readdir(into)) {
    if (!name.endsWith('.webp')) continue;
    const file = path.join(into, name);
    // Equal pictures would be kept once.
    await writeFile(file, Buffer.concat([await readFile(file), Buffer.from(String(copy))]));
  }
}

const readJson = async <Value>(file: string): Promise<Value> =>
  JSON.parse(await readFile(file, 'utf8')) as Value;

const writeJson = (file: string, value: unknown): Promise<void> =>
  writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
