import { describe, expect, it, vi } from 'vitest';
import { PageFault } from '../../../src-main/contract/staff.ts';
import { faultOf, MOST_A_MINUTE, PageFaults } from '../../../src-renderer/kiosk/page-faults.ts';
import { HeldClock } from '../../doubles/held-clock.ts';

describe('faults of the page', () => {
  it('are told as message and stack', () => {
    const error = new TypeError('x is undefined');
    expect(faultOf(error)).toEqual({ what: 'TypeError: x is undefined', where: error.stack });
    expect(faultOf('plain')).toEqual({ what: 'plain' });
    expect(faultOf(undefined)).toEqual({ what: 'undefined' });
  });

  it('are never longer than the contract has it', () => {
    const error = new Error('x'.repeat(9000));
    expect(PageFault.safeParse(faultOf(error)).success).toBe(true);
  });

  it('do not fill the log when they repeat', () => {
    const clock = new HeldClock();
    const send = vi.fn();
    const faults = new PageFaults(clock, send);
    for (let times = 0; times < 20; times++) faults.tell(new Error('again'));
    expect(send).toHaveBeenCalledTimes(MOST_A_MINUTE);
    clock.pass(60_000);
    faults.tell(new Error('later'));
    expect(send).toHaveBeenCalledTimes(MOST_A_MINUTE + 1);
  });
});
