import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The sea under the bridge: calm, and dark enough for white text from the sixth on. */
const sea: MantineColorsTuple = [
  ...(['#e9f6f7', '#d3eaec', '#a5d4d8', '#74bec4', '#4dabb3', '#2c909a'] as const),
  ...(['#177782', '#0f6a73', '#0b555c', '#064147'] as const),
];

/** Greys with a little blue, for both schemes. */
const dark: MantineColorsTuple = [
  ...(['#dfe5ea', '#b9c3cc', '#a0acb7', '#6d7984', '#3d4852', '#313a43'] as const),
  ...(['#222a32', '#161c22', '#11161b', '#0b0f13'] as const),
];

const FONT =
  "'Inter Variable', system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

export const theme = createTheme({
  primaryColor: 'sea',
  primaryShade: { light: 7, dark: 6 },
  colors: { sea, dark },
  fontFamily: FONT,
  fontFamilyMonospace: "ui-monospace, 'Cascadia Code', Menlo, Consolas, 'Liberation Mono', monospace",
  headings: { fontFamily: FONT, fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: { Modal: { defaultProps: { radius: 'lg' }, styles: { title: { fontWeight: 650 } } } },
});
