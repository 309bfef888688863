/** Figures in sentences, grouped by thousands; the locale is named because the machine's may be another. */
export function figure(amount: number): string {
  return amount.toLocaleString('ko-KR');
}

/** A span of time in words, rounded the way a person would say it. Goes in: milliseconds. */
export function spanKo(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  if (seconds < 60) return `${seconds}초`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes}분` : `${Math.round(minutes / 60)}시간`;
}

/** 2027-04-27 -> 4월 27일; of a year that is over with its year. Both days are yyyy-MM-dd; what is none stays as it is. */
export function dayKo(day: string, today: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(day) ?? [];
  if (year === undefined) return day;
  const plain = `${Number(month)}월 ${Number(date)}일`;
  return year < today.slice(0, 4) ? `${year}년 ${plain}` : plain;
}
