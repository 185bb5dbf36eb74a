import { describe, expect, it } from 'vitest';
import { readLayer } from '../../src-main/content/layer.ts';
import { makeLibrary } from '../../src-main/content/library.ts';
import { faultLine } from '../../src-main/faults.ts';
import { addLanguages, growTours, inventedTag } from '../bench/library/grow.ts';
import { readOptions } from '../bench/options.ts';
import { countFrames } from '../bench/page/frames.ts';
import { cpuBetween } from '../bench/page/processes.ts';
import { cell, goalTable } from '../bench/report.ts';
import { Sheet } from '../bench/sheet.ts';
import { median, quantile } from '../bench/statistics.ts';
import { goodTree, writeTree } from '../fixtures/content.ts';

describe('the options of npm run bench', () => {
  const targets = ['floor-blank', 'tonos'];

  it('measure everything unless told otherwise', () => {
    const options = readOptions([], targets);
    expect(options.parts).toEqual(['page', 'pictures', 'use', 'library', 'start', 'ink', 'consult']);
    expect(options).toMatchObject({ targets: undefined, repeat: 3, idle: 24, out: 'results' });
  });

  it('take parts and pages by name; a page means the part that measures it', () => {
    expect(readOptions(['--only', 'start,tonos'], targets)).toMatchObject({
      parts: ['page', 'start'],
      targets: ['tonos'],
    });
  });

  it('let a number win over the quick round', () => {
    expect(readOptions(['--quick', '--repeat', '2'], targets)).toMatchObject({ repeat: 2, loads: 2 });
  });

  it.each([
    [
      '--only',
      'nothing',
      'There is no "nothing". Choose from: page, pictures, use, library, start, ink, consult, floor-blank, tonos.',
    ],
    ['--repeat', '0', '--repeat must be a number of at least 1, not "0".'],
    ['--idle', 'long', '--idle must be a number of at least 1, not "long".'],
  ])('refuse %s %s', (name, value, message) => {
    expect(() => readOptions([name, value], targets)).toThrow(message);
  });
});

describe('the figures', () => {
  it('are medians with the range of their repetitions', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(median([])).toBeUndefined();
    expect(quantile([5, 1, 2, 3, 4], 0.98)).toBe(5);
    expect(quantile([1], 0)).toBe(1);
    expect(cell([3, 1, 2], 2, 0)).toBe('2 [1–3]');
    expect(cell([1.01, 1.02], 1.015, 1)).toBe('1.0');
    expect(cell([], undefined, 0)).toBe('–');
  });

  it('are compared by column, and what was not measured stays open', () => {
    const sheet = new Sheet('Sheet', { time: { title: 'time', digits: 0, meaning: '' } });
    for (const time of [10, 30, 20]) sheet.add('ours', { time });
    for (const time of [10, 10, 40]) sheet.add('theirs', { time });
    sheet.add('theirs', { time: undefined });
    sheet.add('theirs', { time: NaN });
    expect(sheet.ratio('time', 'ours', 'theirs')).toEqual({ value: 2, best: 1 });
    expect(sheet.ratio('time', 'ours', 'nobody')).toEqual({ value: undefined, best: undefined });
  });

  it('stand beside their goals', () => {
    const goal = { limit: 2, unit: '×' };
    const lines = goalTable([
      { ...goal, what: 'a', value: 2, best: 1 },
      { ...goal, what: 'b', value: 2.5 },
      { ...goal, what: 'c', value: undefined },
    ]).split('\n');
    expect(lines.slice(-3)).toEqual([
      '| a | ≤ 2 × | 2.00 × | 1.00 × | met |',
      '| b | ≤ 2 × | 2.50 × | – | **missed** |',
      '| c | ≤ 2 × | – | – | not measured |',
    ]);
  });
});

it('CPU is that of all processes of the browser, ended and new ones as far as they are known', () => {
  const times = (at: number, machine: number, ...processes: [number, string, number][]) => ({
    at,
    machine,
    processes: new Map(processes.map(([id, kind, seconds]) => [id, { kind, seconds }])),
  });
  const before = times(0, 10, [1, 'browser', 1], [2, 'renderer', 2]);
  const after = times(2000, 12, [1, 'browser', 1.2], [2, 'renderer', 2.4], [3, 'GPU', 0.4]);
  const cpu = cpuBetween(before, after);
  expect(cpu.seconds).toBeCloseTo(1);
  expect(cpu.all).toBeCloseTo(50);
  expect(cpu.renderer).toBeCloseTo(20);
  expect(cpu.gpu).toBeCloseTo(20);
  expect(cpu.others).toBeCloseTo(50);
});

it('a frame counts once, when a renderer presented it', () => {
  const span = (pid: number, frame: number, state: string) => ({
    name: 'PipelineReporter',
    ph: 'b',
    pid,
    args: { frame_reporter: { state, layer_tree_host_id: 1, frame_source: 1, frame_sequence: frame } },
  });
  const process = (pid: number, name: string) => ({ name: 'process_name', ph: 'M', pid, args: { name } });
  const events = [
    ...[process(1, 'Renderer'), process(2, 'Browser')],
    ...[span(1, 1, 'STATE_PRESENTED_ALL'), span(1, 1, 'STATE_PRESENTED_PARTIAL')],
    ...[span(1, 2, 'STATE_PRESENTED_PARTIAL'), span(1, 3, 'STATE_DROPPED')],
    ...[span(1, 4, 'STATE_NO_UPDATE_DESIRED'), span(2, 5, 'STATE_PRESENTED_ALL')],
  ];
  expect(countFrames(events)).toBe(2);
});

describe('grown content', () => {
  it('is valid, and as much as it says', async () => {
    const folder = await writeTree(goodTree());
    await growTours(folder, 3);
    await addLanguages(folder, folder, 4);
    const { library, faults } = makeLibrary([await readLayer(folder, '')]);
    expect(faults.filter(({ severity }) => severity === 'error').map(faultLine)).toEqual([]);
    expect(library?.tours.size).toBe(6);
    expect(library?.diagrams.size).toBe(6);
    expect(library?.pictures.size).toBe(6);
    expect(library?.locales.map(({ tag }) => tag)).toEqual(['en', 'es', 'qaa', 'qab', 'qac', 'qad']);
    expect(library?.tours.get('neck-3')?.steps[0]?.diagram).toBe('neck-3');
  });

  it('has language tags that stand for no language', () => {
    expect([0, 25, 26, 97].map(inventedTag)).toEqual(['qaa', 'qaz', 'qba', 'qdt']);
    expect(Intl.getCanonicalLocales('qdt')).toEqual(['qdt']);
  });
});
