// Local days in zones around the world, on both sides of daylight saving, and the instant at which each is over.
export type Midnight = { zone: string; day: string; ends: string; what: string }

const rows = `
  America/New_York     2026-03-07  2026-03-08T05:00:00.000Z  the eve of daylight saving
  America/New_York     2026-03-08  2026-03-09T04:00:00.000Z  a day of 23 hours
  America/New_York     2026-10-31  2026-11-01T04:00:00.000Z  the eve of standard time
  America/New_York     2026-11-01  2026-11-02T05:00:00.000Z  a day of 25 hours
  Europe/Berlin        2026-03-28  2026-03-28T23:00:00.000Z  the eve of summer time
  Europe/Berlin        2026-03-29  2026-03-29T22:00:00.000Z  a day of 23 hours
  Europe/Berlin        2026-10-25  2026-10-25T23:00:00.000Z  a day of 25 hours
  Pacific/Auckland     2026-04-05  2026-04-05T12:00:00.000Z  a day of 25 hours, southern
  Pacific/Auckland     2026-09-27  2026-09-27T11:00:00.000Z  a day of 23 hours, southern
  Australia/Lord_Howe  2026-04-05  2026-04-05T13:30:00.000Z  daylight saving of half an hour
  Asia/Beirut          2026-03-28  2026-03-28T22:00:00.000Z  a midnight that is skipped
  America/Havana       2026-10-31  2026-11-01T04:00:00.000Z  a midnight that comes twice
  Asia/Kolkata         2026-06-30  2026-06-30T18:30:00.000Z  half an hour from the others
  Pacific/Kiritimati   2026-06-30  2026-06-30T10:00:00.000Z  the first to see a day
  Pacific/Pago_Pago    2026-06-30  2026-07-01T11:00:00.000Z  the last to see a day
  UTC                  2026-12-31  2027-01-01T00:00:00.000Z  the end of a year
`

export const midnights: Midnight[] = rows
  .trim()
  .split('\n')
  .map(line => {
    const [zone = '', day = '', ends = '', ...what] = line.trim().split(/\s+/)
    return { zone, day, ends, what: what.join(' ') }
  })
