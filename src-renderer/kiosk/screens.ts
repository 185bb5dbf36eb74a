/** Screens and sheets that are no part of the first screen, and there before anybody asks for them. */
export const tourScreen = () => import('../tour/Tour.svelte');
export const exploreScreen = () => import('../explore/Explore.svelte');
export const glossaryScreen = () => import('../glossary/Glossary.svelte');
/** Not fetched ahead: most visits never come here. */
export const consultScreen = () => import('../consult/Consult.svelte');
export const comfortPanel = () => import('../comfort/ComfortPanel.svelte');
export const helpSheet = () => import('../help/Help.svelte');
export const languageSheet = () => import('../language/LanguageSheet.svelte');
export const listenBar = () => import('../listen/ListenBar.svelte');
export const listenNotice = () => import('../listen/ListenNotice.svelte');
export const stillThere = () => import('../session/StillThere.svelte');
export const whichOne = () => import('../touch/WhichOne.svelte');
export const offerSteady = () => import('../touch/OfferSteady.svelte');

/** Fetches them ahead. A kiosk that does not answer now is asked again when somebody does. */
export const fetchAhead = (): void => {
  const parts = [
    tourScreen,
    exploreScreen,
    glossaryScreen,
    comfortPanel,
    helpSheet,
    languageSheet,
    listenBar,
    listenNotice,
    stillThere,
    whichOne,
    offerSteady,
  ];
  for (const part of parts) part().catch(() => undefined);
};
