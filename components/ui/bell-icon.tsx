import { Bell } from 'lucide-react';

export function BellIcon() {
  return <Bell size={16} aria-hidden />;
}
