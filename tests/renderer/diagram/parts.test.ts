import { describe, expect, it } from 'vitest';
import { patientSideOnLeft, sideOf } from '../../../src-renderer/diagram/parts.ts';

describe('the sides of a picture are the patient’s', () => {
  it('takes a part’s id apart', () => {
    expect(sideOf('splenius-capitis.right')).toEqual({ base: 'splenius-capitis', side: 'right' });
    expect(sideOf('voice-box')).toEqual({ base: 'voice-box' });
  });

  it('sees a face from the front: the patient’s right is on the viewer’s left', () => {
    expect(patientSideOnLeft({ 'a.left': [900, 5, 'seen'], 'a.right': [300, 5, 'seen'] })).toBe('right');
  });

  it('sees a back: the patient’s left is on the viewer’s left', () => {
    expect(patientSideOnLeft({ 'a.left': [300, 5, 'seen'], 'a.right': [900, 5, 'hidden'] })).toBe('left');
  });

  it('says nothing where no pair tells', () => {
    expect(patientSideOnLeft({ 'voice-box': [300, 5, 'seen'], 'a.left': [1, 1, 'seen'] })).toBeUndefined();
  });
});
