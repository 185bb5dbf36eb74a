import type { Command } from './command.ts';
import { checkPack } from './commands/check-pack.ts';
import { checkSettings } from './commands/check-settings.ts';
import { exportLogs } from './commands/export-logs.ts';
import { hashPin } from './commands/hash-pin.ts';
import { newKey } from './commands/new-key.ts';
import { pack } from './commands/pack.ts';
import { quit, restart, status } from './commands/running.ts';
import { resetPin } from './commands/reset-pin.ts';
import { sign } from './commands/sign.ts';

/** Every command of `tonos`, in the order of its help. */
export const commands: readonly Command[] = [
  pack, //
  sign,
  checkPack,
  newKey,
  hashPin,
  resetPin,
  exportLogs,
  checkSettings,
  status,
  restart,
  quit,
];
