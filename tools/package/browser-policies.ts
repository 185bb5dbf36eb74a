/**
 * What the browser of a kiosk may do, as its administrator decides it. The browser host's flags say most of this too;
 * policies hold where flags do not reach, and no program can start the browser without them.
 * Names and values: https://chromeenterprise.google/policies and https://learn.microsoft.com/deployedge/microsoft-edge-policies
 */
export interface Policy {
  readonly name: string;
  readonly value: boolean | number | string | readonly string[];
  readonly why: string;
  /** Where not every browser knows it. */
  readonly only?: 'chrome' | 'edge';
}

/** The port that the unit and the scripts name; a kiosk that may take a free one could not be allowed here. */
export const KIOSK_PORT = 4518;

const BLOCK = 2;

export const policies: readonly Policy[] = [
  // The one page.
  {
    name: 'URLBlocklist',
    // The star does not cover the browser's own pages.
    value: ['*', 'chrome://*', 'chrome-untrusted://*', 'devtools://*', 'edge://*', 'view-source:*'],
    why: 'There is one page; files, settings pages and the web are not it.',
  },
  { name: 'URLAllowlist', value: [`http://127.0.0.1:${KIOSK_PORT}`], why: 'The one page.' },
  { name: 'DefaultPopupsSetting', value: BLOCK, why: 'A second window would lie over the kiosk.' },
  { name: 'DownloadRestrictions', value: 3, why: 'A file would open another program.' },
  { name: 'AllowFileSelectionDialogs', value: false, why: 'A file dialog shows the machine.' },
  {
    name: 'PrintingEnabled',
    value: false,
    why: 'The print dialog is not for visitors; the kiosk prints by itself.',
  },
  { name: 'FullscreenAllowed', value: true, why: 'The kiosk fills the screen.' },

  // The host and its browser.
  {
    name: 'RemoteDebuggingAllowed',
    value: true,
    why: 'The host sees through a pipe whether its page lives. No port is opened.',
  },
  {
    name: 'IncognitoModeAvailability',
    value: 0,
    why: 'The kiosk runs in the private mode, so that nothing is stored.',
    only: 'chrome',
  },
  {
    name: 'InPrivateModeAvailability',
    value: 0,
    why: 'The kiosk runs in the private mode, so that nothing is stored.',
    only: 'edge',
  },
  { name: 'BrowserGuestModeEnabled', value: false, why: 'There are no users to change to.' },
  { name: 'BrowserAddPersonEnabled', value: false, why: 'There are no users to change to.', only: 'chrome' },
  { name: 'BrowserAddProfileEnabled', value: false, why: 'There are no users to change to.', only: 'edge' },
  { name: 'BrowserSignin', value: 0, why: 'There is no account.' },
  { name: 'SyncDisabled', value: true, why: 'There is no account.' },
  { name: 'BackgroundModeEnabled', value: false, why: 'When the kiosk ends, so does its browser.' },
  { name: 'ExtensionInstallBlocklist', value: ['*'], why: 'An extension would see the page.' },

  // What a page may ask of the machine. Nothing; the kiosk's page asks for nothing.
  ...[
    'DefaultFileSystemReadGuardSetting',
    'DefaultFileSystemWriteGuardSetting',
    'DefaultGeolocationSetting',
    'DefaultNotificationsSetting',
    'DefaultSensorsSetting',
    'DefaultSerialGuardSetting',
    'DefaultWebBluetoothGuardSetting',
    'DefaultWebHidGuardSetting',
    'DefaultWebUsbGuardSetting',
  ].map((name) => ({ name, value: BLOCK, why: 'The page asks the machine for nothing.' })),
  { name: 'AudioCaptureAllowed', value: false, why: 'The kiosk does not listen.' },
  { name: 'VideoCaptureAllowed', value: false, why: 'The kiosk does not look.' },
  { name: 'ScreenCaptureAllowed', value: false, why: 'The kiosk does not look.' },

  // What would lie over the page, or remember a visit.
  {
    name: 'PasswordManagerEnabled',
    value: false,
    why: 'The staff PIN must not be offered to the next visitor.',
  },
  { name: 'AutofillAddressEnabled', value: false, why: 'Nothing that was typed is offered again.' },
  { name: 'AutofillCreditCardEnabled', value: false, why: 'Nothing that was typed is offered again.' },
  { name: 'TranslateEnabled', value: false, why: 'The kiosk has its own languages, reviewed by people.' },
  { name: 'SpellcheckEnabled', value: false, why: 'There is nothing to spell.' },
  { name: 'SearchSuggestEnabled', value: false, why: 'There is no search.' },
  { name: 'DefaultBrowserSettingEnabled', value: false, why: 'It would ask the visitor.' },
  { name: 'PromotionalTabsEnabled', value: false, why: 'Nobody advertises here.', only: 'chrome' },
  { name: 'PromotionsEnabled', value: false, why: 'Nobody advertises here.', only: 'chrome' },
  { name: 'HideFirstRunExperience', value: true, why: 'It would ask the visitor.', only: 'edge' },
  { name: 'HubsSidebarEnabled', value: false, why: 'It leads out of the page.', only: 'edge' },
  { name: 'EdgeCollectionsEnabled', value: false, why: 'It leads out of the page.', only: 'edge' },
  {
    name: 'StartupBoostEnabled',
    value: false,
    why: 'When the kiosk ends, so does its browser.',
    only: 'edge',
  },
  { name: 'EdgeShoppingAssistantEnabled', value: false, why: 'Nobody advertises here.', only: 'edge' },
  { name: 'ShowMicrosoftRewards', value: false, why: 'Nobody advertises here.', only: 'edge' },
  { name: 'MouseGestureEnabled', value: false, why: 'A gesture would move the browser.', only: 'edge' },

  // What the browser would say to the network.
  {
    name: 'MetricsReportingEnabled',
    value: false,
    why: 'Nothing about the kiosk leaves it.',
    only: 'chrome',
  },
  { name: 'DiagnosticData', value: 0, why: 'Nothing about the kiosk leaves it.', only: 'edge' },
  {
    name: 'PersonalizationReportingEnabled',
    value: false,
    why: 'Nothing about the kiosk leaves it.',
    only: 'edge',
  },
  {
    name: 'SafeBrowsingProtectionLevel',
    value: 0,
    why: 'It would ask a server about the page.',
    only: 'chrome',
  },
  { name: 'SmartScreenEnabled', value: false, why: 'It would ask a server about the page.', only: 'edge' },
  { name: 'ComponentUpdatesEnabled', value: false, why: 'The kiosk is updated as a whole.' },
  { name: 'NetworkPredictionOptions', value: 2, why: 'There is nothing to fetch in advance.' },
  { name: 'BuiltInDnsClientEnabled', value: false, why: 'No name is ever looked up.' },
  { name: 'DnsOverHttpsMode', value: 'off', why: 'No name is ever looked up.' },
  { name: 'AlternateErrorPagesEnabled', value: false, why: 'It would ask a server for what an error means.' },
  { name: 'UserFeedbackAllowed', value: false, why: 'It would send a picture of the screen.' },
  { name: 'BrowserNetworkTimeQueriesEnabled', value: false, why: 'It would ask a server for the time.' },
  { name: 'EnableMediaRouter', value: false, why: 'It would look for screens in the network.' },
];

