import { expect, it } from 'vitest';
import { programs, systemPrograms } from '../../../src-main/printing/programs.ts';

it('has a reason for each program', () => {
  for (const { why } of programs) expect(why).toMatch(/^[A-Z].*\.$/);
});

it('runs no program that is not listed', async () => {
  await expect(systemPrograms(process.env)('sh', ['-c', 'true'])).rejects.toThrow('not to be run');
});
