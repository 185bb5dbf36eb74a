import { describe, expect, it } from 'vitest';
import { turnPanel } from '../../../src-main/display/turn-panel.ts';
import type { PanelTurn } from '../../../src-main/host.ts';

const WLR = `HDMI-A-1 "Dell P2418HT (HDMI-A-1)"
  Enabled: yes
  Modes:
    1920x1080 px, 60.000000 Hz (preferred, current)
  Transform: normal
`;
const XRANDR = `Screen 0: minimum 320 x 200, current 1920 x 1080, maximum 16384 x 16384
HDMI-1 connected primary 1920x1080+0+0 (normal left inverted right x axis y axis) 527mm x 296mm
   1920x1080     60.00*+
DP-1 disconnected (normal left inverted right x axis y axis)
`;

function on(env: NodeJS.ProcessEnv, printed: Record<string, string>, platform: NodeJS.Platform = 'linux') {
  const ran: string[] = [];
  const run = (program: string, args: readonly string[]): Promise<string> => {
    ran.push([program, ...args].join(' '));
    const text = printed[program];
    return text === undefined ? Promise.reject(new Error('ENOENT')) : Promise.resolve(text);
  };
  return { ran, turn: (degrees: PanelTurn) => turnPanel(degrees, { platform, env, run }) };
}

describe('turning the panel', () => {
  it.each([
    [0, 'normal'],
    [90, '270'],
    [180, '180'],
    [270, '90'],
  ] as const)('by %i degrees under Wayland', async (degrees, name) => {
    const { ran, turn } = on({ WAYLAND_DISPLAY: 'wayland-0' }, { 'wlr-randr': WLR });
    expect(await turn(degrees)).toBeUndefined();
    expect(ran).toEqual(['wlr-randr', `wlr-randr --output HDMI-A-1 --transform ${name}`]);
  });

  it.each([
    [0, 'normal'],
    [90, 'right'],
    [180, 'inverted'],
    [270, 'left'],
  ] as const)('by %i degrees under X', async (degrees, name) => {
    const { ran, turn } = on({ DISPLAY: ':0' }, { xrandr: XRANDR });
    expect(await turn(degrees)).toBeUndefined();
    expect(ran).toEqual(['xrandr --query', `xrandr --output HDMI-1 --rotate ${name}`]);
  });

  it.each<[string, ReturnType<typeof on>, RegExp]>([
    ['the tool is missing', on({ WAYLAND_DISPLAY: 'w' }, {}), /^wlr-randr is not installed/],
    ['no display is connected', on({ DISPLAY: ':0' }, { xrandr: 'Screen 0\n' }), /no display/],
    ['the system does it itself', on({}, {}, 'win32'), /own display settings/],
  ])('says so when %s', async (_, { turn }, words) => expect(await turn(90)).toMatch(words));
});
