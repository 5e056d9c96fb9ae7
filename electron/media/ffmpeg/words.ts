/** Options on one line, as ffmpeg's manual shows them; only for options that we write ourselves and that hold no space. */
export function words(line: string): string[] {
  return line.split(' ');
}
