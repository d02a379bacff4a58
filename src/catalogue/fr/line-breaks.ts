/** Stands for a space while lines are broken: one column wide, no place to break, in no keyboard's reach. */
const BOUND = '\ue000';

/** French sets a space before ? ! : ; » and after «, where a line must not break. */
export const bindSigns = (text: string): string =>
  text.replaceAll(/ (?=[?!:;»])/g, BOUND).replaceAll('« ', `«${BOUND}`);

/** The plain spaces again, once the lines are broken. */
export const unbindSigns = (text: string): string => text.replaceAll(BOUND, ' ');
