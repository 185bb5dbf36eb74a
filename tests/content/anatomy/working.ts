import { describe, expect, it } from 'vitest';
import { numbersOf } from '../../../src-renderer/diagram/model/poses.ts';
import { distance, drawnOf, lengthOf, middleLines } from './drawn.ts';
import { MOVEMENTS } from './movements/index.ts';

/** A working muscle has to become shorter by this share at least: more than rounding, and to be seen. */
const SHORTER_BY = 0.02;

/** The moving end of a working muscle has to go this far at least, cm. */
const MOVES_BY = 0.1;

describe.each(MOVEMENTS)('$diagram: $pose ($fact)', (movement) => {
  const drawn = drawnOf(movement.diagram);
  const pose = drawn.diagram.poses[movement.pose];
  const numbers = numbersOf(drawn.diagram, movement.pose);
  const before = numbersOf(drawn.diagram, movement.from);

  it('works the right muscles', () => {
    expect(pose?.working).toEqual(expect.arrayContaining([...movement.works]));
  });

  it('leaves their opponents at rest', () => {
    expect(movement.rests.filter((part) => pose?.working.includes(part))).toEqual([]);
    expect(movement.rests.filter((part) => !Object.hasOwn(drawn.diagram.parts, part))).toEqual([]);
  });

  it.each(movement.shortens)('shortens %s as drawn', (part) => {
    const lines = middleLines(drawn, part, numbers);
    const rest = middleLines(drawn, part, before);
    expect(lines.length).toBeGreaterThan(0);
    lines.forEach((line, index) => {
      expect(lengthOf(line)).toBeLessThan(lengthOf(rest[index]!) * (1 - SHORTER_BY));
    });
  });

  it.each(movement.shortens)('moves an end of %s', (part) => {
    const lines = middleLines(drawn, part, numbers);
    const rest = middleLines(drawn, part, before);
    const moved = lines.map((line, index) =>
      Math.max(distance(line[0]!, rest[index]![0]!), distance(line.at(-1)!, rest[index]!.at(-1)!)),
    );
    expect(Math.max(...moved)).toBeGreaterThan(MOVES_BY);
  });
});