type Brand = 'chrome' | 'edge';

const of = (brand?: Brand): readonly Policy[] =>
  policies.filter(({ only }) => !brand || !only || only === brand);

/** For Linux. Each browser leaves out what it does not know, so one file does for all. */
export function linuxPolicies(): string {
  const json = (value: Policy['value']): string =>
    typeof value === 'object'
      ? `[${value.map((each) => JSON.stringify(each)).join(', ')}]`
      : JSON.stringify(value);
  const lines = of().map(({ name, value }) => `  ${JSON.stringify(name)}: ${json(value)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

const KEYS: Readonly<Record<Brand, string>> = { chrome: 'Google\\Chrome', edge: 'Microsoft\\Edge' };

/** For Windows, to be imported with `reg import`. */
export function registryPolicies(brand: Brand): string {
  const key = `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${KEYS[brand]}`;
  const single = of(brand).filter(({ value }) => !Array.isArray(value));
  const lists = of(brand).filter(({ value }) => Array.isArray(value));
  const lines = [
    'Windows Registry Editor Version 5.00',
    '',
    `[${key}]`,
    ...single.map(({ name, value }) => `"${name}"=${registryValue(value as boolean | number | string)}`),
    ...lists.flatMap(({ name, value }) => [
      '',
      `[-${key}\\${name}]`,
      `[${key}\\${name}]`,
      ...(value as readonly string[]).map((each, index) => `"${index + 1}"=${registryValue(each)}`),
    ]),
  ];
  return lines.join('\r\n') + '\r\n';
}

function registryValue(value: boolean | number | string): string {
  if (typeof value === 'string') return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  return `dword:${Number(value).toString(16).padStart(8, '0')}`;
}

/** The files in deploy/policies and what is in them. */
export const policyFiles = (): Record<string, string> => ({
  'tonos.json': linuxPolicies(),
  'tonos-chrome.reg': registryPolicies('chrome'),
  'tonos-edge.reg': registryPolicies('edge'),
});
