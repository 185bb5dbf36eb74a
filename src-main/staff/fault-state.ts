import type { FaultState } from '../contract/staff.ts';
import type { Fault } from '../faults.ts';

/** A fault as the staff panel shows it. */
export function faultState({ severity: grave, folder, file, path, what, todo }: Fault): FaultState {
  const severity = grave === 'error' ? 'error' : 'warning';
  const place = [folder, file].filter(Boolean).join('/');
  return { severity, where: [place, path].filter(Boolean).join(' › '), what, todo };
}
