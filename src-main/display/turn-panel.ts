import type { PanelTurn } from '../host.ts';

export interface DisplayMachine {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  /** What a program prints. Rejects when it cannot run or fails. */
  readonly run: (program: string, args: readonly string[]) => Promise<string>;
}

interface Tool {
  readonly program: string;
  readonly list: readonly string[];
  /** Names of the outputs that are on, of what the list prints. */
  readonly outputs: (printed: string) => string[];
  readonly turn: (output: string, degrees: PanelTurn) => string[];
}

/** wlroots turns counter-clockwise in its names; its documentation says so of `wl_output.transform`. */
const WAYLAND = { 0: 'normal', 90: '270', 180: '180', 270: '90' } as const;
const X11 = { 0: 'normal', 90: 'right', 180: 'inverted', 270: 'left' } as const;

const wayland: Tool = {
  program: 'wlr-randr',
  list: [],
  // Each output is a line that begins in the first column: `HDMI-A-1 "Maker Model"`.
  outputs: (printed) => [...printed.matchAll(/^(\S+) /gm)].map(([, name = '']) => name),
  turn: (output, degrees) => ['--output', output, '--transform', WAYLAND[degrees]],
};

const x11: Tool = {
  program: 'xrandr',
  list: ['--query'],
  outputs: (printed) => [...printed.matchAll(/^(\S+) connected/gm)].map(([, name = '']) => name),
  turn: (output, degrees) => ['--output', output, '--rotate', X11[degrees]],
};

/**
 * Has the system turn the picture, so that touches turn with it.
 * @returns why it could not, in words for staff; `undefined` when it did
 */
export async function turnPanel(degrees: PanelTurn, machine: DisplayMachine): Promise<string | undefined> {
  const tool = toolOf(machine);
  if (!tool) return 'this system’s own display settings have to turn the picture';
  try {
    const outputs = tool.outputs(await machine.run(tool.program, tool.list));
    if (outputs.length === 0) return 'no display is connected';
    for (const output of outputs) await machine.run(tool.program, tool.turn(output, degrees));
    return undefined;
  } catch {
    return `${tool.program} is not installed or failed`;
  }
}

function toolOf({ platform, env }: DisplayMachine): Tool | undefined {
  if (platform !== 'linux') return undefined;
  if (env['WAYLAND_DISPLAY']) return wayland;
  return env['DISPLAY'] ? x11 : undefined;
}
