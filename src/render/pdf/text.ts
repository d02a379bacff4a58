/** A text string as UTF-16 in hexadecimal: every character, and nothing that could close the string. */
export const hexText = (text: string): string => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
  return `<${bytes.toString('hex').toUpperCase()}>`;
};
