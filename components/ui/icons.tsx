import type { ReactNode } from 'react';

interface IconProps {
  readonly children: ReactNode;
  readonly size?: number;
}

/** Line drawings for the shell and the article, which load before anything else. */
function Icon({ children, size = 16 }: IconProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      {children}
    </svg>
  );
}

const drawn = (path: string) =>
  function Drawn({ size }: { readonly size?: number }) {
    return <Icon {...(size === undefined ? {} : { size })}>{<path d={path} />}</Icon>;
  };

export const CheckIcon = drawn('M4 13l5 5L20 6');
export const WaitIcon = drawn('M12 3a9 9 0 1 0 9 9');
export const CutOffIcon = drawn('M4 4l16 16M7 17a4 4 0 0 1 0-8M11 6a6 6 0 0 1 7 6 3 3 0 0 1 2 4');
export const SunIcon = drawn(
  'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1 1M18 18l1 1M19 5l-1 1M6 18l-1 1',
);
export const MoonIcon = drawn('M20 14A8 8 0 1 1 10 4a7 7 0 0 0 10 10z');
export const HalfIcon = drawn('M12 3a9 9 0 1 0 0 18V3zM12 3a9 9 0 0 1 0 18');
export const PenIcon = drawn('M4 20l1-5L16 4l4 4L9 19z');
export const ListIcon = drawn('M8 6h12M8 12h12M8 18h12M4 6h0M4 12h0M4 18h0');
export const CloseIcon = drawn('M6 6l12 12M18 6L6 18');
export const SpeechIcon = drawn('M4 5h16v11h-9l-5 4v-4H4z');
