import { styleText } from 'node:util';

type Format = Parameters<typeof styleText>[0];

/** Colours text for a stream; text as it is where the stream shows no colours or NO_COLOR is set. */
export function painter(stream: NodeJS.WriteStream): (format: Format, text: string) => string {
  const colours = Boolean(stream.isTTY) && stream.hasColors();
  return (format, text) => (colours ? styleText(format, text) : text);
}
