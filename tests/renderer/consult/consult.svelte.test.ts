import { beforeEach, describe, expect, it } from 'vitest';
import type { Diagram } from '../../../src-main/contract/api.ts';
import { Consult, MOST_KEPT } from '../../../src-renderer/consult/consult.svelte.ts';
import { HeldClock } from '../../doubles/held-clock.ts';
import { pageDouble } from '../page-double.ts';

const part = { layer: 'muscle' as const };
const diagram = (id: string, more: Partial<Diagram> = {}): Diagram => ({
  id,
  size: [1280, 1152],
  parts: { 'a.left': part, 'a.right': part },
  layers: ['skin', 'muscle'],
  hidden: ['skin'],
  ghost: 0,
  parameters: { turn: { least: -60, most: 60, sided: true } },
  poses: {
    rest: { parameters: {}, activation: {}, working: [] },
    turn: { parameters: { turn: 40 }, activation: { 'a.left': 1 }, working: ['a.left'] },
  },
  views: {
    front: { orbit: 0, elevation: 0, centre: [0, 0, 0], height: 40, without: [] },
    back: { orbit: 180, elevation: 0, centre: [0, 0, 0], height: 40, without: [] },
  },
  motions: {},
  pictures: {},
  drawn: true,
  ...more,
});
const poses = { rest: 'At rest', turn: 'Torticollis' };
const words = { neck: { title: 'Neck', parts: {}, poses }, jaw: { title: 'Jaw', parts: {}, poses } };

let consult: Consult;
let clock: HeldClock;

beforeEach(async () => {
  const { page } = pageDouble({ '/content/v1/words/en/diagrams': { words, from: {} } });
  await page.words.need('diagrams');
  clock = new HeldClock();
  const diagrams = new Map(['neck', 'jaw'].map((id) => [id, diagram(id)]));
  consult = new Consult({ clock, words: page.words, diagrams });
});

describe('a consultation', () => {
  it('begins with the first picture at rest', () => {
    expect(consult.picture).toEqual({ diagram: 'neck', form: 'rest', other: false, share: 1 });
    expect(consult.forms).toEqual(['rest', 'turn']);
    expect([consult.canMove, consult.hasOther, consult.isCompared]).toEqual([false, false, false]);
  });

  it('shows a form, its other side, and how much of it', () => {
    consult.choose('turn');
    consult.turnSide();
    expect(consult.formOf(consult.picture).working).toEqual(['a.right']);
    expect(consult.numbersOf(consult.picture).parameters).toEqual({ turn: -40 });
    consult.slide(0.25);
    expect(consult.numbersOf(consult.picture).parameters).toEqual({ turn: -10 });
    expect(consult.numbersOf(consult.picture).activation['a.right']).toBeCloseTo(0.25);
    consult.slide(7);
    expect(consult.share).toBe(1);
  });

  it('plays from where it stands, and stays where it is paused', () => {
    consult.choose('turn');
    consult.slide(0.5);
    consult.play();
    expect(consult.isMoving).toBe(true);
    const player = consult.playerOf(0)!;
    expect(player.numbersAt!(player.time).parameters['turn']).toBeCloseTo(20);
    clock.pass(650);
    consult.pause();
    expect(consult.share).toBeCloseTo(0.84, 1);
    expect(clock.waiting).toBe(0);
  });

  it('compares two, each with its own form, under one way of looking', () => {
    consult.choose('turn');
    consult.compare();
    expect(consult.pictures.map(({ other }) => other)).toEqual([false, true]);
    expect(consult.at).toBe(1);
    consult.show('jaw');
    consult.turnTo(0);
    consult.choose('rest');
    expect(consult.pictures.map(({ diagram, form }) => `${diagram} ${form}`)).toEqual([
      'neck rest',
      'jaw rest',
    ]);
    consult.step({ orbit: 20 });
    expect(consult.pictures.map((picture) => consult.eyeOf(picture)?.orbit)).toEqual([20, 20]);
    consult.look('back');
    expect(consult.pictures.map(consult.viewOf)).toEqual(['back', 'back']);
    expect(consult.eyeOf(consult.picture)).toBeUndefined();
    consult.compare();
    expect(consult.pictures).toHaveLength(1);
    expect(consult.picture.diagram).toBe('neck');
  });

  it('lays layers aside in one picture alone', () => {
    consult.hide(['muscle']);
    expect(consult.hiddenOf(consult.picture)).toEqual(['muscle']);
    consult.show('jaw');
    expect(consult.hiddenOf(consult.picture)).toEqual(['skin']);
  });

  it('tells of a part until another picture comes', () => {
    consult.tell('a.left');
    expect([consult.part, consult.tab]).toEqual(['a.left', 'parts']);
    consult.show('jaw');
    expect(consult.part).toBeUndefined();
  });

  it('keeps pictures for the sheet, as many as it takes', async () => {
    await expect(consult.snapshot()).rejects.toThrow();
    consult.painter = () =>
      Promise.resolve({ diagram: 'neck', pose: 'turn', share: 1, title: '', image: new Blob(), words: [] });
    for (let times = 0; times < 6; times++) await consult.keep();
    expect(consult.kept).toHaveLength(MOST_KEPT);
  });

  it('leaves nothing when the visit ends', () => {
    consult.choose('turn');
    consult.ink.begin('0:neck').points.push(0, 0, 0, 1);
    consult.play();
    consult.close();
    expect([clock.waiting, consult.kept.length]).toEqual([0, 0]);
    expect(consult.ink.pageOf('0:neck').strokes).toEqual([]);
  });
});
