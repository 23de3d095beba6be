/** The bridge. */
export function Mark({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#0f6a73" />
      <path
        d="M6 21c0-6 4.5-10 10-10s10 4 10 10M6 21h20M11 21v-7.5M16 21V11M21 21v-7.5"
        fill="none"
        stroke="#fff"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}
