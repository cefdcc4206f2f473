/** The name with its mark: a line that passes, and the open ring of the next step. */
export function Brand() {
  return (
    <div className="brand">
      <svg width="22" height="18" viewBox="0 0 22 18" aria-hidden="true">
        <path
          d="M1 4H7C12 4 10 14 15 14H16"
          fill="none"
          stroke="var(--ink)"
          strokeWidth="2.4"
          strokeLinecap="round"
        />
        <circle cx="18.6" cy="14" r="2.6" fill="var(--surface)" stroke="var(--ink)" strokeWidth="1.6" />
      </svg>
      <span className="name">Baton</span>
    </div>
  );
}
