import { expect, it } from 'vitest';
import { sideOf } from '../../../src-renderer/diagram/parts.ts';

it('takes a part’s id apart: its sides are the patient’s', () => {
  expect(sideOf('splenius-capitis.right')).toEqual({ base: 'splenius-capitis', side: 'right' });
  expect(sideOf('voice-box')).toEqual({ base: 'voice-box' });
});
