/** Line drawings on a field of 24 by 24. */
const DRAWINGS = {
  shops: 'M4 10v10h16V10M3 9l2-5h14l2 5zM10 20v-6h4v6',
  overview: 'M4 13h6V4H4zM14 20h6v-9h-6zM4 20h6v-3H4zM14 7h6V4h-6z',
  exchanges: 'M4 8h14l-3.5-3.5M20 16H6l3.5 3.5',
  runs: 'M12 7v5l3 2M12 21a9 9 0 1 0-9-9M3 12l-1.5-2M3 12l2-1.5',
  holds: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M10 9v6M14 9v6',
  catalogue: 'M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8',
  prices: 'M4 4h8l8 8-8 8-8-8zM8.5 8.5h.01',
  customers:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M3 20c0-3.5 2.5-6 6-6s6 2.5 6 6M16 4.500a3.5 3.5 0 0 1 0 6M17.5 14.500c2.2.7 3.5 2.7 3.5 5.5',
  orders: 'M6 4h12l2 5v11H4V9zM4 9h16M9 13h6',
  documents: 'M6 3h8l5 5v13H6zM14 3v5h5M9 13h7M9 17h5',
  changes: 'M4 7h10M4 12h7M4 17h5M15 20l5.5-5.500-2.500-2.500-5.500 5.500v2.500z',
  webhooks: 'M7 17a4 4 0 1 1 3.500-6M12 6a3 3 0 1 1 3 4.500L18 15M17 19a3 3 0 1 0-2.500-4.500H8',
  connection: 'M9 15l6-6M10 6.500l2-2a4.6 4.6 0 0 1 6.5 6.500l-2 2M14 17.500l-2 2A4.6 4.6 0 0 1 5.5 13l2-2',
  users: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4 21c0-4 3.5-7 8-7s8 3 8 7',
  audit: 'M12 3l8 3v6c0 4.5-3.5 7.5-8 9-4.5-1.5-8-4.5-8-9V6zM9 12l2 2 4-4',
  check: 'M5 12.500l4.5 4.500L19 7.5',
  alert: 'M12 4l9 16H3zM12 10v4M12 17h.01',
  error: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M12 8v5M12 16h.01',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13M20 20l-4.8-4.8',
  right: 'M9 5l7 7-7 7',
  close: 'M6 6l12 12M18 6L6 18',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  globe: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M3 12h18M12 3c5 5.5 5 12.5 0 18-5-5.5-5-12.5 0-18',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.5 1.500M17.5 17.500L19 19M5 19l1.5-1.500M17.5 6.500L19 5',
  moon: 'M20 14.500A8 8 0 0 1 9.5 4a8 8 0 1 0 10.5 10.5',
  out: 'M14 4H5v16h9M10 12h11M17.5 8.500L21 12l-3.5 3.5',
  key: 'M8 19a4 4 0 1 0 0-8 4 4 0 0 0 0 8M11 12l9-9M16 7l3 3',
  image: 'M4 4h16v16H4zM4 16l5-5 5 5 2-2 4 4M15 9h.01',
} as const;

export type IconName = keyof typeof DRAWINGS;

/** Beside words that say the same, so that it is hidden from who listens. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      style={{ flexShrink: 0 }}
    >
      <path d={DRAWINGS[name]} />
    </svg>
  );
}
