const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as the inside of an element or of an attribute in double quotes, of HTML and of XML alike: nothing in it is markup. */
export const escapeMarkup = (text: string): string =>
  text.replaceAll(/[&<>"]/gu, (sign) => SIGNS[sign] ?? '');
