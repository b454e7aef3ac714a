'use client';

import { useEffect, useState } from 'react';
import { Button } from '../ui/button';
import { HalfIcon, MoonIcon, SunIcon } from '../ui/icons';
import { THEME_KEY } from './wake';

const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];
const ICONS = { system: HalfIcon, light: SunIcon, dark: MoonIcon } as const;

/** Light, dark, or as the system has it; remembered in this browser. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState<Theme>('system');
  useEffect(() => {
    const stored = THEMES.find((known) => known === localStorage.getItem(THEME_KEY));
    if (stored !== undefined) setTheme(stored);
  }, []);
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]!;
  const Icon = ICONS[theme];
  const choose = () => {
    localStorage.setItem(THEME_KEY, next);
    if (next === 'system') document.documentElement.removeAttribute('data-theme');
    else document.documentElement.setAttribute('data-theme', next);
    setTheme(next);
  };
  return (
    <Button look="quiet" onClick={choose} aria-label={`Theme: ${theme}. Change to ${next}`}>
      <Icon />
    </Button>
  );
}
